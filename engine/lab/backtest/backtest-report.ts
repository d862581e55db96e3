import type { BacktestPair, BacktestReport } from '../../contracts/lab-report.ts'
import type { ChoiceResults } from '../../contracts/proving.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { bootstrapMean } from '../../domain/statistics/block-bootstrap.ts'
import { VALUE_GATE } from '../../domain/venom/value.ts'
import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { Candidates } from '../candidates/candidates.ts'
import type { Issue } from '../issue/issue.ts'
import { calibrationFigures } from '../results/calibration-figures.ts'
import { measured } from '../../domain/statistics/measured.ts'
import type { RandomBeside } from '../random/random-beside.ts'
import { USUAL_DRAWS } from '../random/random-entries.ts'
import { dayBlocks, endedRows, summarise } from '../results/summarise.ts'
import { ambiguityOf, tradesInTime } from '../results/trades-in-time.ts'
import { refusalCounts } from '../walk-forward/choices.ts'
import type { BacktestJob } from './backtest.ts'
import type { RefusedPair } from './pass-pair.ts'
import { baseRates } from './base-rates.ts'
import { basisOf, costLines } from './plain-words.ts'

/** How often each kind of chance is drawn. */
const DRAWS = { bootstrap: 1_000, random: USUAL_DRAWS, chance: 200 } as const

export type BacktestFound = Readonly<{
  job: BacktestJob
  hash: string
  pairs: readonly BacktestPair[]
  refused: readonly RefusedPair[]
  candidates: Candidates
  /** Rows of the span that is judged. */
  judged: Int32Array
  issue: Issue
  random: RandomBeside
}>

/** Everything that was found, in figures. */
export function backtestReport(found: BacktestFound): BacktestReport {
  const { job, hash, pairs, refused, issue } = found
  const { version, seed, trials, model, calendar, fromMs, toMs } = job
  return {
    format: 1,
    engine: version,
    seed,
    trials,
    model: model && {
      name: model.name,
      period: `${model.card.period.from} to ${model.card.period.to}`,
      trials: model.card.trials,
    },
    basis: basisOf(model),
    fromMs,
    toMs,
    calendar: calendar && { fromMs: calendar.fromMs, toMs: calendar.toMs, events: calendar.events.length },
    gateR: VALUE_GATE,
    draws: { bootstrap: DRAWS.bootstrap, random: DRAWS.random, blocks: 'day' },
    data: {
      hash,
      pairs: [...pairs],
      refused: refused.map(({ pair, code, text }) => ({ pair, code, text })),
    },
    costs: [...costLines(pairs, calendar !== null)],
    candidates: candidatesOf(found),
    issued: issuedOf(found),
    calibration: calibrationOf(found),
    refusals: [...refusalCounts(issue)],
  }
}

function candidatesOf({
  job: { seed },
  candidates,
  judged,
  random,
}: BacktestFound): BacktestReport['candidates'] {
  const ended = endedRows(candidates, judged)
  const blocks = dayBlocks(candidates, ended)
  const mean = (column: Float64Array) => {
    const stream = new Random(streamSeed(seed, 'excursions'))
    const values = Float64Array.from(ended, row => column[row] as number)
    return measured(bootstrapMean(values, blocks, { draws: DRAWS.bootstrap, random: () => stream.uniform() }))
  }
  return {
    n: judged.length,
    open: judged.length - ended.length,
    groups: [
      ...summarise(candidates, ended, random.ofSet('candidates'), { seed, bootstrapDraws: DRAWS.bootstrap }),
    ],
    ambiguous: ambiguityOf(candidates, ended),
    excursions: { worst: mean(candidates.worst), best: mean(candidates.best) },
  }
}

function issuedOf(found: BacktestFound): BacktestReport['issued'] {
  const { job, candidates, issue, random } = found
  const { seed } = job
  const rows = endedRows(candidates, issue.issued)
  return {
    n: issue.issued.length,
    open: issue.issued.length - rows.length,
    groups: [
      ...summarise(candidates, rows, random.ofSet('issued'), { seed, bootstrapDraws: DRAWS.bootstrap }),
    ],
    inTime: inTimeOf(found, rows),
  }
}

function inTimeOf(
  { job, pairs, candidates }: BacktestFound,
  rows: Int32Array,
): Omit<ChoiceResults, 'choice' | 'basis' | 'groups'> {
  const firstMs = Math.min(...pairs.map(pair => pair.fromMs))
  const lastMs = Math.max(...pairs.map(pair => pair.toMs)) + MINUTE_MS
  return tradesInTime(candidates, rows, {
    seed: job.seed,
    draws: DRAWS.bootstrap,
    trials: job.trials + (job.model?.card.trials ?? 0),
    fromMs: Math.max(firstMs, job.fromMs ?? firstMs),
    toMs: Math.min(lastMs, job.toMs ?? lastMs),
  })
}

/** Of all candidates and of the issued ones: those that a model gave a probability, or all when there is no model. */
function calibrationOf({ job, candidates, judged, issue }: BacktestFound): BacktestReport['calibration'] {
  const forecast = (row: number) => job.model === null || issue.calibrated[row] === 1
  const all = endedRows(candidates, judged).filter(forecast)
  const issued = endedRows(candidates, issue.issued).filter(forecast)
  const plainer = baseRates(candidates, all)
  return [
    { scope: 'all' as const, rows: all },
    { scope: 'issued' as const, rows: issued },
  ]
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ scope, rows }) => {
      const { p } = issue
      const forecasts = { scope, intercept: 'rolling' as const, basis: basisOf(job.model), rows, p, plainer }
      const { chance } = DRAWS
      return calibrationFigures(candidates, forecasts, {
        seed: job.seed,
        bootstrapDraws: chance,
        chanceDraws: chance,
      })
    })
}
