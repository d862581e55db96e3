/** How far a level stood below its best at each moment, and the deepest of it. */
export type Falls = Readonly<{
  depths: Float64Array
  depth: number
  /** Index of the best before the deepest fall, of its lowest point, and of the first level as good again; null: there is none. */
  from: number | null
  to: number | null
  recovered: number | null
  /** The longest stretch below a best, in the unit of `times`. */
  longest: number
}>

/** `depthOf` measures a level against the best so far, ≥ 0; `times` never go back. */
export function fallsOf(
  levels: Float64Array,
  times: Float64Array,
  depthOf: (best: number, level: number) => number,
): Falls {
  const depths = new Float64Array(levels.length)
  let bestAt = 0
  let depth = 0
  let from: number | null = null
  let to: number | null = null
  let recovered: number | null = null
  let longest = 0
  for (let k = 0; k < levels.length; k++) {
    const level = levels[k] as number
    const best = levels[bestAt] as number
    const time = times[k] as number
    longest = Math.max(longest, level < best || k > bestAt + 1 ? time - (times[bestAt] as number) : 0)
    if (from !== null && recovered === null && level >= (levels[from] as number)) recovered = k
    if (level >= best) bestAt = k
    else depths[k] = depthOf(best, level)
    if ((depths[k] as number) <= depth) continue
    depth = depths[k] as number
    from = bestAt
    to = k
    recovered = null
  }
  return { depths, depth, from, to, recovered, longest }
}

/**
 * At most `most` points of a curve, oldest first: of each stretch its deepest and its last, so that no fall is lost by drawing
 * less. The first is always among them.
 */
export function thinned(depths: Float64Array, most: number): number[] {
  const n = depths.length
  if (n <= most) return [...depths.keys()]
  const stretches = Math.floor((most - 1) / 2)
  const kept = new Set([0])
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * n) / stretches)
    const to = Math.floor(((stretch + 1) * n) / stretches)
    let deepest = from
    for (let k = from; k < to; k++) if ((depths[k] as number) > (depths[deepest] as number)) deepest = k
    kept.add(deepest).add(to - 1)
  }
  return [...kept].sort((a, b) => a - b)
}

/** A time that went back, as a training ground's does when it begins again, stands still until it is passed. */
export function risingTimes(times: ArrayLike<number>): Float64Array {
  const rising = new Float64Array(times.length)
  let latest = -Infinity
  for (let k = 0; k < times.length; k++) rising[k] = latest = Math.max(latest, times[k] as number)
  return rising
}
