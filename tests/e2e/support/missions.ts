/** Missions and ghosts as the archive tells them, of a day that a desk has really traded, and of weeks that a test writes down. */
import type { EventOf, StoredEvent } from '../../../engine/contracts/events.ts'
import type { GhostReport } from '../../../engine/contracts/ghosts.ts'
import { EpochMs, type AccountKind, type Ulid } from '../../../engine/contracts/primitives.ts'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { GhostBook } from '../../../engine/domain/debrief/ghosts/ghost-book.ts'
import { missionStory } from '../../../engine/domain/missions-log/mission-story.ts'
import { missionsPage, type MissionSource } from '../../../engine/domain/missions-log/missions-page.ts'
import { DeskHarness } from '../../../engine/testkit/desk-harness.ts'
import { aUlid } from '../../../engine/testkit/events.ts'
import { ONE_OF_EACH } from '../../../engine/testkit/one-of-each.ts'

/** A mission that was fired after a denial and reached its target, and refusals with their ghosts. */
function aDay(): { events: readonly StoredEvent[]; fired: Ulid } {
  const desk = new DeskHarness()
  const { id } = desk.mission()
  desk.engine.command({ kind: 'pause', id: aUlid(5), origin: 'window' })
  desk.fire(id)
  desk.engine.command({ kind: 'resume', id: aUlid(6), origin: 'window' })
  desk.play(2, () => 110_400)
  desk.fire(id)
  desk.deliver().play(6, minute => 110_400 - minute * 120)
  for (let leap = 0; leap < 5; leap++) desk.play(6, () => 110_400 + 90 * leap).play(60, () => 109_900)
  return { events: [...desk.ledger.all()], fired: id }
}

const day = aDay()
export const firedMission = day.fired

const source: MissionSource = {
  missionsBefore: (kind, before, most) =>
    day.events
      .filter(({ seq, event }) => event.kind === kind && seq < before)
      .toReversed()
      .slice(0, most),
  storyEvents: (mission, after = 0) =>
    day.events.filter(({ seq, event }) => event.trace === mission && seq > after),
}

export const pageOfADay: QueryAnswer<'missionsPage'> = {
  is: 'answer',
  value: missionsPage(source, {
    kind: 'missionsPage',
    account: 'simulated',
    beforeSeq: null,
    limit: 40,
    filter: { state: null, pair: null, setup: null },
  }),
}
export const noMissions: QueryAnswer<'missionsPage'> = {
  is: 'answer',
  value: { missions: [], nextBeforeSeq: null },
}
export const storyOf = (mission: Ulid): QueryAnswer<'missionStory'> => ({
  is: 'answer',
  value: { story: missionStory(source.storyEvents(mission)) },
})

const HOUR_MS = 3_600_000
const START_MS = Date.UTC(2026, 0, 5, 9)

type Kept = Pick<EventOf<'ghostEnded'>, 'notTaken' | 'why'> &
  Readonly<{ every: number; r: (k: number) => number }>

/** One filter that saves, one that costs, one of which nothing can be told, and a trader who says no. */
const KEPT: readonly Kept[] = [
  { notTaken: 'refused', why: ['VALUE_BELOW_GATE'], every: 3, r: k => (k % 4 === 0 ? 1.95 : -1.05) },
  { notTaken: 'refused', why: ['SPREAD_ABOVE_NORM'], every: 9, r: k => (k % 6 === 0 ? 0.4 : -1.08) },
  { notTaken: 'refused', why: ['COOLDOWN', 'HOURLY_LIMIT'], every: 11, r: k => (k % 3 === 0 ? -1.04 : 1.4) },
  { notTaken: 'denied', why: ['OPEN_TRADES'], every: 20, r: k => (k % 2 === 0 ? 1.96 : -1.04) },
  { notTaken: 'declined', why: ['News ahead'], every: 25, r: k => (k % 3 === 0 ? 1.5 : -1.02) },
  { notTaken: 'expired', why: ['Its time ran out.'], every: 60, r: () => -1.03 },
]

/** So many hours of a desk that trades little. */
export function ghostsOf(hours: number, account: AccountKind = 'simulated'): QueryAnswer<'ghosts'> {
  const book = new GhostBook()
  for (let hour = 0; hour < hours; hour++)
    for (const { every, r, ...kept } of KEPT) {
      if (hour % every !== 0) continue
      const endedMs = EpochMs.parse(START_MS + hour * HOUR_MS)
      const result = r(hour / every)
      const said = { p: 0.3 + ((hour * 17) % 41) / 200, outcome: result > 1 ? 'target' : 'stop' } as const
      book.take({ ...ONE_OF_EACH.ghostEnded, ...kept, ...said, account, endedMs, r: result })
    }
  return { is: 'answer', value: reportOf(book, account) }
}

const reportOf = (book: GhostBook, account: AccountKind): GhostReport =>
  book.report({ account, fromMs: EpochMs.parse(0), toMs: EpochMs.parse(Number.MAX_SAFE_INTEGER) })
