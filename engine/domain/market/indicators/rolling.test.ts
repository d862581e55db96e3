import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ewma } from './ewma.ts'
import type { ValueIndicator } from './indicator.ts'
import { PercentileRank } from './percentile-rank.ts'
import { RollingMax } from './rolling-max.ts'
import { RollingMin } from './rolling-min.ts'
import { RollingMoments } from './rolling-moments.ts'
import { RollingZ } from './rolling-z.ts'
import { Sma } from './sma.ts'

type Tool = Readonly<{
  name: string
  make: (length: number) => ValueIndicator<unknown>
  /** The answer after the last of `values`, from the definition; `values` are at least the warm-up. */
  onPaper: (values: readonly number[], length: number) => unknown
}>

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const momentsOf = (values: readonly number[]) => {
  const mean = sum(values) / values.length
  return { mean, deviation: Math.sqrt(sum(values.map(value => (value - mean) ** 2)) / values.length) }
}
const rankOf = (window: readonly number[]) => {
  const newest = window.at(-1) as number
  const below = window.filter(value => value < newest).length
  const equal = window.filter(value => value === newest).length
  return (below + (equal + 1) / 2) / window.length
}
const weighted = (values: readonly number[], keep: number) => {
  const weights = values.map((_, k) => keep ** (values.length - 1 - k))
  return sum(values.map((value, k) => value * (weights[k] as number))) / sum(weights)
}

const TOOLS: readonly Tool[] = [
  { name: 'Sma', make: n => new Sma(n), onPaper: (values, n) => sum(values.slice(-n)) / n },
  { name: 'RollingMoments', make: n => new RollingMoments(n), onPaper: (values, n) => momentsOf(values.slice(-n)) },
  { name: 'RollingMax', make: n => new RollingMax(n), onPaper: (values, n) => Math.max(...values.slice(-n)) },
  { name: 'RollingMin', make: n => new RollingMin(n), onPaper: (values, n) => Math.min(...values.slice(-n)) },
  { name: 'PercentileRank', make: n => new PercentileRank(n), onPaper: (values, n) => rankOf(values.slice(-n)) },
  { name: 'Ewma', make: n => new Ewma(n), onPaper: (values, n) => weighted(values, 1 - 2 / (n + 1)) },
  {
    name: 'RollingZ',
    make: n => new RollingZ(n),
    onPaper: (values, n) => {
      const { mean, deviation } = momentsOf(values.slice(-n))
      return deviation === 0 ? Number.NaN : ((values.at(-1) as number) - mean) / deviation
    },
  },
] // prettier-ignore

const numbersOf = (answer: unknown): number[] =>
  typeof answer === 'number' ? [answer] : Object.values(answer as Record<string, number>)

function expectClose(number: number, expected: number): void {
  if (Number.isNaN(expected)) expect(number).toBeNaN()
  else expect(Math.abs(number - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
}

/** Whole points, with the odd leap and many repeats. */
const points = fc.array(
  fc.oneof(fc.integer({ min: 109_990, max: 110_010 }), fc.integer({ min: 80_000, max: 200_000 })),
  { minLength: 1, maxLength: 120 },
)
const lengths = fc.integer({ min: 2, max: 30 })

test.each(TOOLS)('$name equals what its definition gives for the window on paper', ({ make, onPaper }) => {
  fc.assert(
    fc.property(points, lengths, (values, length) => {
      const tool = make(length)
      values.forEach((value, k) => {
        const answer = numbersOf(tool.commit(value))
        expect(numbersOf(tool.value)).toEqual(answer)
        if (k + 1 < tool.warmUp) expect(answer.every(Number.isNaN)).toBe(true)
        else {
          const expected = numbersOf(onPaper(values.slice(0, k + 1), length))
          answer.forEach((number, line) => {
            expectClose(number, expected[line] as number)
          })
        }
      })
    }),
  )
})

test.each(TOOLS)('$name previews what it would commit, and a preview leaves no trace', ({ make }) => {
  fc.assert(
    fc.property(points, points, lengths, (values, guesses, length) => {
      const [watched, alone] = [make(length), make(length)]
      values.forEach((value, k) => {
        const before = numbersOf(watched.value)
        watched.preview(guesses[k % guesses.length] as number)
        expect(numbersOf(watched.value)).toEqual(before)
        const preview = numbersOf(watched.preview(value))
        const committed = numbersOf(alone.commit(value))
        expect(numbersOf(watched.commit(value))).toEqual(committed)
        preview.forEach((number, line) => {
          expectClose(number, committed[line] as number)
        })
      })
    }),
  )
})

test('a flat window after a leap has a deviation of exactly zero, and no z', () => {
  const [moments, z] = [new RollingMoments(50), new RollingZ(50)]
  for (let k = 0; k < 80; k++) {
    moments.commit(k < 20 ? 190_000 + k * 37 : 109_999)
    z.commit(k < 20 ? 190_000 + k * 37 : 109_999)
  }
  expect(moments.value).toEqual({ mean: 109_999, deviation: 0 })
  expect(z.value).toBeNaN()
})

test('a million decimal prices leave no more error in mean and deviation than one window does', () => {
  const [moments, mean] = [new RollingMoments(36), new Sma(36)]
  const last: number[] = []
  let price = 1.1
  for (let k = 0; k < 1_000_000; k++) {
    price *= 1 + Math.sin(k * k) * 1e-4
    moments.commit(price)
    mean.commit(price)
    if (k >= 1_000_000 - 36) last.push(price)
  }
  const exact = momentsOf(last)
  expect(Math.abs(moments.value.mean / exact.mean - 1)).toBeLessThan(1e-13)
  expect(Math.abs(moments.value.deviation / exact.deviation - 1)).toBeLessThan(1e-9)
  expect(Math.abs(mean.value / exact.mean - 1)).toBeLessThan(1e-13)
})

test('a percentile rank answers early when fewer values are enough', () => {
  const rank = new PercentileRank(500, 2)
  expect(rank.commit(5)).toBeNaN()
  expect(rank.commit(7)).toBe(1)
  expect(rank.preview(1)).toBeCloseTo(1 / 3)
  expect(rank.commit(6)).toBeCloseTo(2 / 3)
})
