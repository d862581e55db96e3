import { Random } from '../../engine/broker-sim/random.ts'
import type { WireBar } from '../../engine/contracts/wire/index.ts'

const MINUTE_MS = 60_000
/** Since the market opened on Sunday night: enough to know how two pairs move together. */
const MINUTES = 34 * 60
const NOISE_POINTS = 8

/** Minutes around one price, each market's by itself, so that no two move together. */
export function calmHistory(seed: number, mid: number, unit: number, endMs: number): WireBar[] {
  const random = new Random(seed)
  return Array.from({ length: MINUTES }, (_, at) => {
    const [open, close] = [random, random].map(one => mid + one.below(2 * NOISE_POINTS + 1) - NOISE_POINTS)
    const [high, low] = [mid + NOISE_POINTS + 1, mid - NOISE_POINTS - 1]
    return {
      timeMs: endMs - (MINUTES - at) * MINUTE_MS,
      open: (open ?? mid) / unit,
      high: high / unit,
      low: low / unit,
      close: (close ?? mid) / unit,
      ticks: 100,
      spreadPoints: 6,
    }
  })
}
