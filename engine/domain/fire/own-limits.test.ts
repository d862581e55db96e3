import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import { loosenedBy, ownLimits, tighterOf, type OwnLimits } from './own-limits.ts'
import { isAmong, type Drawdown } from './prop-limits.ts'

const whole = (max: number) => fc.option(fc.integer({ min: 1, max }))
const own: fc.Arbitrary<OwnLimits> = fc.record({
  riskPct: fc.constantFrom(0.25, 0.5, 1, 2),
  limits: fc.record({
    openTrades: whole(5),
    shotsADay: whole(20),
    dailyLossPct: whole(5),
    totalRiskPct: fc.integer({ min: 1, max: 6 }),
    maxLots: whole(9),
  }),
  prop: fc.record({
    dailyLossPct: whole(20),
    newsMinutes: whole(120),
    flatByWeekend: fc.boolean(),
    drawdowns: fc.constant([]),
  }),
})
/** The less, the tighter. */
const figures = ({ riskPct, limits, prop }: OwnLimits): number[] => [
  ...[riskPct, ...Object.values(limits), prop.dailyLossPct].map(value => value ?? Number.POSITIVE_INFINITY),
  -(prop.newsMinutes ?? 0),
  prop.flatByWeekend ? 0 : 1,
]
const DEFAULTS = DeskSettings.parse({})

test('of two each limit is the tighter, where none is a limit the other, and none of them is forgotten', () => {
  fc.assert(
    fc.property(own, own, (one, other) => {
      const tighter = figures(tighterOf(one, other))
      expect(tighter).toEqual(figures(one).map((value, at) => Math.min(value, figures(other)[at] ?? 0)))
    }),
  )
  const tighter = tighterOf(ownLimits(DEFAULTS), ownLimits(DEFAULTS))
  expect(tighter).toEqual(ownLimits(DEFAULTS))
  expect(Object.keys(tighter.limits)).toEqual(Object.keys(DEFAULTS.limits))
  expect(Object.keys(tighter.prop)).toHaveLength(Object.keys(DEFAULTS.prop).length)
})

test('what a wish loosens is named with the value that it has', () => {
  fc.assert(
    fc.property(own, own, (wished, held) => {
      const isLooser = figures(wished).filter((value, at) => value > (figures(held)[at] ?? 0)).length
      expect(loosenedBy(wished, held)).toHaveLength(isLooser)
      expect(loosenedBy(tighterOf(wished, held), held)).toEqual([])
    }),
  )
  const held = ownLimits({ ...DEFAULTS, limits: { ...DEFAULTS.limits, openTrades: 2 } })
  expect(loosenedBy({ ...ownLimits(DEFAULTS), riskPct: 2 }, held)).toEqual([
    { key: 'riskPct', value: 1 },
    { key: 'limits.openTrades', value: 2 },
  ])
})

describe('drawdowns', () => {
  const drawdown: fc.Arbitrary<Drawdown> = fc.record({
    by: fc.constantFrom('static', 'trailing'),
    pct: fc.integer({ min: 1, max: 3 }),
    startBalanceCents: fc.constantFrom(1_000_000, 2_000_000),
  })
  const under = (maxDrawdown: Drawdown | null) =>
    ownLimits({ ...DEFAULTS, prop: { ...DEFAULTS.prop, maxDrawdown } })
  const loosened = (wished: Drawdown | null, held: Drawdown) => loosenedBy(under(wished), under(held))

  test('of two settings hold both, each once', () => {
    fc.assert(
      fc.property(drawdown, drawdown, (one, other) => {
        const { drawdowns } = tighterOf(under(one), under(other)).prop
        expect([one, other].every(each => isAmong(drawdowns, each))).toBe(true)
        expect(drawdowns).toHaveLength(isAmong([one], other) ? 1 : 2)
      }),
    )
  })

  test('are loosened by a greater share, a lower start, a floor that stands still, and by none', () => {
    const held: Drawdown = { by: 'trailing', pct: 5, startBalanceCents: 1_000_000 }
    const named = [{ key: 'prop.maxDrawdown', value: 'trailing 5 % from 10000.00' }]
    const looser = [{ pct: 6 }, { startBalanceCents: 900_000 }, { by: 'static' as const }]
    for (const change of looser) expect(loosened({ ...held, ...change }, held)).toEqual(named)
    expect(loosened(null, held)).toEqual(named)
    expect(loosened({ ...held, pct: 4 }, held)).toEqual([])
    expect(loosened(held, { ...held, by: 'static' })).toEqual([])
  })
})
