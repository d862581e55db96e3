import { expect, it } from 'vitest'
import type { ChartFacts, EquityFacts } from '../../contracts/pictures.ts'
import { Cents, EpochMs, Points } from '../../contracts/primitives.ts'
import { candlesOf } from '../../domain/notebook/bars-around.ts'
import { chartMinutes } from '../../testkit/chart-minutes.ts'
import { aMission } from '../../testkit/views.ts'
import { chartScale } from './chart/chart-scale.ts'
import { pictureFile } from './code/picture-file.ts'
import { equityCells } from './equity-chart.ts'
import { equityChart, marketChart } from './index.ts'

const NOW = Date.UTC(2014, 5, 13, 12, 30)
const FRAME_MS = 900_000
const candles = candlesOf(chartMinutes(NOW, 1_500), FRAME_MS)
const plan = aMission({ issuedMs: EpochMs.parse(NOW), timeExitMs: EpochMs.parse(NOW + 4 * FRAME_MS) })
const facts: ChartFacts = {
  pair: 'EURUSD',
  account: 'live',
  terminal: 'terminal-1',
  digits: 5,
  frameMinutes: 15,
  candles: candles.length,
  fromMs: EpochMs.parse(NOW - 1_500 * 60_000),
  last: { price: Points.parse(110_200), closedMs: EpochMs.parse(NOW) },
  sessions: [],
  plan,
  open: [],
}
const results: EquityFacts = {
  account: 'contest',
  scope: 'drills',
  currency: null,
  n: 2,
  fromMs: EpochMs.parse(0),
  toMs: EpochMs.parse(1),
  sumR: 0,
  netCents: Cents.parse(0),
  depthR: 0,
  points: [0, 1, 2].map(n => ({ n, r: 0, depthR: 0, netCents: 0 })),
}
const FIELD = { left: 100, right: 1_200, top: 10, bottom: 90 }

it.each([
  ['a plan', marketChart(candles, facts, { theme: 'desert' })],
  ['an outlandish plan', marketChart(candles, { ...facts, plan: aMission({ target: Points.parse(900_000), setup: 'W'.repeat(90) }) }, { theme: 'arctic' })],
  ['ten bars', marketChart(candles.slice(0, 10), { ...facts, plan: null }, { theme: 'ember' })],
  ['results that came to nothing', equityChart(results, { theme: 'nightOps' })],
  ['results without money', equityChart({ ...results, netCents: null }, { theme: 'nightOps' })],
] as const)('a picture of %s is a PNG of 1200 by 675', async (_what, png) => {
  expect(pictureFile(await png)).toEqual({ is: 'picture', width: 1_200, height: 675 })
}) // prettier-ignore

it('everything that has a price lies inside of the field, and time runs on behind the last candle', () => {
  const { y, x, edge, edgeWithin, barWidth } = chartScale(candles, facts, FIELD)
  for (const price of [plan.entry, plan.stop, plan.target, facts.last.price]) {
    expect(y(price)).toBeGreaterThan(FIELD.top)
    expect(y(price)).toBeLessThan(FIELD.bottom)
  }
  const last = candles.at(-1)?.openMs ?? 0
  expect(x(last + 2 * FRAME_MS) - x(last)).toBeCloseTo(2 * barWidth)
  expect(edge(last + 999 * FRAME_MS)).toBeNull()
  expect(edge((candles[0]?.openMs ?? 0) - 1)).toBeNull()
  expect([edgeWithin(0), edgeWithin(last + 999 * FRAME_MS)]).toEqual([FIELD.left, FIELD.right])
})

it('a session of one hour has its name too, which runs down where there is no room across', async () => {
  const [fromMs, untilMs] = [NOW - 4 * FRAME_MS, NOW].map(ms => EpochMs.parse(ms)) as [EpochMs, EpochMs]
  const drawnAs = async (session: 'LONDON' | 'NEW_YORK') => {
    const png = await marketChart(
      candles,
      { ...facts, sessions: [{ session, fromMs, untilMs }] },
      { theme: 'nightOps' },
    )
    return Buffer.from(png).toString('base64')
  }
  // Of one shade: only their names differ.
  expect(await drawnAs('LONDON')).not.toBe(await drawnAs('NEW_YORK'))
})

it('the deepest fall of results has no sign, as in the words below the picture', () => {
  expect(equityCells({ ...results, depthR: 0.53 }).at(-1)).toEqual({
    name: 'DEEPEST FALL, R',
    value: '0.53 R',
  })
})
