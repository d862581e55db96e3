import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { ChoiceResults } from '../../contracts/proving.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { isMarketOpen, tradingDayMs } from '../../domain/market/session-clock.ts'
import { blocksOf } from '../../domain/statistics/blocks.ts'
import { deflatedSharpe, probabilisticSharpe } from '../../domain/statistics/deflated-sharpe.ts'
import { drawdownByChance } from '../../domain/statistics/drawdown-by-chance.ts'
import { drawdown } from '../../domain/statistics/drawdown.ts'
import { losingStreak } from '../../domain/statistics/losing-streak.ts'
import { mean } from '../../domain/statistics/moments.ts'
import { sharpe, sortino } from '../../domain/statistics/sharpe.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { real } from '../../domain/statistics/measured.ts'

export type TimeChoices = Readonly<{
  seed: number
  draws: number
  /** Looks at the data that led to this one: what luck is measured against. */
  trials: number
  /** Trading days in [fromMs, toMs) without a trade count as 0. */
  fromMs: number
  toMs: number
}>

type TradesInTime = Pick<ChoiceResults, 'equity' | 'drawdown' | 'losingStreak' | 'daily' | 'ambiguous'>

/** What trades that ended come to one after another, by when they ended: R at 1× cost. */
export function tradesInTime(candidates: Candidates, ended: Int32Array, choices: TimeChoices): TradesInTime {
  const { exitMs, net1 } = candidates
  const rows = ended.toSorted((a, b) => (exitMs[a] as number) - (exitMs[b] as number) || a - b)
  const results = Float64Array.from(rows, row => net1[row] as number)
  const times = Float64Array.from(rows, row => exitMs[row] as number)
  const days = Float64Array.from(times, dayOf)
  let sum = 0
  return {
    equity: [...results].map((r, k) => ({ atMs: times[k] as number, r: (sum += r) })),
    drawdown: drawdownOf(results, times, days, choices),
    losingStreak: streakOf(results),
    daily: dailyOf(results, days, choices),
    ambiguous: ambiguityOf(candidates, rows),
  }
}

const dayOf = (utcMs: number): number => Math.floor(tradingDayMs(utcMs) / DAY_MS)

function drawdownOf(
  results: Float64Array,
  times: Float64Array,
  days: Float64Array,
  { seed, draws }: TimeChoices,
): ChoiceResults['drawdown'] {
  const { depth, from, to, recovered } = drawdown(results)
  const stream = new Random(streamSeed(seed, 'drawdown'))
  const chance = drawdownByChance(results, blocksOf(days), { draws, random: () => stream.uniform() })
  /** When the kth result was in. */
  const after = (k: number | null): number | null => (k === null ? null : (times[k - 1] ?? times[0] ?? null))
  return {
    depth,
    fromMs: depth > 0 ? after(from) : null,
    toMs: depth > 0 ? after(to) : null,
    recoveredMs: depth > 0 ? after(recovered) : null,
    byChance: {
      p5: real(chance.p5),
      p50: real(chance.p50),
      p95: real(chance.p95),
      p99: real(chance.p99),
      asDeep: real(chance.asDeep),
    },
  }
}

function streakOf(results: Float64Array): ChoiceResults['losingStreak'] {
  const { longest, chance, median, p95 } = losingStreak(results)
  return { longest, chance, median, p95 }
}

function dailyOf(
  results: Float64Array,
  days: Float64Array,
  { trials, fromMs, toMs }: TimeChoices,
): ChoiceResults['daily'] {
  const sums = new Map<number, number>()
  for (let ms = fromMs; ms < toMs; ms += DAY_MS) if (isMarketOpen(ms)) sums.set(dayOf(ms), 0)
  days.forEach((day, k) => sums.set(day, (sums.get(day) ?? 0) + (results[k] as number)))
  const daily = Float64Array.from(sums.values())
  const deflated = deflatedSharpe(daily, trials)
  return {
    days: daily.length,
    sharpe: real(sharpe(daily)),
    sortino: real(sortino(daily)),
    probabilistic: real(probabilisticSharpe(daily)),
    deflated: real(deflated.probability),
    luckySharpe: real(deflated.benchmark),
  }
}

export function ambiguityOf(candidates: Candidates, rows: Int32Array): ChoiceResults['ambiguous'] {
  const n = rows.filter(row => candidates.ambiguous[row] === 1).length
  const of = (column: Float64Array) => real(mean(Float64Array.from(rows, row => column[row] as number)))
  return { n, share: real(n / rows.length), worst: of(candidates.net1), best: of(candidates.net1Best) }
}
