import { FEW_TRADES, type Debrief, type DebriefQuery, type Streaks } from '../../contracts/debrief.ts'
import type { DrawdownChances } from '../../contracts/debrief-curves.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { FEWEST_BLOCKS } from '../statistics/block-bootstrap.ts'
import { drawdownByChance } from '../statistics/drawdown-by-chance.ts'
import { losingStreak, winningStreak } from '../statistics/losing-streak.ts'
import { real } from '../statistics/measured.ts'
import { dayBlocks } from '../statistics/redraws.ts'
import { seeded } from '../statistics/seeded.ts'
import type { AccountRecord, DebriefBook } from './debrief-book.ts'
import { calibrationOf } from './figures/calibration.ts'
import { chosenRows, rowsOfScope, scopeOf } from './figures/chosen.ts'
import { dailyFigures, dailyResults } from './figures/daily-figures.ts'
import { excursionsOf, histogramOf } from './figures/distribution.ts'
import { driftOf } from './figures/drift.ts'
import { dailyReturns, equityRecord, markedEquity } from './figures/equity-record.ts'
import { exposureOf } from './figures/exposure.ts'
import { allTogether, groupsOf } from './figures/groups.ts'
import { resultCurve } from './figures/result-curve.ts'
import { sampleOf, type Sample } from './figures/sample.ts'

/** Everything that the page of debriefs shows. The same record and the same question give the same answer. */
export function debriefOf(book: DebriefBook, query: DebriefQuery): Debrief {
  const record = book.account(query.account)
  const { trades } = record
  const of = { trades: rowsOfScope(trades, 'trades'), drills: rowsOfScope(trades, 'drills') }
  const scope = scopeOf(trades, query.scope)
  const sample = sampleOf(trades, chosenRows(trades, of[scope], query.filter))
  const { rows, r } = sample
  const isWholeAccount =
    Object.keys(query.filter.keys).length === 0 && (of.trades.length === 0 || of.drills.length === 0)
  return {
    account: query.account,
    scope,
    ofScope: { trades: of.trades.length, drills: of.drills.length },
    accounts: Math.max(new Set(trades.logins.words).size, record.marks.size),
    n: rows.length,
    ...spanOf(trades.numbers.openMs.of(rows), trades.numbers.closeMs.of(rows)),
    withoutMission: trades.numbers.p.of(rows).filter(Number.isNaN).length,
    all: allTogether(sample),
    bestR: real(r.reduce((best, value) => Math.max(best, value), -Infinity)),
    worstR: real(r.reduce((worst, value) => Math.min(worst, value), Infinity)),
    ...inTime(record, sample, query, { isWholeAccount, ofScope: of[scope] }),
    curve: resultCurve(trades, sample),
    chances: chancesOf(trades.numbers.day.of(rows), r),
    histogram: histogramOf(sample),
    excursions: excursionsOf(trades, sample),
    calibration: calibrationOf(trades, sample),
    drift: driftOf(trades, sample),
    exposure: exposureOf(trades, sample),
    streaks: streaksOf(r),
    by: groupsOf(trades, sample),
  }
}

function spanOf(opens: Float64Array, closes: Float64Array): Pick<Debrief, 'fromMs' | 'toMs'> {
  if (opens.length === 0) return { fromMs: null, toMs: null }
  const fromMs = opens.reduce((first, atMs) => Math.min(first, atMs)) as EpochMs
  return { fromMs, toMs: closes.reduce((last, atMs) => Math.max(last, atMs)) as EpochMs }
}

type Choice = Readonly<{ isWholeAccount: boolean; ofScope: Int32Array }>

/** The account's equity, and ratios of its days; of a part of its trades, ratios of the days of that part. */
function inTime(
  { marks, trades }: AccountRecord,
  sample: Sample,
  { filter, trials }: DebriefQuery,
  { isWholeAccount, ofScope }: Choice,
): Pick<Debrief, 'equity' | 'daily'> {
  const newest = [...marks.values()].at(-1)
  const marked = newest ? markedEquity(newest, filter) : null
  const isOneAccount = isWholeAccount && marks.size === 1
  const returns = marked && isOneAccount ? dailyReturns(marked) : new Float64Array()
  const results = dailyResults(trades, sample)
  const isOfEquity = returns.length >= results.length / 2 && returns.length > 0
  const setups = distinct(trades.keys.setup.numbers, ofScope)
  const tried =
    trials === null
      ? ({ trials: Math.max(1, setups), trialsFrom: 'setups' } as const)
      : ({ trials, trialsFrom: 'asked' } as const)
  return {
    equity: marked && equityRecord(marked),
    daily: isOfEquity ? dailyFigures(returns, 'equity', tried) : dailyFigures(results, 'results', tried),
  }
}

function distinct(numbers: Float64Array, rows: Int32Array): number {
  const found = new Set<number>()
  for (const row of rows) found.add(numbers[row] as number)
  return found.size
}

const CHANCE_DRAWS = 1_000
/** Of more days, neighbours go together. */
const MOST_CHANCE_BLOCKS = 400
const SEED = 11

function chancesOf(days: Float64Array, r: Float64Array): DrawdownChances | null {
  const blocks = dayBlocks(days, MOST_CHANCE_BLOCKS)
  if (r.length < FEW_TRADES || blocks.count < FEWEST_BLOCKS) return null
  const { seen, p50, p95, p99, asDeep } = drawdownByChance(r, blocks, {
    draws: CHANCE_DRAWS,
    random: seeded(SEED),
  })
  return { draws: CHANCE_DRAWS, seenR: seen, p50, p95, p99, asDeep }
}

function streaksOf(r: Float64Array): Streaks {
  if (r.length < FEW_TRADES) return null
  const short = ({ longest, chance, median, p95 }: ReturnType<typeof losingStreak>) => ({
    longest,
    chance,
    median,
    p95,
  })
  return { losing: short(losingStreak(r)), winning: short(winningStreak(r)) }
}
