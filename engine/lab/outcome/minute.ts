import type { Bar } from '../../domain/market/bar-series.ts'
import type { TradedTape } from './tape-blocks.ts'

/** A bar that is filled again for each minute: going through years of them leaves nothing to collect. */
export type Minute = { -readonly [Field in keyof Bar]: Bar[Field] }

export const newMinute = (): Minute => ({
  openMs: 0,
  open: 0,
  high: 0,
  low: 0,
  close: 0,
  ticks: 0,
  spread: 0,
})

/** Fills in a minute of the tape, with the spread that trading it costs. */
export function readMinute({ tape, costs }: TradedTape, at: number, into: Minute): void {
  into.openMs = tape.openMs[at] as number
  into.open = tape.open[at] as number
  into.high = tape.high[at] as number
  into.low = tape.low[at] as number
  into.close = tape.close[at] as number
  into.ticks = tape.ticks[at] as number
  into.spread = costs.spread[at] as number
}
