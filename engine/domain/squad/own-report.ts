import type { ReportLine } from '../../contracts/dispatches.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import type { Cents, EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { Privacy } from '../../contracts/squad.ts'
import { limitsFor } from '../fire/ranks.ts'
import type { SquadState, WeekTally } from './squad-state.ts'

const NO_TRADES: WeekTally = { trades: 0, wins: 0, r: 0, netCents: 0, orders: new Set() }

export type OwnFacts = Readonly<{
  squad: Pick<SquadState, 'weeks'>
  xp: ReadonlyMap<AccountKind, number>
  /** Currency of a kind's accounts that these orders are of; null where one of theirs is not known, or where they have several. */
  currencyOf: (kind: AccountKind, orders: ReadonlySet<Ulid>) => string | null
}>

/** What a report tells of a week: one line for each kind of account that has XP or trades, as open as its trader wants to be. */
export const ownLines = (facts: OwnFacts, weekMs: EpochMs, privacy: Privacy): ReportLine[] =>
  AccountKind.options
    .filter(kind => facts.xp.has(kind) || facts.squad.weeks.get(kind)?.has(weekMs))
    .map(kind => lineOf(facts, kind, facts.squad.weeks.get(kind)?.get(weekMs) ?? NO_TRADES, privacy))

function lineOf(facts: OwnFacts, account: AccountKind, tally: WeekTally, privacy: Privacy): ReportLine {
  const xp = facts.xp.get(account) ?? 0
  const { trades, wins, netCents, orders } = tally
  const r = Math.round(tally.r * 100) / 100
  const currency = facts.currencyOf(account, orders)
  return {
    account,
    rank: limitsFor(xp).rank,
    ...(privacy !== 'name' && { results: { trades, wins, r } }),
    ...(privacy === 'all' && currency !== null && { money: { netCents: netCents as Cents, currency } }),
  }
}
