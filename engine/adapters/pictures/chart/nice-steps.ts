/** At most about `most` round values from low to high: multiples of 1, 2 or 5 times a power of ten, and never of less than `least`. */
export function niceSteps(low: number, high: number, most: number, least = 1): number[] {
  const rough = Math.max(least, (high - low) / most)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map(times => times * power).find(each => each >= rough) ?? 10 * power
  const first = Math.ceil(low / step)
  return Array.from(
    { length: Math.max(0, Math.floor(high / step) - first + 1) },
    (_, at) => (first + at) * step,
  )
}
