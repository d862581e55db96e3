import type { Uniform } from './estimate.ts'

const UNIT = 2 ** -32

/**
 * Random numbers that are the same for the same seed, so that a page asked twice shows the same intervals. xor128 of
 * G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003, begun with his own state and the seed.
 */
export function seeded(seed: number): Uniform {
  let [x, y, z, w] = [123_456_789, 362_436_069, 521_288_629, 88_675_123 ^ seed]
  const next = (): number => {
    const t = x ^ (x << 11)
    ;[x, y, z] = [y, z, w]
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return (w >>> 0) * UNIT
  }
  // Seeds that differ in one bit begin alike.
  for (let k = 0; k < 32; k++) next()
  return next
}
