/**
 * Reproducible randomness: xoshiro128** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
 * Trans. Math. Softw. 47, 2021). Only +, −, ×, shifts and exact powers of two are used, no logarithm or cosine, so the
 * same seed gives the same numbers on every JavaScript engine.
 */
export type RandomState = readonly [number, number, number, number]

const HALF = 2 ** -16
const UNIT = 2 ** -32
const ROOT_3 = 1.7320508075688772

/** Finaliser of MurmurHash3 (Appleby): spreads every bit of the input over all 32. */
function scramble(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 32 bits that stand for a seed (a whole number up to 2^53) and the name of one of its streams. */
export function streamSeed(seed: number, name: string): number {
  let h = scramble(seed) ^ scramble(Math.floor(seed * UNIT) + 0x9e3779b9)
  for (let k = 0; k < name.length; k++) h = scramble(h + name.charCodeAt(k) * 0x01000193)
  return h >>> 0
}

export class Random {
  #a = 0
  #b = 0
  #c = 0
  #d = 0

  constructor(seed: number) {
    this.reseed(seed, 0)
  }

  static restore(state: RandomState): Random {
    const random = new Random(0)
    ;[random.#a, random.#b, random.#c, random.#d] = state
    return random
  }

  state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#d]
  }

  /** Begins the stream again for the `n`th of something, so that any one of them can be made without the others. */
  reseed(seed: number, n: number): void {
    const start = scramble(seed ^ scramble(n + 0x7f4a7c15))
    this.#a = scramble(start + 0x9e3779b9) | 0
    this.#b = scramble(start + 0x3c6ef372) | 0
    this.#c = scramble(start + 0xdaa66d2b) | 0
    this.#d = scramble(start + 0x78dde6e4) | 1
  }

  /** A whole number from 0 to 2^32 − 1. */
  uint32(): number {
    const b5 = Math.imul(this.#b, 5)
    const result = Math.imul((b5 << 7) | (b5 >>> 25), 9)
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return result >>> 0
  }

  /** 0 ≤ x < 1. */
  uniform(): number {
    return this.uint32() * UNIT
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    return Math.floor(this.uniform() * limit)
  }

  /** Mean 0, variance 1, never beyond ±6: the sum of twelve uniforms. */
  gaussian(): number {
    let sum = 0
    for (let k = 0; k < 6; k++) {
      const bits = this.uint32()
      sum += (bits >>> 16) + (bits & 0xffff) + 1
    }
    return sum * HALF - 6
  }

  /** Mean 0, variance 1, never beyond ±3.5: the sum of four uniforms, for small steps that are added up anyway. */
  bell(): number {
    const first = this.uint32()
    const second = this.uint32()
    const sum = (first >>> 16) + (first & 0xffff) + (second >>> 16) + (second & 0xffff) + 2
    return (sum * HALF - 2) * ROOT_3
  }
}
