import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { CampaignStream } from '../../testkit/campaign-stream.ts'
import { newCampaign, type Award } from './campaign-book.ts'
import { statesOf } from './campaign-states.ts'
import { dueAwards, takeFact } from './campaign.ts'
import { Rebuild } from './rebuild.ts'

const END = fc.record({
  netCents: fc.constantFrom(-1_000, -300, 0, 700, 1_500),
  reason: fc.constantFrom(
    'stop' as const,
    'target' as const,
    'time' as const,
    'manual' as const,
    'command' as const,
  ),
  ofTarget: fc.constantFrom(-0.5, 0.5, 1),
})
/** What may happen to an account on a day. */
const STEP: fc.Arbitrary<(of: CampaignStream) => unknown> = fc.oneof(
  END.map(end => (of: CampaignStream) => of.trade(end)),
  END.map(
    end => (of: CampaignStream) => of.issue().shoot('FRESH').depth(0.6).askToClose().close(end).debrief(),
  ),
  fc.constant((of: CampaignStream) => of.issue().decline('no', 'FRESH')),
  fc.constant((of: CampaignStream) => of.issue().deny().tryLimit()),
  fc.constant((of: CampaignStream) => of.raise('TILT_WARNING')),
  fc.constant((of: CampaignStream) => of.raise('TILT_LOCKOUT').end('TILT_LOCKOUT')),
  fc.constant((of: CampaignStream) => of.raise('DAILY_STOP')),
  fc.constant((of: CampaignStream) =>
    of.issue().shoot().stop(null).close({ netCents: -100, reason: 'stop' }),
  ),
  fc.nat(5).map(entry => (of: CampaignStream) => of.journal(entry)),
  fc.nat(3).map(lesson => (of: CampaignStream) => of.answer(`lesson ${lesson}`)),
  fc.integer({ min: 900_000, max: 1_100_000 }).map(cents => (of: CampaignStream) => of.equity(cents)),
)
/** A few days of one account, each a list of its events. */
const daysOf = (number: number, account: AccountKind) =>
  fc.array(fc.array(STEP, { maxLength: 6 }), { minLength: 1, maxLength: 9 }).map(days => {
    const stream = new CampaignStream(number, account)
    return days.map((steps, day) => {
      const from = stream.events.length
      stream.day(day)
      for (const step of steps) step(stream)
      return stream.events.slice(day === 0 ? 0 : from)
    })
  })

function folded(events: Iterable<EngineEvent>) {
  const campaign = newCampaign()
  for (const event of events) takeFact(campaign, event)
  return campaign
}
const total = (awards: readonly Award[], account: AccountKind) =>
  awards.filter(award => award.account === account).reduce((sum, { xp }) => sum + xp, 0)

/** What must not depend on how streams came in between one another. */
function outcome(events: Iterable<EngineEvent>, account: AccountKind) {
  const campaign = folded(events)
  const { badges, streak, challenges } = statesOf(campaign, account, 0)
  const reasons = dueAwards(campaign).map(({ reason, xp }) => `${reason} ${xp}`).toSorted() // prettier-ignore
  const states = badges.map(({ name, n, earned }) => [name, n, earned !== null])
  return { total: total(dueAwards(campaign), account), reasons, states, streak, challenges }
}

/** Streams keep their own order; `picks` says which goes on next. */
function interleaved(streams: readonly (readonly EngineEvent[])[], picks: readonly number[]): EngineEvent[] {
  const rest = streams.map(events => [...events])
  const mixed: EngineEvent[] = []
  for (let k = 0; rest.some(events => events.length > 0); k++) {
    const open = rest.filter(events => events.length > 0)
    const next = open[(picks[k % picks.length] ?? 0) % open.length]?.shift()
    if (next) mixed.push(next)
  }
  return mixed
}
const PICKS = fc.array(fc.nat(97), { minLength: 5, maxLength: 60 })
const dayOf = (days: readonly (readonly EngineEvent[])[], day: number) => days[day] ?? []

test.each(['demo', 'simulated'] as const)(
  'terminals of one kind may come in between one another as they like within a day: the campaign is the same (%s)',
  kind => {
    fc.assert(
      fc.property(
        daysOf(1, kind),
        daysOf(2, kind),
        daysOf(3, kind),
        PICKS,
        PICKS,
        (one, two, three, a, b) => {
          const days = Math.max(one.length, two.length, three.length)
          const shuffled = (picks: readonly number[]) =>
          Array.from({ length: days }, (_, day) => interleaved([dayOf(one, day), dayOf(two, day), dayOf(three, day)], picks)).flat() // prettier-ignore
          expect(outcome(shuffled(a), kind)).toEqual(outcome(shuffled(b), kind))
        },
      ),
      { numRuns: 200 },
    )
  },
)

test('accounts of other kinds may come in between at any time, and no XP goes from one kind into another', () => {
  fc.assert(
    fc.property(daysOf(1, 'simulated'), daysOf(2, 'live'), PICKS, (practice, live, picks) => {
      const real = live.flat()
      const both = folded(interleaved([practice.flat(), real], picks))
      const ofLive = dueAwards(both).filter(({ account }) => account === 'live')
      expect(ofLive).toEqual(dueAwards(folded(real)))
      expect(statesOf(both, 'live', 0)).toEqual(statesOf(folded(real), 'live', 0))
      expect(dueAwards(folded(practice.flat())).every(({ account }) => account === 'simulated')).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('events that come again change nothing', () => {
  fc.assert(
    fc.property(daysOf(1, 'demo'), fc.nat(8), (days, again) => {
      const events = days.flat()
      const day = dayOf(days, again % days.length)
      const at = days.slice(0, (again % days.length) + 1).flat().length
      const repeated = [...events.slice(0, at), ...day, ...events.slice(at)]
      expect(dueAwards(folded(repeated))).toEqual(dueAwards(folded(events)))
      expect(dueAwards(folded([...events, ...events]))).toEqual(dueAwards(folded(events)))
    }),
    { numRuns: 200 },
  )
})

test('a clock that goes back pays no day twice and lengthens no streak by a day that had passed', () => {
  fc.assert(
    fc.property(daysOf(1, 'demo'), fc.nat(8), (days, to) => {
      const events = days.flat()
      const marks = events.flatMap(event => (event.kind === 'equityMarked' ? [event] : []))
      const back = marks[to % marks.length]
      if (!back) return
      const after = outcome(
        [...events, back, ...events.filter(({ kind }) => kind === 'tradeDebriefed'), back],
        'demo',
      )
      expect(after).toEqual(
        outcome([...events, { ...back, dayMs: marks.at(-1)?.dayMs ?? back.dayMs }], 'demo'),
      )
    }),
    { numRuns: 200 },
  )
})

test('what an engine tells as it goes is what a rebuild earns from the facts', () => {
  fc.assert(
    fc.property(daysOf(1, 'demo'), daysOf(2, 'simulated'), PICKS, (demo, practice, picks) => {
      const campaign = newCampaign()
      const rebuild = new Rebuild()
      let seq = 0
      const store = (event: EngineEvent): void => {
        takeFact(campaign, event)
        rebuild.take({ seq: ++seq, wallMs: event.atMs, event, hash: '' })
      }
      for (const fact of interleaved([demo.flat(), practice.flat()], picks)) {
        store(fact)
        for (const { key, account, atMs, reason, xp, order, text } of dueAwards(campaign))
          store({ kind: 'xpAwarded', key, account, atMs, reason, xp, order, text })
      }
      expect(dueAwards(campaign)).toEqual([])
      expect(rebuild.differences()).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('a rebuild names what was not told, what no fact earns, what has another amount, and what was told twice', () => {
  const { events } = new CampaignStream(1, 'demo').day(0).trade()
  const rebuild = new Rebuild()
  const awards = dueAwards(folded(events))
  let seq = 0
  const store = (event: EngineEvent): void =>
    rebuild.take({ seq: ++seq, wallMs: event.atMs, event, hash: '' })
  for (const event of events) store(event)
  const tell = (award: Award | undefined, xp = award?.xp ?? 0) =>
    award && store({ kind: 'xpAwarded', ...award, xp })
  const [plan, result, badge] = awards
  tell(result, 999)
  tell(badge)
  tell(badge)
  tell(plan && { ...plan, key: 'made up' })
  expect(rebuild.differences().map(({ is, key }) => [is, key])).toEqual([
    ['untold', plan?.key],
    ['amount', result?.key],
    ['twice', 'badge:FIRST_BLOOD'],
    ['unearned', 'made up'],
  ])
})
