import { openInstallKey } from '../../adapters/identity/index.ts'
import { tradeCardPicture } from '../../adapters/pictures/index.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import { shownFacts } from '../../domain/cards/shown-facts.ts'
import type { CliContext } from '../context.ts'
import { failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import type { CardFlags } from './cards-command.ts'
import { saveCard } from './save-card.ts'

export function makeCard(order: Ulid, flags: CardFlags, context: CliContext, out: Output): Promise<Outcome> {
  return withRecord(flags, context, async (books, dataFolder) => {
    const all = books.cards.factsOf(order)
    if (all === null)
      return failed(
        'NO_TRADE',
        `The ledger in ${dataFolder} has no closed trade of order ${order}: a card is made when a trade is over.`,
      )
    const shown = shownFacts(all, flags.hide)
    const card = await tradeCardPicture(shown, flags, openInstallKey(dataFolder))
    return saveCard(flags.out, '--out', card, out)
  })
}
