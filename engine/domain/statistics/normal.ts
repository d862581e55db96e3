/** The standard normal distribution. */

const CENTRE_TOP = [
  220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688,
  0.0352624965998911,
]
const CENTRE_BOTTOM = [
  440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207,
  1.75566716318264, 0.0883883476483184,
]
/** Beyond it a continued fraction takes over. */
const TAIL = 7.07106781186547
const ROOT_TWO_PI = 2.506628274631

/**
 * P(Z ≤ z), to about 1e−15. G. West, "Better approximations to cumulative normal functions", Wilmott Magazine 2005,
 * which is algorithm 5666 of J. F. Hart, "Computer Approximations", Wiley 1968.
 */
export function normalShareBelow(z: number): number {
  if (Number.isNaN(z)) return NaN
  const size = Math.abs(z)
  const beyond = size > 37 ? 0 : upperTail(size)
  return z > 0 ? 1 - beyond : beyond
}

function upperTail(size: number): number {
  const density = Math.exp((-size * size) / 2)
  if (size < TAIL) return (density * polynomial(CENTRE_TOP, size)) / polynomial(CENTRE_BOTTOM, size)
  const fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))))
  return density / fraction / ROOT_TWO_PI
}

/**
 * The z with P(Z ≤ z) = share, to about 1e−14. A first guess good to 4.5e−4 (Abramowitz and Stegun, "Handbook of
 * Mathematical Functions", 26.2.23), then Halley's steps on the share itself.
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) return NaN
  if (share === 0) return -Infinity
  if (share === 1) return Infinity
  if (share > 0.5) return -normalQuantile(1 - share)
  let z = firstGuess(share)
  for (let step = 0; step < 3; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const error = (normalShareBelow(z) - share) / density
    z -= error / (1 + (z * error) / 2)
  }
  return z
}

function firstGuess(share: number): number {
  const t = Math.sqrt(-2 * Math.log(share))
  const top = 2.515517 + t * (0.802853 + t * 0.010328)
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return top / bottom - t
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}
