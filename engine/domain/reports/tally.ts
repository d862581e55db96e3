import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import type { AccountKind, Cents, Ulid } from '../../contracts/primitives.ts'
import type { ReportFacts, ReportName } from '../../contracts/reports.ts'
import { isByPlan } from '../campaign/xp.ts'
import { addedBy, type Added, type ClosedOrders } from '../record/closed-orders.ts'

/** What has happened on each kind of account since each report was told last. Plain values, so that the desk can keep it. */
export type Tally = Readonly<{
  since: Map<AccountKind, Record<ReportName, ReportFacts>>
  closed: ClosedOrders
  /** Notes and debriefs that were counted once: what is said anew of them is no second one. */
  notes: Set<Ulid>
  debriefs: Set<Ulid>
}>

export const newTally = (): Tally => ({
  since: new Map(),
  closed: new Map(),
  notes: new Set(),
  debriefs: new Set(),
})

export const noFacts = (): ReportFacts => ({
  trades: 0,
  won: 0,
  lost: 0,
  netCents: 0 as Cents,
  r: 0,
  best: null,
  worst: null,
  byPlan: 0,
  byHand: 0,
  lossesInARow: 0,
  lossesNow: 0,
  missions: 0,
  shots: 0,
  debriefs: 0,
  kept: 0,
  notes: 0,
  lessons: 0,
  answers: 0,
  right: 0,
  limitsTried: 0,
  guards: [],
  xp: 0,
})

/** Whether there is anything to tell. A mission that nobody touched is the market's doing. */
export const isQuiet = ({
  trades,
  shots,
  notes,
  debriefs,
  answers,
  limitsTried,
  guards,
}: ReportFacts): boolean => trades + shots + notes + debriefs + answers + limitsTried + guards.length === 0

export const factsSince = ({ since }: Tally, account: AccountKind, report: ReportName): ReportFacts =>
  since.get(account)?.[report] ?? noFacts()

/** Counts one event, in place. The same events always give the same figures. */
export function tallyUp(tally: Tally, event: EngineEvent): void {
  if (event.kind === 'reportTold') {
    const facts = tally.since.get(event.account)
    if (facts) facts[event.report] = noFacts()
    return
  }
  const change = changeOf(tally, event)
  if (change === null) return
  const facts = tally.since.get(change.account) ?? { drill: noFacts(), sitrep: noFacts() }
  tally.since.set(change.account, facts)
  change.make(facts.drill)
  change.make(facts.sitrep)
}

type Change = Readonly<{ account: AccountKind; make: (facts: ReportFacts) => void }>

function changeOf(tally: Tally, event: EngineEvent): Change | null {
  switch (event.kind) {
    case 'tradeClosed': {
      const added = addedBy(tally.closed, event.trade)
      return added && { account: event.trade.kind, make: facts => countTrade(facts, event, added) }
    }
    case 'missionIssued':
      return { account: event.mission.kind, make: facts => void facts.missions++ }
    case 'orderRecorded':
      return { account: event.account, make: facts => void facts.shots++ }
    case 'limitTried':
      return { account: event.account, make: facts => void facts.limitsTried++ }
    case 'guardRaised':
      return { account: event.account, make: facts => countGuard(facts, event) }
    case 'xpAwarded':
      return { account: event.account, make: facts => void (facts.xp += event.xp) }
    default:
      return studyOf(tally, event)
  }
}

/** What a trader does when nothing is fired. */
function studyOf(tally: Tally, event: EngineEvent): Change | null {
  switch (event.kind) {
    case 'tradeDebriefed':
      if (!isFirst(tally.debriefs, event.order)) return null
      return { account: event.account, make: facts => countDebrief(facts, event) }
    case 'journalWritten':
      if (!isFirst(tally.notes, event.entry)) return null
      return { account: event.account, make: facts => countNote(facts, event) }
    case 'lessonAnswered':
      return { account: event.account, make: facts => countAnswer(facts, event) }
    default:
      return null
  }
}

function isFirst(seen: Set<Ulid>, id: Ulid): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  return true
}

/** A part that was filled late is no other trade: it adds to the sums, and its trade stays won or lost as it was told. */
function countTrade(facts: ReportFacts, { trade }: EventOf<'tradeClosed'>, added: Added): void {
  const { pair, r, netCents, reason } = trade
  facts.netCents = (facts.netCents + added.netCents) as Cents
  facts.r += added.r
  if (!added.isFirst) return
  facts.trades++
  if (netCents > 0) facts.won++
  if (netCents < 0) facts.lost++
  if (isByPlan(trade)) facts.byPlan++
  if (reason === 'command' || reason === 'manual') facts.byHand++
  facts.lossesNow = netCents < 0 ? facts.lossesNow + 1 : 0
  facts.lossesInARow = Math.max(facts.lossesInARow, facts.lossesNow)
  if (facts.best === null || r > facts.best.r) facts.best = { pair, r }
  if (facts.worst === null || r < facts.worst.r) facts.worst = { pair, r }
}

function countGuard(facts: ReportFacts, { guard }: EventOf<'guardRaised'>): void {
  const known = facts.guards.find(each => each.guard === guard)
  if (known) known.times++
  else facts.guards.push({ guard, times: 1 })
}

function countDebrief(facts: ReportFacts, { keptPlan }: EventOf<'tradeDebriefed'>): void {
  facts.debriefs++
  if (keptPlan) facts.kept++
}

function countNote(facts: ReportFacts, { lesson }: EventOf<'journalWritten'>): void {
  facts.notes++
  if (lesson !== '') facts.lessons++
}

function countAnswer(facts: ReportFacts, { right }: EventOf<'lessonAnswered'>): void {
  facts.answers++
  if (right) facts.right++
}
