import { beforeAll, describe, expect, test } from 'vitest'
import type { EngineEvent, StoredEvent } from '../../contracts/events.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import { AlertBook } from '../../domain/alerts/alert-book.ts'
import { Rebuild } from '../../domain/campaign/rebuild.ts'
import { missionsPage } from '../../domain/missions-log/missions-page.ts'
import { feederOf, newBooks, recordAnswer, type RecordQuery } from '../../domain/record/record-books.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { emptyDesk, type DeskState } from '../desk-state.ts'
import { fold } from '../fold.ts'

const account = 'simulated'
const filter = { fromMs: null, toMs: null, keys: {} }
const page = { beforeSeq: null, limit: 50 }

const asked = (mission: Ulid): readonly RecordQuery[] => [
  { kind: 'campaign', account, ...page },
  { kind: 'debrief', account, scope: null, filter, trials: null },
  { kind: 'debriefTrades', account, scope: null, filter },
  { kind: 'tradesTable', account, scope: null, filter, order: 'closed', descending: true, skip: 0, limit: 50 }, // prettier-ignore
  { kind: 'equityCurve', account, points: 50 },
  { kind: 'periods', account, scope: null, unit: 'day', throughMs: null, most: 30 },
  { kind: 'squad' },
  { kind: 'journalPage', account, search: '', ...page },
  { kind: 'lessonsBefore', mission },
  { kind: 'debriefsDue', account },
  { kind: 'drillReport', account, dayMs: null },
  { kind: 'sitrep', account, weekMs: null },
  { kind: 'lessons', account },
]

const stored = (events: readonly EngineEvent[]): StoredEvent[] =>
  events.map((event, at) => ({ seq: at + 1, wallMs: event.atMs, event, hash: '' }))

function answersOf(events: readonly EngineEvent[], mission: string): readonly unknown[] {
  const books = newBooks()
  const feed = feederOf(books)
  for (const one of stored(events)) feed(one)
  const orders = events.flatMap(event => (event.kind === 'orderRecorded' ? [event.order] : []))
  const cards = orders.map(order => books.cards.factsOf(order)).filter(card => card !== null)
  return [...asked(mission as Ulid).map(query => recordAnswer(books, query)), cards]
}

/** A mission that was fired and has ended, and then a test fire from its record to its end. */
function aDay() {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  desk.deliver().play(5, minute => 110_400 - minute * 200)
  // Into London's morning, past the hours without entries.
  desk.play(12 * 60, minute => 109_500 + 20 * Math.sin(minute / 7))
  for (const { id } of desk.pending())
    desk.engine.command({ kind: 'declineMission', id, origin: 'window', mission: id, reason: 'no' })
  const before = desk.all()
  const answer = desk.engine.command({
    kind: 'testFire',
    id: desk.ids.next(desk.nowMs()),
    origin: 'window',
    terminal: DESK,
  })
  for (let turn = 0; turn < 3; turn++) {
    desk.deliver().tell({ type: 'positions', body: desk.broker.positions() })
    desk.engine.wake()
  }
  // What the account is worth is money, and is on record whoever has moved it.
  const life = desk
    .all()
    .slice(before.length)
    .filter(({ kind }) => kind !== 'equityMarked')
  return { before, life, answer }
}

const asAnyMission = (event: EngineEvent): EngineEvent => {
  if (event.kind !== 'missionIssued') return event
  const { test: _, ...mission } = event.mission
  return { ...event, mission }
}

describe('the whole life of a test fire', () => {
  let day: ReturnType<typeof aDay>
  beforeAll(() => {
    day = aDay()
  })
  const missionOf = () => String(day.life[0]?.trace)

  test('is told with the id of its mission in every event', () => {
    expect(day.answer).toMatchObject({ is: 'done', order: expect.any(String) as string })
    expect(day.life.map(({ kind }) => kind)).toEqual([
      'missionIssued', 'orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'closeRequested', 'closeAnswered', 'dealDone', 'tradeClosed', 'excursionMeasured',
    ]) // prettier-ignore
    expect(new Set(day.life.map(({ trace }) => trace)).size).toBe(1)
  })

  test('leaves every book of the record as if it had not been', () => {
    const all = [...day.before, ...day.life]
    expect(answersOf(all, missionOf())).toEqual(answersOf(day.before, missionOf()))
    const other = [...day.before, ...day.life.map(asAnyMission)]
    const changed = answersOf(other, missionOf()).map((answer, at) => {
      const without = answersOf(day.before, missionOf())[at]
      return JSON.stringify(answer) === JSON.stringify(without) ? 'same' : 'changed'
    })
    // Of the same events without the mark half of the answers change: this test can fail.
    expect(changed.filter(is => is === 'changed').length).toBeGreaterThan(6)
  })

  test("leaves the desk's campaign, notebook, squad and kill cards as if it had not been, and its XP can be rebuilt", () => {
    const folded = (events: readonly EngineEvent[]): DeskState => {
      const desk = emptyDesk()
      for (const event of events) fold(desk, event)
      return desk
    }
    const merit = ({ campaign, notebook, squad, xp, xpNotes, trades, ghosts, issued, values }: DeskState) =>
      structuredClone({ campaign, notebook, squad, xp, xpNotes, trades, ghosts, issued, values: values.size })
    const all = [...day.before, ...day.life]
    expect(merit(folded(all))).toEqual(merit(folded(day.before)))
    expect(merit(folded([...day.before, ...day.life.map(asAnyMission)]))).not.toEqual(
      merit(folded(day.before)),
    )
    const rebuild = new Rebuild()
    for (const one of stored(all)) rebuild.take(one)
    expect(rebuild.differences()).toEqual([])
  })

  test('is not in the log of missions, and its money is on record', () => {
    const all = stored([...day.before, ...day.life])
    const { missions } = missionsPage(
      {
        missionsBefore: (kind, seq, most) => all.filter(one => one.event.kind === kind && one.seq < seq).toReversed().slice(0, most),
        storyEvents: (mission, after = 0) => all.filter(one => one.event.trace === mission && one.seq > after),
      },
      { account, filter: { state: 'issued', pair: null, setup: null }, ...page } as never,
    ) // prettier-ignore
    expect(missions.length).toBeGreaterThan(0)
    expect(missions.map(({ id }) => String(id))).not.toContain(missionOf())
    expect(day.life.find(({ kind }) => kind === 'tradeClosed')).toMatchObject({ trade: { kind: account } })
  })

  test('is no alert; an order without an answer and a close that is refused are told as ever', () => {
    const told = (events: readonly EngineEvent[]) => {
      const book = new AlertBook()
      const seen = stored(day.before).flatMap(one => book.take(one)).length
      const rest = stored([...day.before, ...events]).slice(day.before.length)
      return { seen, facts: rest.flatMap(one => book.take(one)).map(({ fact }) => fact.kind) }
    }
    const { seen, facts } = told(day.life)
    expect(seen).toBeGreaterThan(0)
    expect(facts).toEqual([])
    const upTo = (kind: EngineEvent['kind']) => day.life.slice(0, day.life.findIndex(event => event.kind === kind)) // prettier-ignore
    const refused = day.life.flatMap(event => (event.kind === 'closeAnswered' ? [{ ...event, is: 'rejected' as const }] : [])) // prettier-ignore
    expect(told([...upTo('closeAnswered'), ...refused]).facts).toEqual(['trouble'])
    const [order] = day.life.flatMap(event => (event.kind === 'orderRecorded' ? [event] : []))
    const unknown = { kind: 'orderBecame', atMs: order?.atMs, trace: order?.mission, order: order?.order, state: 'unknown', why: 'No answer.' } as EngineEvent // prettier-ignore
    expect(told([...upTo('orderAnswered'), unknown]).facts).toEqual(['trouble'])
  })
})

test('the ledger of before, which knows no test fires, is folded as it was', () => {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  desk.deliver().play(1, () => 110_300)
  expect(desk.engine.desk.state.tests.size).toBe(0)
  expect(desk.events('missionIssued').every(({ mission }) => !('test' in mission))).toBe(true)
})
