/** Rows in the order of their values, cut into bins of as equal a count as goes; the first ones hold one more. */
export type Bins = Readonly<{
  order: Uint32Array
  /** Where each bin begins in `order`, and at the end where the last one ends. */
  bounds: readonly number[]
}>

/** Equal values keep the order of their rows. Fewer rows than bins give a bin to each row. */
export function equalCountBins(values: ArrayLike<number>, most: number): Bins {
  const n = values.length
  const bins = Math.min(most, n)
  const order = Uint32Array.from({ length: n }, (_, row) => row).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  )
  const size = bins === 0 ? 0 : Math.floor(n / bins)
  const larger = bins === 0 ? 0 : n % bins
  const bounds = Array.from({ length: bins + 1 }, (_, bin) => bin * size + Math.min(bin, larger))
  return { order, bounds }
}
