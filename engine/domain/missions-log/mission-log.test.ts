import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../contracts/events.ts'
import type { MissionFilter, MissionsPageQuery } from '../../contracts/mission-log.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'
import { aUlid } from '../../testkit/events.ts'
import { missionStory } from './mission-story.ts'
import { missionsPage, type MissionSource } from './missions-page.ts'

/** The ledger's promise, kept by looking through a list. */
function sourceOf(events: readonly StoredEvent[]): MissionSource & { readonly read: () => number } {
  let read = 0
  return {
    read: () => read,
    missionsBefore: (kind, before, most) => {
      const found = events.filter(({ seq, event }) => event.kind === kind && seq < before)
      const page = found.toReversed().slice(0, most)
      read += page.length
      return page
    },
    storyEvents: (mission, after = 0) =>
      events.filter(({ seq, event }) => event.trace === mission && seq > after),
  }
}

const eventsOf = (desk: DeskHarness) => [...desk.ledger.all()]
const storyOf = (desk: DeskHarness, mission: Ulid) =>
  missionStory(sourceOf(eventsOf(desk)).storyEvents(mission))
const stateIn = (desk: DeskHarness, mission: Ulid) => desk.engine.desk.state.missions.get(mission)?.state

const ANY: MissionFilter = { state: null, pair: null, setup: null }
const asking = (change: Partial<MissionsPageQuery> = {}): MissionsPageQuery => ({
  kind: 'missionsPage',
  account: 'simulated',
  beforeSeq: null,
  limit: 50,
  filter: ANY,
  ...change,
})

describe('the story of a mission', () => {
  test('that was fired goes from its bar to its trade, with one trace, and says how long each stage took', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    desk.play(1, () => 110_400)
    desk.fire(id)
    desk.deliver()
    expect(storyOf(desk, id)).toMatchObject({ state: 'filled', trades: [], ghost: null })
    desk.play(5, minute => 110_400 - minute * 200)

    const story = storyOf(desk, id)
    expect(story).toMatchObject({
      state: 'closed',
      decision: { what: 'fired', by: 'window' },
      trades: [{ reason: 'target' }],
      ghost: null,
    })
    expect(story?.mission.figures.length).toBeGreaterThan(0)
    const kinds = story?.steps.map(({ event }) => event.kind).filter(kind => kind !== 'xpAwarded')
    expect(kinds).toEqual([
      'missionIssued', 'orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'dealDone', 'tradeClosed', 'excursionMeasured',
    ]) // prettier-ignore
    expect(story?.stages.map(({ stage }) => stage)).toEqual([
      'issuedToDecided', 'recordedToSent', 'sentToAnswered', 'answeredToFilled', 'filledToClosed',
    ]) // prettier-ignore
    expect(story?.stages[0]?.ms).toBeGreaterThanOrEqual(60_000)
    expect(story?.steps[0]?.afterMs).toBeNull()
    expect(story?.steps[1]?.afterMs).toBe(story?.stages[0]?.ms)
    expect(story?.excursion?.mfeR).toBeGreaterThan(1.5)
    expect(story?.decision?.leftShare).toBeGreaterThan(0)
    expect(story?.decision?.leftShare).toBeLessThan(1)
  })

  test('that was declined or let go says by whom, and the state is the desk’s own', () => {
    const desk = new DeskHarness()
    const { id: mission } = desk.mission()
    expect(storyOf(desk, mission)).toMatchObject({ state: 'pending', decision: null, stages: [] })
    desk.engine.command({
      kind: 'declineMission',
      id: aUlid(5),
      origin: 'window',
      mission,
      reason: 'News ahead',
    })
    expect(storyOf(desk, mission)).toMatchObject({
      state: 'declined',
      decision: { what: 'declined', by: 'person' },
    })
    expect(stateIn(desk, mission)).toBe('declined')

    const late = new DeskHarness()
    const { id } = late.mission()
    late.play(90, () => 110_400)
    expect(storyOf(late, id)).toMatchObject({ state: 'expired', decision: { what: 'expired', by: 'clock' } })
    expect(stateIn(late, id)).toBe('expired')
  })

  test('that the broker rejected is refused, as the desk has it', () => {
    const desk = new DeskHarness({ temper: { script: ['reject'] } })
    const { id } = desk.mission()
    desk.fire(id)
    desk.deliver()
    expect(stateIn(desk, id)).toBe('refused')
    expect(storyOf(desk, id)?.state).toBe('refused')
  })

  test('of which no event is known is none', () => {
    expect(missionStory([])).toBeNull()
  })
})

describe('a page of the log', () => {
  const desk = new DeskHarness()
  desk.mission()
  for (let leap = 0; leap < 6; leap++) desk.play(6, () => 110_400 + 90 * leap).play(120, () => 110_000)
  const events = eventsOf(desk)
  const ofAll = events.filter(
    ({ event }) => event.kind === 'missionIssued' || event.kind === 'missionRefused',
  )

  test('turns newest first through all of them, without overlap or hole', () => {
    const source = sourceOf(events)
    const seen: number[] = []
    let beforeSeq: number | null = null
    do {
      const page = missionsPage(source, asking({ beforeSeq, limit: 3 }))
      seen.push(...page.missions.map(({ seq }) => seq))
      beforeSeq = page.nextBeforeSeq
    } while (beforeSeq !== null)
    expect(seen).toEqual(ofAll.map(({ seq }) => seq).toReversed())
    expect(seen.length).toBeGreaterThan(6)
  })

  test('of one state, pair or setup has no other', () => {
    const source = sourceOf(events)
    const page = (filter: Partial<MissionFilter>) =>
      missionsPage(source, asking({ filter: { ...ANY, ...filter } }))
    const { missions } = page({ state: 'refused' })
    expect(missions.length).toBeGreaterThan(0)
    for (const { state, why } of missions) expect([state, why.length > 0]).toEqual(['refused', true])
    for (const { state } of page({ state: 'issued' }).missions) expect(state).not.toBe('refused')
    expect(page({ pair: 'GBPUSD' })).toEqual({ missions: [], nextBeforeSeq: null })
    expect(page({ setup: 'NO-SUCH' }).missions).toEqual([])
    expect(page({ setup: 'BIGBAR-FADE' }).missions.length).toBeGreaterThan(0)
  })

  test('never shows those of another kind of account', () => {
    for (const account of ['demo', 'live', 'contest'] satisfies AccountKind[])
      expect(missionsPage(sourceOf(events), asking({ account })).missions).toEqual([])
  })

  test('of an empty ledger is empty', () => {
    expect(missionsPage(sourceOf([]), asking())).toEqual({ missions: [], nextBeforeSeq: null })
  })

  test('with a filter that nothing passes stops after a hundred or so, and says where to go on', () => {
    const [one] = ofAll
    if (!one) throw new Error('the harness proposes nothing')
    const many = Array.from({ length: 1_000 }, (_, k): StoredEvent => ({ ...one, seq: k + 1 }))
    const source = sourceOf(many)
    const page = missionsPage(source, asking({ filter: { ...ANY, pair: 'GBPUSD' } }))
    expect(page).toEqual({ missions: [], nextBeforeSeq: 881 })
    expect(source.read()).toBe(121)
  })
})
