/** The laws that every indicator keeps, and exact fractions of the published formulas that tests/golden/indicators/make.py made. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import golden from '../../../../tests/golden/indicators/indicators.json' with { type: 'json' }
import { Adx } from './adx.ts'
import { Atr } from './atr.ts'
import { Bollinger } from './bollinger.ts'
import { Cci } from './cci.ts'
import { Donchian } from './donchian.ts'
import { Ema } from './ema.ts'
import { Ewma } from './ewma.ts'
import type { BarIndicator, ValueIndicator } from './indicator.ts'
import { Macd } from './macd.ts'
import { PercentileRank } from './percentile-rank.ts'
import { RollingZ } from './rolling-z.ts'
import { Rsi } from './rsi.ts'
import { Sma } from './sma.ts'
import { Stochastic } from './stochastic.ts'
import { WilderMean } from './wilder-mean.ts'

type Line = readonly (number | null)[]
type Vector = Line | Readonly<Record<string, Line>>

const ofClose = (indicator: ValueIndicator<unknown>): BarIndicator<unknown> => ({
  warmUp: indicator.warmUp,
  get value() {
    return indicator.value
  },
  commit: (_high, _low, close) => indicator.commit(close),
  preview: (_high, _low, close) => indicator.preview(close),
})

const MAKERS: Readonly<Record<keyof typeof golden.vectors, () => BarIndicator<unknown>>> = {
  'sma 10': () => ofClose(new Sma(10)),
  'ema 12': () => ofClose(new Ema(12)),
  'wilder 14': () => ofClose(new WilderMean(14)),
  'rsi 14': () => ofClose(new Rsi(14)),
  'atr 14': () => new Atr(14),
  'adx 14': () => new Adx(14),
  'bollinger 20 2': () => ofClose(new Bollinger(20, 2)),
  'donchian 20': () => new Donchian(20),
  'macd 12 26 simple 9': () => ofClose(new Macd(12, 26)),
  'macd 12 26 exponential 9': () => ofClose(new Macd(12, 26, new Ema(9))),
  'stochastic 5 3 3': () => new Stochastic(5, 3, 3),
  'stochastic 14 3 1': () => new Stochastic(14, 3, 1),
  'cci 14': () => new Cci(14),
  'z 36': () => ofClose(new RollingZ(36)),
  'rank 50': () => ofClose(new PercentileRank(50)),
  'ewma 20 from 5': () => ofClose(new Ewma(20, 5)),
}

/** An answer, or one of the golden vector, with a number for each line. */
const linesOf = (answer: unknown): Record<string, number> =>
  typeof answer === 'number' ? { answer } : { ...(answer as Record<string, number>) }

function goldenAt(vector: Vector, k: number): Record<string, number> {
  const lines: Readonly<Record<string, Line>> = Array.isArray(vector)
    ? { answer: vector as Line }
    : (vector as Readonly<Record<string, Line>>)
  return Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, line[k] ?? Number.NaN]))
}

function expectClose(answer: unknown, expected: Record<string, number>, where: string): void {
  const lines = linesOf(answer)
  expect(Object.keys(lines).sort(), where).toEqual(Object.keys(expected).sort())
  for (const [name, number] of Object.entries(lines)) {
    const wanted = expected[name] as number
    if (Number.isNaN(wanted)) expect(number, `${where} ${name}`).toBeNaN()
    else {
      const within = 1e-9 * Math.max(1, Math.abs(wanted))
      expect(Math.abs(number - wanted), `${where} ${name}: ${number} beside ${wanted}`).toBeLessThanOrEqual(
        within,
      )
    }
  }
}

const names = Object.keys(MAKERS) as (keyof typeof golden.vectors)[]
const bars = golden.bars as [high: number, low: number, close: number][]

test.each(names)('%s commits the golden vector, and has just previewed it', name => {
  const indicator = MAKERS[name]()
  const vector = golden.vectors[name] as Vector
  bars.forEach(([high, low, close], k) => {
    const expected = goldenAt(vector, k)
    const where = `bar ${k}`
    expectClose(indicator.preview(high, low, close), expected, where)
    expectClose(indicator.commit(high, low, close), expected, where)
    expectClose(indicator.value, expected, where)
  })
})

test.each(names)('%s has every line from its warm-up on, and not before', name => {
  const { warmUp } = MAKERS[name]()
  const isWhole = (k: number) => !Object.values(goldenAt(golden.vectors[name], k)).some(Number.isNaN)
  expect([isWhole(warmUp - 2), isWhole(warmUp - 1)]).toEqual([false, true])
})

const madeBars = fc.array(
  fc
    .tuple(fc.integer({ min: -400, max: 400 }), fc.nat(30), fc.nat(30))
    .map(
      ([close, above, below]) => [110_000 + close + above, 110_000 + close - below, 110_000 + close] as const,
    ),
  { minLength: 1, maxLength: 150 },
)

test.each(names)('%s previews what it would commit, and a preview leaves no trace', name => {
  fc.assert(
    fc.property(madeBars, madeBars, (all, others) => {
      const [teased, alone] = [MAKERS[name](), MAKERS[name]()]
      all.forEach((bar, k) => {
        const before = linesOf(teased.value)
        teased.preview(...(others[k % others.length] ?? bar))
        const previewed = linesOf(teased.preview(...bar))
        expect(linesOf(teased.value)).toEqual(before)
        const committed = linesOf(alone.commit(...bar))
        expect(linesOf(teased.commit(...bar))).toEqual(committed)
        expectClose(previewed, committed, `bar ${k}`)
      })
    }),
    { numRuns: 30 },
  )
})

const WINDOWED = names.filter(name => !/^(ema|wilder|rsi|adx|macd|ewma)/.test(name))

test.each(WINDOWED)('%s is the same as begun anew with the bars of its window', name => {
  fc.assert(
    fc.property(madeBars, all => {
      const followed = MAKERS[name]()
      all.forEach(bar => followed.commit(...bar))
      const anew = MAKERS[name]()
      all.slice(-anew.warmUp).forEach(bar => anew.commit(...bar))
      expectClose(followed.value, linesOf(anew.value), 'last bar')
    }),
    { numRuns: 60 },
  )
})
