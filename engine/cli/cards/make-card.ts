import path from 'node:path'
import { openInstallKey } from '../../adapters/identity/index.ts'
import { tradeCardPicture } from '../../adapters/pictures/index.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import { shownFacts } from '../../domain/cards/shown-facts.ts'
import { WHAT_IT_PROVES } from '../../domain/cards/what-it-proves.ts'
import { writeAtomically } from '../../host/data-folder/atomic-write.ts'
import { systemReason } from '../../host/data-folder/refusal.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import type { CardFlags } from './cards-command.ts'

export function makeCard(order: Ulid, flags: CardFlags, context: CliContext, out: Output): Promise<Outcome> {
  return withRecord(flags, context, async (books, dataFolder) => {
    const all = books.cards.factsOf(order)
    if (all === null)
      return failed(
        'NO_TRADE',
        `The ledger in ${dataFolder} has no closed trade of order ${order}: a card is made when a trade is over.`,
      )
    const shown = shownFacts(all, flags.hide)
    const { png, facts, publicKey } = await tradeCardPicture(shown, flags, openInstallKey(dataFolder))
    const file = path.resolve(flags.out)
    try {
      writeAtomically(file, png)
    } catch (cause) {
      return failed(
        'CANNOT_WRITE',
        `${file} can't be written: ${systemReason(cause)}. Choose another place with --out.`,
      )
    }
    out.document({ card: { file, facts, publicKey } })
    out.line(`${file}: a ${facts.card === 'kill' ? 'kill card' : 'debrief'}, account ${facts.account}.`)
    out.line(WHAT_IT_PROVES)
    return DONE
  })
}
