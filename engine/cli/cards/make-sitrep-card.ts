import { openInstallKey } from '../../adapters/identity/index.ts'
import { sitrepPicture } from '../../adapters/pictures/index.ts'
import type { CardLook } from '../../contracts/card.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { shownFacts } from '../../domain/cards/shown-facts.ts'
import { sitrepFacts } from '../../domain/cards/sitrep-facts.ts'
import type { Books } from '../../domain/record/record-books.ts'
import type { CliContext } from '../context.ts'
import { wanted } from '../notebook/wanted.ts'
import { failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import { saveCard } from './save-card.ts'

export type SitrepCardFlags = Readonly<{
  card: string
  theme: CardLook['theme']
  hide: CardLook['hide']
  account?: AccountKind
  dataFolder?: string
}>

/** The picture of the week that was told last, of one kind of account: the one that is asked for, or the only one that has any. */
export function makeSitrepCard(flags: SitrepCardFlags, context: CliContext, out: Output): Promise<Outcome> {
  return withRecord(flags, context, async (books, dataFolder) => {
    const weeks = wanted(flags.account).flatMap(account => lastWeek(books, account) ?? [])
    const [week, another] = weeks
    if (week === undefined)
      return failed('NO_WEEK', 'No week is over yet: its picture is made when its SITREP is told.')
    if (another !== undefined)
      return failed(
        'WHICH_ACCOUNT',
        `Weeks of ${weeks.map(({ account }) => account).join(' and ')} are over: choose one with --account.`,
      )
    const card = await sitrepPicture(shownFacts(week, flags.hide), flags, openInstallKey(dataFolder))
    return saveCard(flags.card, '--card', card, out)
  })
}

function lastWeek({ reports, cards }: Books, account: AccountKind) {
  const [newest] = reports.report('sitrep', account, null).told
  return newest === undefined ? null : sitrepFacts(reports.report('sitrep', account, newest), cards.callSign)
}
