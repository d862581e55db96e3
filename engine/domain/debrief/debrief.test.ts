import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { Debrief, type DebriefFilter, type DebriefQuery } from '../../contracts/debrief.ts'
import { EngineEvent, type StoredEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { tradeHistory, type HistoryPlan } from '../../testkit/trade-history.ts'
import { aMission } from '../../testkit/views.ts'
import { sharpeEstimate } from '../statistics/deflated-sharpe.ts'
import { debriefOf } from './debrief.ts'
import { DebriefBook } from './debrief-book.ts'
import { dailyFigures } from './figures/daily-figures.ts'

const HOUR = 3_600_000
const bookOf = (events: Iterable<StoredEvent>) => {
  const book = new DebriefBook()
  for (const stored of events) book.take(stored)
  return book
}
const asked = (filter: Partial<DebriefFilter> = {}, change: Partial<DebriefQuery> = {}): DebriefQuery => ({
  kind: 'debrief',
  account: 'demo',
  scope: null,
  filter: { fromMs: null, toMs: null, keys: {}, ...filter },
  trials: null,
  ...change,
})
const ofHistory = (plan: Partial<HistoryPlan>, query = asked()) =>
  debriefOf(bookOf(tradeHistory(plan)), query)

const stored = (event: EngineEvent, seq = 1): StoredEvent => ({
  seq,
  wallMs: EpochMs.parse(0),
  event,
  hash: '',
})
/** Results one after another, an hour apart, of no mission. */
const results = (rs: readonly number[]): StoredEvent[] =>
  rs.map((r, k) => {
    const { trade, ...event } = aTradeClosed({
      account: 'demo',
      r,
      netCents: Math.round(r * 1_000),
      closeMs: (k + 1) * HOUR,
    })
    return stored({ ...event, trade: { ...trade, mission: null, order: aUlid(k + 1) } })
  })
const ofResults = (rs: readonly number[]) => debriefOf(bookOf(results(rs)), asked())

/** Says of the answer what its contract says, and that it survives JSON: there is no NaN in it. */
function checked(debrief: Debrief): Debrief {
  expect(Debrief.parse(JSON.parse(JSON.stringify(debrief)))).toEqual(debrief)
  return debrief
}

describe('a debrief', () => {
  it('of nothing says that there is nothing', () => {
    expect(checked(ofResults([]))).toMatchObject({
      n: 0, fromMs: null, all: { is: 'tooFew', n: 0, sumR: 0 }, daily: { is: 'tooFew', days: 0 }, curve: { points: [], depthR: 0 }, equity: null,
      chances: null, calibration: { is: 'tooFew', n: 0 }, drift: { is: 'tooFew' }, streaks: null, bestR: null, exposure: { inMarket: null },
    }) // prettier-ignore
  })

  it('of nine trades adds up and says no more; of ten it speaks', () => {
    const nine = checked(ofResults([2, -1, -1, 2, -1, 2, -1, -1, 2]))
    expect(nine.all).toEqual({ is: 'tooFew', key: 'all', n: 9, sumR: 3, netCents: 3_000 })
    expect(nine.by.pair).toEqual([{ is: 'tooFew', key: 'EURUSD', n: 9, sumR: 3, netCents: 3_000 }])
    expect(ofResults([2, -1, -1, 2, -1, 2, -1, -1, 2, -1]).all).toMatchObject({
      is: 'known', wins: 4, losses: 6, winRate: { value: 0.4, n: 10 }, breakEven: 1 / 3, payoff: { value: 2 }, expectancyR: { value: 0.2 },
    }) // prettier-ignore
  })

  it('asks fewer wins to break even of trades of which some come out even', () => {
    const even = ofResults([1, 1, 1, 1, 0, 0, -1, -1, -1, -1]).all

    expect(even).toMatchObject({ sumR: 0, winRate: { value: 0.4 }, breakEven: 0.4 })
  })

  it('has no ratio of days that are all the same: what differs is only how a mean is rounded', () => {
    const days = Array.from({ length: 40 }, () => 0.1)

    expect(sharpeEstimate(days).low).toBeNaN()
    expect(dailyFigures(Float64Array.from(days), 'results', { trials: 1, trialsFrom: 'asked' })).toMatchObject({
      sharpe: { value: null }, probabilistic: null, deflated: null,
    }) // prettier-ignore
  })

  it.each([
    [
      'wins',
      1,
      { wins: 30, losses: 0, profitFactor: { value: null }, payoff: { value: null }, breakEven: null },
    ],
    [
      'losses',
      -1,
      { wins: 0, losses: 30, profitFactor: { value: 0 }, payoff: { value: null }, breakEven: null },
    ],
    [
      'nothing won and nothing lost',
      0,
      { wins: 0, losses: 0, profitFactor: { value: null }, payoff: { value: null } },
    ],
  ])('of all %s has no ratio without a denominator', (_, r, expected) => {
    const debrief = checked(ofResults(Array.from({ length: 30 }, () => r)))
    expect(debrief.all).toMatchObject({ is: 'known', ...expected })
    expect(debrief.streaks).toMatchObject({
      losing: { longest: r > 0 ? 0 : 30 },
      winning: { longest: r > 0 ? 30 : 0 },
    })
  })

  it('of days that are all alike has no Sharpe ratio', () => {
    const days = Array.from({ length: 40 }, (_, k) => ({
      k,
      atMs: Date.UTC(2026, 0, 5) + Math.floor(k / 5) * 168 * HOUR + (k % 5) * 24 * HOUR,
    }))
    const events = days.map(({ k, atMs }) => {
      const { trade, ...event } = aTradeClosed({ account: 'demo', r: 1 })
      return stored({ ...event, trade: { ...trade, order: aUlid(k + 1), openMs: EpochMs.parse(atMs), closeMs: EpochMs.parse(atMs + HOUR) } })
    }) // prettier-ignore
    expect(checked(debriefOf(bookOf(events), asked())).daily).toMatchObject({ is: 'known', days: 40, sharpe: { value: null }, sortino: null, deflated: null }) // prettier-ignore
  })

  it('never adds kinds of account, nor drills to trades', () => {
    const drills = [...tradeHistory({ trades: 60, drill: true, account: 'simulated' })]
    const book = bookOf([...drills, ...tradeHistory({ trades: 40, account: 'simulated', seed: 2 }), ...tradeHistory({ trades: 25 })]) // prettier-ignore
    const of = (change: Partial<DebriefQuery>) => debriefOf(book, asked({}, change))
    expect(of({ account: 'demo' })).toMatchObject({
      n: 25,
      scope: 'trades',
      ofScope: { trades: 25, drills: 0 },
    })
    expect(of({ account: 'simulated' })).toMatchObject({
      n: 40,
      scope: 'trades',
      ofScope: { trades: 40, drills: 60 },
    })
    expect(of({ account: 'simulated', scope: 'drills' })).toMatchObject({ n: 60, scope: 'drills' })
    expect(of({ account: 'live' }).n).toBe(0)
    expect(debriefOf(bookOf(drills), asked({}, { account: 'simulated' }))).toMatchObject({
      n: 60,
      scope: 'drills',
    })
  })

  it('of a ledger that knows no missions counts all the same, and says what it doesn’t know', () => {
    const debrief = checked(ofHistory({ trades: 120, isOld: true }))
    expect(debrief).toMatchObject({
      n: 120, withoutMission: 120, equity: null, excursions: { known: 0, points: [] }, calibration: { is: 'tooFew' }, drift: { is: 'tooFew' },
      by: { setup: [{ key: 'NONE', n: 120 }], regime: [{ key: 'NONE' }], shield: [{ key: 'NONE' }] }, exposure: { riskKnown: 0, meanRiskPct: null },
    }) // prettier-ignore
    expect(debrief.by.session.map(({ key }) => key)).toContain('LONDON')
  })

  it('tells drift when the promised probability is not met, and none when it is', () => {
    expect(ofHistory({ trades: 400, p: 0.45, said: 0.42 }).drift.is).toBe('quiet')
    const drift = ofHistory({ trades: 400, p: 0.2, said: 0.42 }).drift
    if (drift.is !== 'drifting') throw new Error('no alarm')
    expect(drift.difference.high).toBeLessThan(0)
    expect(drift.sum).toBeGreaterThan(drift.limit)
    expect(drift.sinceMs).toBeLessThan(drift.alarmMs ?? 0)
  })

  it('counts as many trials as setups, or as many as it is told', () => {
    expect(ofHistory({ trades: 400 }).daily).toMatchObject({
      trials: 3,
      trialsFrom: 'setups',
      basis: 'equity',
    })
    const told = ofHistory({ trades: 400 }, asked({}, { trials: 100 })).daily
    expect(told).toMatchObject({ trials: 100, trialsFrom: 'asked' })
  })
})

describe('a filter', () => {
  const book = bookOf(tradeHistory({ trades: 300 }))
  const whole = debriefOf(book, asked())

  it.each(['pair', 'session', 'regime', 'setup', 'shield', 'hour', 'weekday', 'side', 'reason'] as const)(
    'by %s finds each group as the whole told it, and the groups are all there is',
    grouping => {
      expect(whole.by[grouping].reduce((sum, { n }) => sum + n, 0)).toBe(300)
      for (const group of whole.by[grouping]) {
        const { n, all } = debriefOf(book, asked({ keys: { [grouping]: [group.key] } }))
        expect(n).toBe(group.n)
        expect(all.sumR).toBeCloseTo(group.sumR, 9)
      }
    },
  )

  it('takes several keys of a grouping together, and several groupings at once', () => {
    const both = debriefOf(book, asked({ keys: { side: ['buy', 'sell'], pair: ['EURUSD', 'GBPUSD'] } }))
    const counts = whole.by.pair.filter(({ key }) => key === 'EURUSD' || key === 'GBPUSD')
    expect(both.n).toBe(counts.reduce((sum, { n }) => sum + n, 0))
  })

  it('of a key that no trade has leaves nothing', () => {
    expect(debriefOf(book, asked({ keys: { setup: ['NO-SUCH'] } })).n).toBe(0)
  })

  it('cuts by the time of the last exit, the end left out', () => {
    const atMs = whole.curve.points[150]?.atMs ?? 0
    const [before, after] = [debriefOf(book, asked({ toMs: atMs })), debriefOf(book, asked({ fromMs: atMs }))]
    expect(before.n + after.n).toBe(300)
    expect(before.toMs).toBeLessThan(atMs)
  })
})

describe('the book', () => {
  const trade = (order: number, change = {}) => {
    const { trade: closed, ...event } = aTradeClosed({ account: 'demo' })
    return stored({ ...event, trade: { ...closed, order: aUlid(order), mission: aUlid(7), ...change } })
  }
  const excursion = (order: number, maeR: number): StoredEvent =>
    stored(EngineEvent.parse({ kind: 'excursionMeasured', atMs: 1, order: aUlid(order), terminal: 'terminal-1', account: 'demo', maeR, mfeR: 1, by: 'bars' })) // prettier-ignore
  const mission = stored({
    kind: 'missionIssued',
    atMs: EpochMs.parse(0),
    mission: aMission({ id: aUlid(7), drill: false, setup: 'Z5-FADE' }),
  })

  it('joins an excursion with its trade, whichever is told first', () => {
    for (const events of [
      [trade(2), excursion(2, 0.4)],
      [excursion(2, 0.4), trade(2)],
    ])
      expect(debriefOf(bookOf(events), asked()).excursions.points).toEqual([{ maeR: 0.4, mfeR: 1, r: 1.5 }])
  })

  it('takes what is told of an order after it was thought to be over into its one trade', () => {
    const late = trade(2, { dealOut: '9', r: -1.5, netCents: -4_500, riskCents: 3_000, lots: 0.3 })
    const { all, by, exposure } = debriefOf(bookOf([mission, trade(2), late, late]), asked())
    expect(all).toMatchObject({ n: 1, sumR: -0.75, netCents: -3_000 })
    expect(by.setup).toMatchObject([{ key: 'Z5-FADE', n: 1 }])
    expect(exposure.mostLots).toBeCloseTo(0.4)
  })

  it.each([
    ['the target', { reason: 'target' }, 1, 1],
    ['its stop', { reason: 'stop', close: 110_134 }, 1, 0],
    ['its time', { reason: 'time' }, 1, 0],
    ['a stop that was moved to the entry', { reason: 'stop', close: 110_236 }, 0, 0],
    ['a hand', { reason: 'command' }, 0, 0],
  ])('takes a trade that ended at %s as it was meant', (_, end, counted, met) => {
    const events = [mission, ...Array.from({ length: 60 }, (_unused, k) => trade(k + 10, end))]
    const { calibration } = debriefOf(bookOf(events), asked())
    expect(calibration.n).toBe(60 * counted)
    if (calibration.is === 'known') expect(calibration.happened.value).toBe(met)
  })
})

/** JSON knows no −0, and neither does a ledger. */
const R = fc.oneof(
  fc.constantFrom(0, 1, -1, 2),
  fc.double({ min: -20, max: 20, noNaN: true }).map(r => r + 0),
)
test.prop([fc.array(R, { maxLength: 120 })], { numRuns: 60 })(
  'whatever was won and lost, every figure is a number or nothing, and the sums agree',
  rs => {
    const debrief = checked(ofResults(rs))
    const sum = rs.reduce((total, r) => total + r, 0)
    expect(debrief.all.sumR).toBeCloseTo(sum, 6)
    expect(debrief.curve.points.at(-1)?.r ?? 0).toBeCloseTo(sum, 6)
    expect(debrief.histogram.counts.reduce((total, n) => total + n, 0)).toBe(rs.length)
    for (const groups of Object.values(debrief.by))
      expect(groups.reduce((total, { n }) => total + n, 0)).toBe(rs.length)
  },
)
