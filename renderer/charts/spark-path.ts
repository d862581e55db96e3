export type Spark = Readonly<{ line: string; last: Readonly<{ x: number; y: number }> }>

/**
 * A polyline for an SVG of the given size, the lowest value at the bottom. A flat series runs through the middle; fewer
 * than two values draw nothing.
 */
export function sparkPath(values: readonly number[], width: number, height: number): Spark | null {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const range = Math.max(...values) - low
  const at = (value: number, index: number) => ({
    x: (index / (values.length - 1)) * width,
    y: range === 0 ? height / 2 : height - ((value - low) / range) * height,
  })
  const corners = values.map(at)
  const last = corners.at(-1)
  if (last === undefined) return null
  const line = corners.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  return { line, last }
}
