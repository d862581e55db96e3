import {
  WalkForwardReport,
  type CalibrationFigures,
  type ChoiceResults,
  type Measured,
  type ResultFigures,
} from '../contracts/proving.ts'

const BASIS = 'Fit on 1 Jan – 31 Aug 2018, tested on 1 Sep – 31 Dec 2018'
const FROM = Date.UTC(2018, 8, 3)
const DAY = 86_400_000

export const around = (value: number, half: number, n: number): Measured => ({
  value,
  low: value - half,
  high: value + half,
  n,
})

function aCalibration(over: Partial<CalibrationFigures>): CalibrationFigures {
  return {
    scope: 'all',
    intercept: 'rolling',
    plan: null,
    basis: BASIS,
    n: 24_000,
    meanP: 0.29,
    hitRate: around(0.287, 0.006, 24_000),
    ece: 0.0098,
    eceByChance: 0.0065,
    eceByChanceHigh: 0.0103,
    brier: 0.20131,
    brierSkill: around(0.0041, 0.0012, 24_000),
    brierSkillOverOneRate: around(0.016, 0.003, 24_000),
    auc: around(0.541, 0.009, 24_000),
    slope: 0.91,
    slopeError: 0.12,
    bins: Array.from({ length: 10 }, (_, k) => {
      const said = 0.22 + 0.015 * k
      const happened = around(said + 0.008 * Math.sin(k * 2), 0.018, 2_400)
      return { n: 2_400, said, saidLow: said - 0.005, saidHigh: said + 0.005, happened }
    }),
    ...over,
  }
}

function aGroup(by: ResultFigures['by'], name: string, n: number, value: number): ResultFigures {
  const half = 2.4 / Math.sqrt(n)
  return {
    by,
    name,
    n,
    targets: Math.round(n * 0.31),
    stops: Math.round(n * 0.6),
    timeouts: n - Math.round(n * 0.31) - Math.round(n * 0.6),
    wins: around(0.37, half / 3, n),
    gross: around(value + 0.07, half, n),
    net1: around(value, half, n),
    net15: around(value - 0.035, half, n),
    net2: around(value - 0.07, half, n),
    profitFactor: around(1 + value, half, n),
    random1: around(-0.13, half * 0.9, n),
    random15: around(-0.19, half * 0.9, n),
    random2: around(-0.25, half * 0.9, n),
    better: around(value + 0.13, half, n),
  }
}

function someResults(choice: ChoiceResults['choice'], n: number, value: number): ChoiceResults {
  let sum = 0
  const equity = Array.from({ length: n }, (_, k) => {
    sum += Math.sin(k * 12.9898) > 0.3 ? 1.9 + value : -1
    return { atMs: FROM + Math.round((k * 118 * DAY) / n), r: sum }
  })
  return {
    choice,
    basis: BASIS,
    groups: [
      aGroup('all', 'all', n, value),
      ...(['SQZ-FADE', 'RANGE-FADE', 'Z5-FADE', 'BIGBAR-FADE'] as const).map((name, k) =>
        aGroup('setup', name, n >> (k + 1), value + 0.05 * (1 - k)),
      ),
      aGroup('month', '2018-09', n >> 2, 0.6),
      aGroup('month', '2018-10', n >> 2, -0.6),
    ],
    equity,
    drawdown: {
      depth: 17.2,
      fromMs: equity[n >> 2]?.atMs ?? null,
      toMs: equity[n >> 1]?.atMs ?? null,
      recoveredMs: null,
      byChance: { p5: 8, p50: 14.2, p95: 27.9, p99: 36, asDeep: 0.31 },
    },
    losingStreak: { longest: 9, chance: 0.41, median: 9, p95: 13 },
    daily: {
      days: 86,
      sharpe: 0.04,
      sortino: 0.06,
      probabilistic: 0.64,
      deflated: 0.01,
      luckySharpe: 0.31,
    },
    ambiguous: { n: 1, share: 0.0024, worst: value, best: value + 0.004 },
  }
}

/** A report with something in each of its parts; the figures mean nothing. */
export function aProvingReport(over: Partial<WalkForwardReport> = {}): WalkForwardReport {
  return WalkForwardReport.parse({
    format: 1,
    engine: '0.1.0',
    seed: 1,
    basis: BASIS,
    calendar: null,
    data: {
      hash: 'ab'.repeat(32),
      pairs: (['EURUSD', 'USDJPY'] as const).map(pair => ({
        pair,
        bars: 372_607,
        fromMs: Date.UTC(2018, 0, 1, 22),
        toMs: Date.UTC(2018, 11, 31, 22),
        spread: 'model',
        files: [{ name: `HISTDATA_${pair}.zip`, sha256: 'cd'.repeat(32) }],
        faults: { GAP: 3 },
        notes: [],
        candidates: 9_812,
      })),
      leftOut: [{ pair: 'GBPUSD', code: 'WRONG_CLOCK', text: 'GBPUSD is on another clock than was thought' }],
    },
    windows: { mode: 'once', fitMonths: null, stepMonths: null, embargoHours: 24 },
    folds: [
      {
        fitFromMs: Date.UTC(2018, 0, 1, 22),
        fitToMs: Date.UTC(2018, 8, 1),
        testFromMs: Date.UTC(2018, 8, 1),
        testToMs: Date.UTC(2018, 11, 31, 22),
        fitted: 48_120,
        purged: 310,
        tested: 24_000,
        issued: 412,
        baseRates: [{ plan: 'RAPID', n: 21_000, rate: 0.301 }],
        unfitted: [{ plan: 'PRECISION', why: 'too few candidates' }],
      },
    ],
    trials: { here: 3, study: 410 },
    draws: { bootstrap: 1_000, calibration: 200, random: 200, blocks: 'day' },
    gateR: 0.05,
    costs: ['Spread modelled by pair and New York clock, because the data holds bids only.'],
    calibration: [
      aCalibration({}),
      aCalibration({ intercept: 'static', ece: 0.0142, meanP: 0.3 }),
      aCalibration({ scope: 'issued', n: 412, ece: 0.041 }),
      aCalibration({ scope: 'issued', intercept: 'static', n: 380, ece: 0.052 }),
      aCalibration({ plan: 'RAPID', n: 12_000 }),
    ],
    results: [
      someResults('rolling', 412, -0.012),
      someResults('static', 380, -0.03),
      someResults('ungated', 2_400, -0.14),
    ],
    refusals: [
      { code: 'VALUE_BELOW_GATE', n: 22_318 },
      { code: 'COOLDOWN', n: 91 },
    ],
    ...over,
  })
}
