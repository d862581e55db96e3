import { Random } from '../../engine/broker-sim/random.ts'

/** Bars in points, in columns. Every bar has a range, since some peers divide by it; each opens where the last one closed. */
export type MadeBars = Readonly<{
  open: Float64Array
  high: Float64Array
  low: Float64Array
  close: Float64Array
}>

/** A made market: a random walk of whole points with quiet and loud hours. For measuring speed, not for judging rules. */
export function madeBars(length: number, seed: number): MadeBars {
  const random = new Random(seed)
  const bars = {
    open: new Float64Array(length),
    high: new Float64Array(length),
    low: new Float64Array(length),
    close: new Float64Array(length),
  }
  let close = 110_000
  for (let k = 0; k < length; k++) {
    const size = 10 + 20 * (1 + Math.sin(k / 240))
    const open = close
    close = Math.max(60_000, open + Math.round((random.uniform() - 0.5) * size * 4))
    bars.open[k] = open
    bars.close[k] = close
    bars.high[k] = Math.max(open, close) + 1 + Math.floor(random.uniform() * size)
    bars.low[k] = Math.min(open, close) - 1 - Math.floor(random.uniform() * size)
  }
  return bars
}
