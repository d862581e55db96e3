import { expect, test } from 'vitest'
import { Random, streamSeed } from './random.ts'

const GOLDEN = [2_912_117_388, 3_537_946_333, 346_576_725, 560_161_945]

const take = (random: Random, n: number): number[] => Array.from({ length: n }, () => random.uint32())

test('the same seed gives the same numbers, today and on every engine', () => {
  expect(take(new Random(streamSeed(42, 'market')), 4)).toEqual(GOLDEN)
  expect(take(new Random(streamSeed(42, 'market')), 4)).toEqual(take(new Random(streamSeed(42, 'market')), 4))
})

test('another name or another seed is another stream', () => {
  const streams = [
    streamSeed(42, 'market'),
    streamSeed(42, 'news'),
    streamSeed(43, 'market'),
    streamSeed(42 + 2 ** 32, 'market'),
  ]
  expect(new Set(streams.map(seed => take(new Random(seed), 1)[0])).size).toBe(4)
})

test('a restored stream goes on where the saved one stopped', () => {
  const random = new Random(9)
  take(random, 100)
  const copy = Random.restore(random.state())
  expect(take(copy, 50)).toEqual(take(random, 50))
})

test('each reseeded stream can be made without the ones before it', () => {
  const first = new Random(0)
  for (let n = 0; n < 10; n++) {
    first.reseed(5, n)
    take(first, 3)
  }
  const direct = new Random(0)
  first.reseed(5, 10)
  direct.reseed(5, 10)
  expect(take(direct, 5)).toEqual(take(first, 5))
})

const moments = (draw: () => number) => {
  const values = Array.from({ length: 100_000 }, draw)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, variance, reach: Math.max(...values.slice(0, 50_000).map(Math.abs)) }
}

test('gaussian and bell have mean 0 and variance 1 within their stated reach', () => {
  const random = new Random(1)
  for (const [draw, limit] of [
    [() => random.gaussian(), 6],
    [() => random.bell(), 3.5],
  ] as const) {
    const { mean, variance, reach } = moments(draw)
    expect(Math.abs(mean)).toBeLessThan(0.015)
    expect(Math.abs(variance - 1)).toBeLessThan(0.02)
    expect(reach).toBeLessThan(limit)
  }
})

test('below never reaches its limit and takes every value', () => {
  const random = new Random(3)
  const seen = new Set(Array.from({ length: 1_000 }, () => random.below(5)))
  expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
})
