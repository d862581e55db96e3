import { describe, expect, it } from 'vitest'
import { keptBars } from '../../../tests/e2e/support/bars.ts'
import { at, points } from '../../../tests/e2e/support/view-parts.ts'
import { candlesOf, withTick, type Candle } from './candles.ts'

const FRAME = 300_000
const NINE = Date.UTC(2014, 4, 1, 9)
const ticks = (...given: readonly (readonly [number, number])[]): readonly Candle[] =>
  given.reduce<readonly Candle[]>(
    (seen, [ms, price]) => withTick(seen, FRAME, { atMs: NINE + ms, price }),
    [],
  )

describe('prices that are seen', () => {
  it('are one candle as long as it lasts, and the next one from its first price on', () => {
    expect(ticks([1_000, 1.2], [2_000, 1.5], [3_000, 1.1], [FRAME - 1, 1.3], [FRAME, 1.4])).toEqual([
      { openMs: NINE, open: 1.2, high: 1.5, low: 1.1, close: 1.3 },
      { openMs: NINE + FRAME, open: 1.4, high: 1.4, low: 1.4, close: 1.4 },
    ])
  })

  it('are nothing new when they stand still', () => {
    const seen = ticks([0, 1.2])
    expect(withTick(seen, FRAME, { atMs: NINE + 9_000, price: 1.2 })).toBe(seen)
  })

  it('begin anew when time goes back, as in a training ground that is begun again', () => {
    expect(ticks([FRAME, 1.2], [0, 1.1])).toEqual([
      { openMs: NINE, open: 1.1, high: 1.1, low: 1.1, close: 1.1 },
    ])
  })

  it('are no more than a day can read', () => {
    const many = Array.from({ length: 300 }, (_, i) => [i * FRAME, i] as const)
    expect(ticks(...many)).toHaveLength(120)
    expect(ticks(...many).at(-1)?.close).toBe(299)
  })
})

describe('candles', () => {
  const bar = (openMs: number, open: number, high: number, low: number, close: number) => ({
    openMs: at(openMs),
    open: points(open),
    high: points(high),
    low: points(low),
    close: points(close),
  })
  const kept = {
    ...keptBars,
    bars: [bar(NINE, 110_000, 110_050, 109_990, 110_020), bar(NINE + FRAME, 110_020, 110_060, 110_010, 110_040)],
    untilMs: at(NINE + FRAME + 120_000),
  } // prettier-ignore
  const whole = [
    { openMs: NINE, open: 1.1, high: 1.1005, low: 1.0999, close: 1.1002 },
    { openMs: NINE + FRAME, open: 1.1002, high: 1.1006, low: 1.1001, close: 1.1004 },
  ]

  it('are the kept bars, in prices', () => {
    expect(candlesOf(kept, [])).toEqual(whole)
  })

  it('go on with what was seen where a bar is not whole yet', () => {
    const seen = ticks([FRAME + 90_000, 1.1003], [FRAME + 130_000, 1.1009], [2 * FRAME, 1.1008])
    expect(candlesOf(kept, seen)).toEqual([
      whole[0],
      { openMs: NINE + FRAME, open: 1.1002, high: 1.1009, low: 1.1001, close: 1.1009 },
      { openMs: NINE + 2 * FRAME, open: 1.1008, high: 1.1008, low: 1.1008, close: 1.1008 },
    ])
  })

  it('are never what was seen of a bar that is kept whole: between two looks more may have come', () => {
    expect(candlesOf(kept, ticks([0, 9], [60_000, 0.1]))).toEqual(whole)
  })
})
