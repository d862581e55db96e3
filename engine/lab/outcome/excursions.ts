import type { TradedTape } from './tape-blocks.ts'
import type { Trade } from './trade-player.ts'

/** Furthest against (≤ 0) and for (≥ 0) a trade before the minute of its end, and its end, R at executed prices. */
export function excursions(
  { tape, costs }: TradedTape,
  { at: entryAt, side, stop }: Trade,
  endAt: number,
  r: number,
): Readonly<{ worst: number; best: number }> {
  const asked = side > 0 ? 0 : 1
  const entry = (tape.open[entryAt] as number) + (1 - asked) * (costs.spread[entryAt] as number)
  let upper = entry
  let lower = entry
  for (let at = entryAt; at < endAt; at++) {
    const margin = asked * (costs.spread[at] as number)
    upper = Math.max(upper, (tape.high[at] as number) + margin)
    lower = Math.min(lower, (tape.low[at] as number) + margin)
  }
  const up = (upper - entry) / stop
  const down = (lower - entry) / stop
  return { worst: Math.min(r, side > 0 ? down : -up), best: Math.max(r, side > 0 ? up : -down) }
}
