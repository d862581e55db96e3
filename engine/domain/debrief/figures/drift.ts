import { FEW_PROMISES, type Drift } from '../../../contracts/debrief-promises.ts'
import type { EpochMs } from '../../../contracts/primitives.ts'
import type { Interval } from '../../statistics/estimate.ts'
import { cusum, cusumLimit } from '../../statistics/cusum.ts'
import { measured } from '../../statistics/measured.ts'
import { redrawnIntervals } from '../../statistics/redraws.ts'
import type { TradeRows } from '../record/trade-rows.ts'
import type { Sample } from './sample.ts'
import { thinned } from './falls.ts'
import { indicesWhere } from './indices.ts'

/** Half of the shortfall that is looked for, in standard deviations of a trade: 0.2, which is about 0.25 R of a trade at 1 to 2. */
const ALLOWANCE = 0.1
/** Trades until a false alarm, on average: years of a busy desk. */
const RUN_LENGTH = 1_000
const LIMIT = cusumLimit(RUN_LENGTH, ALLOWANCE)
const POINTS = 300

/**
 * Each result less what its mission promised, over the standard deviation that follows from the same promise, watched by
 * E. S. Page's cumulative sum (Biometrika 41, 1954); scores from each one's own forecast as in S. H. Steiner et al., "Monitoring
 * Surgical Performance using Risk-Adjusted Cumulative Sum Charts", Biostatistics 1, 2000.
 */
export function driftOf({ numbers }: TradeRows, sample: Sample): Drift {
  const spread = numbers.promisedSpread.values
  const isPromised = (k: number) => (spread[sample.rows[k] as number] as number) > 0
  const places = indicesWhere(sample.rows.length, isPromised)
  const n = places.length
  if (n < FEW_PROMISES) return { is: 'tooFew', n }
  const rows = places.map(k => sample.rows[k] as number)
  const [promised, results] = [numbers.promisedR.of(rows), numbers.r.of(rows)]
  const short = results.map((r, k) => r - (promised[k] as number))
  const scores = short.map((r, k) => r / (spread[rows[k] as number] as number))
  const { sums, sum, since, alarm } = cusum(scores, { allowance: ALLOWANCE, limit: LIMIT })
  const mean = (values: Float64Array) => values.reduce((total, value) => total + value, 0) / n
  const timeOf = (k: number | null): EpochMs | null =>
    k === null ? null : (numbers.closeMs.values[rows[k] as number] as EpochMs)
  return {
    is: alarm === null ? 'quiet' : 'drifting',
    n,
    promisedR: mean(promised),
    realisedR: mean(results),
    difference: measured({ value: mean(short), ...differenceInterval(sample, places, short), n }),
    sum,
    limit: LIMIT,
    runLength: RUN_LENGTH,
    sinceMs: timeOf(since),
    alarmMs: timeOf(alarm),
    points: thinned(sums, POINTS).map(k => ({ n: k + 1, sum: sums[k] as number })),
  }
}

function differenceInterval({ blocks, draws }: Sample, places: Int32Array, short: Float64Array): Interval {
  const [counts, sums] = [new Float64Array(blocks.count), new Float64Array(blocks.count)]
  places.forEach((place, k) => {
    const block = blocks.of[place] as number
    counts[block] = (counts[block] as number) + 1
    sums[block] = (sums[block] as number) + (short[k] as number)
  })
  const [interval] = redrawnIntervals(draws, [counts, sums], [([n = 0, sum = 0]) => sum / n])
  return interval ?? { low: Number.NaN, high: Number.NaN }
}
