import { FEWEST_BLOCKS } from './block-bootstrap.ts'
import { blocksOf, type Blocks } from './blocks.ts'
import { USUAL_LEVEL, type Interval, type Uniform } from './estimate.ts'
import { quantile } from './quantile.ts'

/** How often each draw took each block: draw after draw, `blocks` counts each. */
export type Redraws = Readonly<{ blocks: number; draws: number; times: Uint8Array }>

/**
 * Draws of whole blocks with replacement, made once for many figures: the block bootstrap of `blockBootstrap`, at the price of
 * one, and figures of the same draws can be compared with each other.
 */
export function redraws(blocks: number, draws: number, random: Uniform): Redraws {
  const times = new Uint8Array(blocks * draws)
  for (let draw = 0; draw < draws; draw++) {
    const from = draw * blocks
    for (let k = 0; k < blocks; k++) {
      const at = from + Math.floor(random() * blocks)
      times[at] = (times[at] as number) + 1
    }
  }
  return { blocks, draws, times }
}

/** What each column adds up to in one draw; handed to every statistic. */
export type DrawnSums = Readonly<Float64Array>

/**
 * Percentile intervals of statistics of sums. `columns` hold one sum a block, the first one how many rows a block has; with rows
 * in fewer than FEWEST_BLOCKS blocks there is no interval (NaN). A draw that a statistic has no value for (NaN) does not count.
 */
export function redrawnIntervals(
  { blocks, draws, times }: Redraws,
  columns: readonly Float64Array[],
  statistics: readonly ((sums: DrawnSums) => number)[],
  level = USUAL_LEVEL,
): Interval[] {
  const filled = filledBlocks(columns[0])
  if (filled.length < FEWEST_BLOCKS) return statistics.map(() => ({ low: NaN, high: NaN }))
  const packed = packedColumns(columns, filled)
  const found = statistics.map(() => new Float64Array(draws))
  const kept = new Int32Array(statistics.length)
  const sums = new Float64Array(columns.length)
  for (let draw = 0; draw < draws; draw++) {
    sumDraw(sums, packed, filled, times.subarray(draw * blocks, (draw + 1) * blocks))
    for (let at = 0; at < statistics.length; at++) {
      const value = (statistics[at] as (sums: DrawnSums) => number)(sums)
      if (!Number.isNaN(value)) (found[at] as Float64Array)[(kept[at] as number)++] = value
    }
  }
  return found.map((values, at) => intervalOf(values.subarray(0, kept[at]), level))
}

function filledBlocks(rows: Float64Array | undefined): Int32Array {
  const filled: number[] = []
  rows?.forEach((count, block) => count > 0 && filled.push(block))
  return Int32Array.from(filled)
}

/** Block after block, all of its columns side by side: one pass adds them all. */
function packedColumns(columns: readonly Float64Array[], filled: Int32Array): Float64Array {
  const width = columns.length
  const packed = new Float64Array(filled.length * width)
  columns.forEach((column, at) => {
    for (let k = 0; k < filled.length; k++) packed[k * width + at] = column[filled[k] as number] as number
  })
  return packed
}

function sumDraw(sums: Float64Array, packed: Float64Array, filled: Int32Array, times: Uint8Array): void {
  const width = sums.length
  sums.fill(0)
  for (let k = 0; k < filled.length; k++) {
    const often = times[filled[k] as number] as number
    if (often === 0) continue
    const from = k * width
    for (let at = 0; at < width; at++) sums[at] = (sums[at] as number) + often * (packed[from + at] as number)
  }
}

function intervalOf(values: Float64Array, level: number): Interval {
  values.sort()
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) }
}

/**
 * Blocks of as many neighbouring days each that there are no more than `most`. E. Carlstein, "The Use of Subseries Values for
 * Estimating the Variance of a General Statistic from a Stationary Sequence", Annals of Statistics 14, 1986: longer blocks keep
 * more of what hangs together. `days` in the order in which they came.
 */
export function dayBlocks(days: ArrayLike<number>, most: number): Blocks {
  const { count, of } = blocksOf(days)
  if (count <= most) return { count, of }
  return { count: most, of: of.map(number => Math.floor((number * most) / count)) }
}
