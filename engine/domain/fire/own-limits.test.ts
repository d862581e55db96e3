import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import { loosenedBy, tighterOf, type OwnLimits } from './own-limits.ts'

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
})
const figures = ({ riskPct, limits }: OwnLimits): number[] =>
  [riskPct, ...Object.values(limits)].map(value => value ?? Number.POSITIVE_INFINITY)

test('of two each limit is the tighter, where none is a limit the other, and none of them is forgotten', () => {
  fc.assert(
    fc.property(own, own, (one, other) => {
      const tighter = figures(tighterOf(one, other))
      expect(tighter).toEqual(figures(one).map((value, at) => Math.min(value, figures(other)[at] ?? 0)))
    }),
  )
  const { riskPct, limits } = DeskSettings.parse({})
  expect(Object.keys(tighterOf({ riskPct, limits }, { riskPct, limits }).limits)).toEqual(Object.keys(limits))
})

test('what a wish loosens is named with the value that it has', () => {
  fc.assert(
    fc.property(own, own, (wished, held) => {
      const isLooser = figures(wished).filter((value, at) => value > (figures(held)[at] ?? 0)).length
      expect(loosenedBy(wished, held)).toHaveLength(isLooser)
      expect(loosenedBy(tighterOf(wished, held), held)).toEqual([])
    }),
  )
  const { riskPct, limits } = DeskSettings.parse({ limits: { openTrades: 2 } })
  expect(loosenedBy({ riskPct: 2, limits: { ...limits, openTrades: null } }, { riskPct, limits })).toEqual([
    { key: 'riskPct', value: 1 },
    { key: 'limits.openTrades', value: 2 },
  ])
})
