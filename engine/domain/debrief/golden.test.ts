/** A whole debrief against NumPy, SciPy and statsmodels; tests/golden/statistics/page.py made the numbers, and says how. */
import { describe, expect, test } from 'vitest'
import golden from '../../../tests/golden/statistics/page.json' with { type: 'json' }
import type { Debrief, DebriefKeys, KnownTradeFigures } from '../../contracts/debrief.ts'
import { EngineEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { Measured } from '../../contracts/proving.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { aMission } from '../../testkit/views.ts'
import { cusumLimit, cusumRunLength } from '../statistics/cusum.ts'
import { debriefOf } from './debrief.ts'
import { DebriefBook } from './debrief-book.ts'

type Trade = (typeof golden.trades)[number]

function eventsOf(trade: Trade, k: number): EngineEvent[] {
  const order = aUlid(k + 1)
  const { trade: closed } = aTradeClosed({ account: 'demo', r: trade.r, netCents: 1 })
  const { reason, lots, openMs, closeMs, maeR, mfeR } = trade
  // A stop where the loss is a whole one; elsewhere the price tells nothing.
  const close = reason === 'stop' ? closed.stop : closed.close
  const ofTrade = { ...closed, order, mission: order, reason, lots, openMs, closeMs, close }
  const at = { atMs: closeMs, order, terminal: 'terminal-1', account: 'demo' }
  return [
    missionOf(trade, k),
    EngineEvent.parse({ kind: 'tradeClosed', atMs: closeMs, trade: ofTrade }),
    EngineEvent.parse({ kind: 'excursionMeasured', ...at, maeR, mfeR, by: 'ticks' }),
  ]
}

const missionOf = ({ p, lateP, lateR, promisedR, openMs }: Trade, k: number): EngineEvent => ({
  kind: 'missionIssued',
  atMs: EpochMs.parse(openMs),
  mission: aMission({
    id: aUlid(k + 1),
    kind: 'demo',
    drill: false,
    rewardRatio: 2,
    confidence: { p, n: 900, calibrated: true, source: 'made' },
    timeOut: { p: lateP, r: lateR },
    expectedR: promisedR,
  }),
})

const markOf = (mark: (typeof golden.marks)[number]): EngineEvent =>
  EngineEvent.parse({
    kind: 'equityMarked',
    ...mark,
    terminal: 'terminal-1',
    account: 'demo',
    loginHash: 'one',
    balanceCents: mark.equityCents,
  })

function debriefOfGolden(keys: DebriefKeys, trials: number): Debrief {
  const book = new DebriefBook()
  const events = [...golden.marks.map(markOf), ...golden.trades.flatMap(eventsOf)]
  events.forEach((event, seq) => book.take({ seq, wallMs: EpochMs.parse(0), event, hash: '' }))
  const filter = { fromMs: null, toMs: null, keys }
  return debriefOf(book, { kind: 'debrief', account: 'demo', scope: null, filter, trials })
}

const page = debriefOfGolden({}, 3)
const close = (value: number | null | undefined, expected: number, within = 1e-9) =>
  expect(Math.abs((value ?? Number.NaN) - expected), `${value} beside ${expected}`).toBeLessThanOrEqual(
    within,
  )
/** Ends of an interval that was drawn otherwise, a thousand times instead of two hundred thousand. */
const measures = (figure: Measured, [value = 0, low = 0, high = 0]: readonly number[], within: number) => {
  close(figure.value, value)
  close(figure.low, low, within)
  close(figure.high, high, within)
}

describe('a debrief says what others reckon', () => {
  test('of win rate, expectancy, profit factor and payoff, with their intervals', () => {
    const { all } = golden
    expect(page.all).toMatchObject({ is: 'known', n: all.n, wins: all.wins, losses: all.losses })
    const figures = page.all as KnownTradeFigures
    close(figures.sumR, all.sumR)
    measures(figures.winRate, all.winRate, 1e-9)
    close(figures.breakEven, all.breakEven)
    measures(figures.expectancyR, all.expectancyR, 0.012)
    measures(figures.profitFactor, all.profitFactor, 0.04)
    measures(figures.payoff, all.payoff, 0.012)
  })

  const ofPart: DebriefKeys = { side: ['buy', 'sell'] }
  test.each<[string, DebriefKeys, typeof golden.daily]>([
    ['results', ofPart, golden.daily],
    ['equity', {}, golden.equity.daily],
  ])('of the ratios of daily %s', (basis, keys, expected) => {
    const { daily } = debriefOfGolden(keys, expected.trials)
    if (daily.is !== 'known') throw new Error('there are days enough')
    expect(daily).toMatchObject({ basis, days: expected.days, trials: expected.trials })
    measures(daily.sharpe, expected.sharpe, 1e-9)
    close(daily.sortino, expected.sortino)
    close(daily.probabilistic, expected.probabilistic)
    close(daily.deflated, expected.deflated)
    close(daily.luckySharpe, expected.luckySharpe)
  })

  test('of falls, of results and of equity with payments left out', () => {
    const { depth, now, ...times } = golden.falls
    close(page.curve.depthR, depth)
    close(page.curve.points.at(-1)?.depthR, now)
    expect(page.curve).toMatchObject(times)
    const { depth: depthPct, now: nowPct, ...ofEquity } = golden.equity.falls
    close(page.equity?.depthPct, depthPct)
    close(page.equity?.nowPct, nowPct)
    expect(page.equity).toMatchObject(ofEquity)
  })

  test('of probabilities that were said', () => {
    const { bins, ...expected } = golden.calibration
    const { calibration } = page
    if (calibration.is !== 'known') throw new Error('there are outcomes enough')
    expect(calibration.n).toBe(expected.n)
    close(calibration.meanSaid, expected.meanSaid)
    close(calibration.happened.value, expected.happened)
    close(calibration.brier, expected.brier)
    close(calibration.ece, expected.ece)
    calibration.bins.forEach((bin, k) => {
      close(bin.said, bins[k]?.said ?? Number.NaN)
      close(bin.happened.value, bins[k]?.happened ?? Number.NaN)
    })
  })

  test('of promises that were kept, and of how long a chart without a fault runs', () => {
    const { drift } = page
    if (drift.is === 'tooFew') throw new Error('there are promises enough')
    close(drift.difference.value, golden.drift.difference)
    for (const { n, sum } of drift.points) close(sum, golden.drift.sums[n - 1] ?? Number.NaN)
    for (const { runLength, ...chart } of golden.runLengths) {
      close(cusumRunLength(chart) / runLength, 1, 0.05)
      close(cusumLimit(cusumRunLength(chart), chart.allowance), chart.limit, 1e-6)
    }
  })

  test('of time in the market, lots, and how far trades went', () => {
    const { inMarket, ...exact } = golden.exposure
    expect(page.exposure).toMatchObject({ mostOpen: exact.mostOpen, meanHoldMs: exact.meanHoldMs, medianHoldMs: exact.medianHoldMs, mostLots: exact.mostLots }) // prettier-ignore
    close(page.exposure.meanLots, exact.meanLots)
    close(page.exposure.inMarket, inMarket, 1e-4)
    const { winners, losers } = page.excursions
    expect([winners?.n, losers?.n]).toEqual([golden.excursions.winners[0], golden.excursions.losers[0]])
    close(winners?.medianMaeR, golden.excursions.winners[1] ?? Number.NaN)
    close(winners?.p90MaeR, golden.excursions.winners[2] ?? Number.NaN)
    close(losers?.medianMfeR, golden.excursions.losers[1] ?? Number.NaN)
    close(losers?.p90MfeR, golden.excursions.losers[2] ?? Number.NaN)
  })
})
