import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { PairCosts } from '../cost/pair-costs.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'

/** Minutes a block: a trade that nothing happens to goes on by this many at once. */
export const BLOCK = 16

/** A longer silence than this is not held through: the position is closed before it (study §1). */
export const REST_MS = 600 * MINUTE_MS

/** Extremes of each block of a tape, and whether the market rested before one of its minutes. */
export type TapeBlocks = Readonly<{
  high: Int32Array
  low: Int32Array
  widest: Int32Array
  tightest: Int32Array
  rests: Uint8Array
}>

/** The tape as it is traded: with its costs, and with its blocks. */
export type TradedTape = Readonly<{ tape: MinuteTape; costs: PairCosts; blocks: TapeBlocks }>

export const tradedTape = (tape: MinuteTape, costs: PairCosts): TradedTape => ({
  tape,
  costs,
  blocks: blocksOfTape(tape, costs),
})

/** Only whole blocks are made: the end of a tape is walked minute by minute. */
function blocksOfTape({ length, openMs, high, low }: MinuteTape, { spread }: PairCosts): TapeBlocks {
  const count = Math.floor(length / BLOCK)
  const blocks = {
    high: new Int32Array(count).fill(-(2 ** 31)),
    low: new Int32Array(count).fill(2 ** 31 - 1),
    widest: new Int32Array(count),
    tightest: new Int32Array(count).fill(2 ** 31 - 1),
    rests: new Uint8Array(count),
  }
  for (let at = 0; at < count * BLOCK; at++) {
    const block = at >> 4
    blocks.high[block] = Math.max(blocks.high[block] as number, high[at] as number)
    blocks.low[block] = Math.min(blocks.low[block] as number, low[at] as number)
    blocks.widest[block] = Math.max(blocks.widest[block] as number, spread[at] as number)
    blocks.tightest[block] = Math.min(blocks.tightest[block] as number, spread[at] as number)
    if (isRest(openMs, at)) blocks.rests[block] = 1
  }
  return blocks
}

/** Whether the market rested between this minute and the one before. */
export const isRest = (openMs: Float64Array, at: number): boolean =>
  at > 0 && (openMs[at] as number) - (openMs[at - 1] as number) - MINUTE_MS > REST_MS
