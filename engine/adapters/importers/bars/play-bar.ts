import type { Pair } from '../../../contracts/pairs.ts'
import type { BarRow, RowFault, TickRow } from '../formats/format.ts'

/** Spread of a pair at a time, in points of `digits` digits. Bar files hold bids only. */
export type SpreadModel = (pair: Pair, digits: number, timeMs: number) => number

/** When in its minute each of a bar's four ticks falls. */
const MOMENTS_MS = [0, 20_000, 40_000, 59_000] as const

/**
 * Plays a bid bar as four ticks: open, the extreme against the bar's direction, the other extreme, close. A bar that
 * rose went down first, one that fell went up first, so a trade with the bar's direction meets its stop before its
 * target. The rule is the same for both sides and favours neither. A bar whose first tick is not taken is not played.
 */
export function playBar(
  bar: BarRow,
  spreadAt: (timeMs: number) => number,
  take: (tick: TickRow) => RowFault | null,
): RowFault | null {
  const { open, high, low, close } = bar
  const rose = close >= open
  const bids = [open, rose ? low : high, rose ? high : low, close]
  for (const [index, bid] of bids.entries()) {
    const timeMs = bar.openMs + (MOMENTS_MS[index] ?? 0)
    const fault = take({ timeMs, bid, ask: bid + spreadAt(timeMs) })
    if (fault !== null) return fault
  }
  return null
}
