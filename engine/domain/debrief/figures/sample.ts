import type { Blocks } from '../../statistics/blocks.ts'
import { dayBlocks, redraws, type Redraws } from '../../statistics/redraws.ts'
import { seeded } from '../../statistics/seeded.ts'
import type { TradeRows } from '../record/trade-rows.ts'

/** Enough for the ends of a 95 % interval; of groups, of which there are many, the first of them do. */
const DRAWS = 1_000
const GROUP_DRAWS = 400
/** Neighbouring days go together from there on: four years are blocks of two weeks. */
const MOST_BLOCKS = 100
/** The same trades give the same intervals, whenever they are asked for. */
const SEED = 20_140_501

/** The trades that a debrief is about: their rows, results, and blocks of days, drawn once for every figure. */
export type Sample = Readonly<{
  rows: Int32Array
  r: Float64Array
  netCents: Float64Array
  blocks: Blocks
  draws: Redraws
  groupDraws: Redraws
}>

export function sampleOf({ numbers }: TradeRows, rows: Int32Array): Sample {
  const blocks = dayBlocks(numbers.day.of(rows), MOST_BLOCKS)
  const draws = redraws(blocks.count, DRAWS, seeded(SEED))
  return {
    rows,
    r: numbers.r.of(rows),
    netCents: numbers.netCents.of(rows),
    blocks,
    draws,
    groupDraws: { ...draws, draws: GROUP_DRAWS },
  }
}
