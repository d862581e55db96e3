import { BacktestReport } from '../contracts/lab-report.ts'
import { aProvingReport, around } from './proving-report.ts'

/** Of a model of its own and without a calendar; the figures mean nothing. */
export function aBacktestReport(over: Partial<BacktestReport> = {}): BacktestReport {
  const { engine, seed, basis, gateR, costs, results, calibration, refusals } = aProvingReport()
  const [rolling] = results
  if (rolling === undefined) throw new Error('the report has no results')
  const { groups, equity, drawdown, losingStreak, daily, ambiguous } = rolling
  return BacktestReport.parse({
    format: 1,
    engine,
    seed,
    trials: 3,
    model: { name: 'venom-1', period: '1 Jan – 31 Dec 2018', trials: 410 },
    basis,
    fromMs: null,
    toMs: null,
    calendar: null,
    gateR,
    draws: { bootstrap: 1_000, random: 200, blocks: 'day' },
    data: { hash: 'ab'.repeat(32), pairs: [], refused: [] },
    costs,
    candidates: {
      n: 24_000,
      open: 0,
      groups,
      ambiguous,
      excursions: { worst: around(-0.6, 0.1, 412), best: around(0.9, 0.1, 412) },
    },
    issued: { n: 412, open: 0, groups, inTime: { equity, drawdown, losingStreak, daily, ambiguous } },
    calibration,
    refusals,
    ...over,
  })
}
