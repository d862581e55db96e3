import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ShieldPart } from '../../contracts/mission.ts'
import { SymbolMarket } from '../market/symbol-market.ts'
import { CARDS } from './cards.ts'
import { measureShield, type ShieldInputs } from './measure.ts'
import { shieldOf, sizeFactorOf, type Measured } from './shield.ts'

const MINUTE = 60_000
/** A Tuesday, 10:00 in London and 05:00 in New York. */
const MORNING = Date.UTC(2026, 0, 6, 10)

const anyMeasured = fc
  .record({
    value: fc.option(fc.double({ noNaN: true })),
    share: fc.option(fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.constant(Number.NaN))),
  })
  .map(({ value, share }) => ({ value, share, text: 'Measured.' }))
const anyParts: fc.Arbitrary<Measured[]> = fc
  .array(anyMeasured, { minLength: ShieldPart.options.length, maxLength: ShieldPart.options.length })
  .map(all => all.map((measured, k) => ({ ...measured, part: ShieldPart.options[k] as ShieldPart })))

describe('the shield', () => {
  test('is 0 to 10, is the sum of its lines, and never makes a trade larger', () => {
    fc.assert(
      fc.property(anyParts, parts => {
        const shield = shieldOf(parts)
        const sum = shield.lines.reduce((points, line) => points + line.points, 0)
        expect(shield.score).toBeCloseTo(sum, 9)
        expect(shield.score).toBeGreaterThanOrEqual(0)
        expect(shield.score).toBeLessThanOrEqual(10)
        for (const { points, most } of shield.lines) expect(points).toBeLessThanOrEqual(most)
        expect([0.25, 0.5, 0.75, 1]).toContain(sizeFactorOf(shield))
      }),
    )
  })

  test('falls with every part that gets worse', () => {
    fc.assert(
      fc.property(anyParts, fc.nat({ max: ShieldPart.options.length - 1 }), (parts, at) => {
        const worse = parts.map((part, k) => (k === at ? { ...part, share: null } : part))
        expect(shieldOf(worse).score).toBeLessThanOrEqual(shieldOf(parts).score)
      }),
    )
  })

  test('has four classes, each with its share of the risk', () => {
    const scored = (share: number) =>
      shieldOf(ShieldPart.options.map(part => ({ part, value: 0, share, text: '' })))
    expect([1, 0.8, 0.79, 0.6, 0.4, 0.39, 0].map(share => scored(share).class)).toEqual([
      'APPROVED', 'APPROVED', 'ACTIVE', 'ACTIVE', 'VOLATILITY_ZONE', 'UNVERIFIED', 'UNVERIFIED',
    ]) // prettier-ignore
    expect([1, 0.6, 0.4, 0].map(share => scored(share).sizeFactor)).toEqual([1, 0.75, 0.5, 0.25])
  })

  test('that was never measured allows the least', () => {
    expect(sizeFactorOf(null)).toBe(0.25)
  })

  test('gives ten points in all, and none to what was measured to say nothing', () => {
    const cards = Object.values(CARDS)
    expect(cards.reduce((sum, { most }) => sum + most, 0)).toBe(10)
    for (const { most, informs, evidence } of cards) {
      expect(most > 0).toBe(informs !== 'none')
      expect(evidence).not.toBe('')
    }
  })
})

function aMarket(minutes: number, priceAt: (minute: number) => number, ticks = 8): SymbolMarket {
  const market = new SymbolMarket('EURUSD', 5, () => {})
  const fromMs = MORNING - minutes * MINUTE
  for (let k = 0; k < minutes; k++) {
    const close = Math.round(priceAt(k))
    market.closedMinute({ openMs: fromMs + k * MINUTE, open: close, high: close + 3, low: close - 3, close, ticks, spread: 6 }) // prettier-ignore
  }
  return market
}
const wave = (minute: number) => 110_050 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1)

const inputs = (over: Partial<ShieldInputs> = {}): ShieldInputs => ({
  market: aMarket(4 * 24 * 60, wave),
  side: 'buy',
  entry: 110_050,
  target: 110_250,
  minuteMs: MORNING,
  newsMs: 120 * MINUTE,
  spread: 6,
  usualSpread: 6,
  open: [],
  regime: { regime: 'CALM_RANGE', probability: 0.7 },
  ...over,
})
const lineOf = (part: ShieldPart, over: Partial<ShieldInputs>) => {
  const line = shieldOf(measureShield(inputs(over))).lines.find(each => each.part === part)
  if (!line) throw new Error(`no line of ${part}`)
  return line
}

describe('what the shield measures', () => {
  test('every part once, each with a sentence', () => {
    const lines = shieldOf(measureShield(inputs())).lines
    expect(lines.map(({ part }) => part)).toEqual(ShieldPart.options)
    for (const { text } of lines) expect(text).toMatch(/^\S.*\.$/)
  })

  test('nothing that is missing earns a point, and each says so', () => {
    const market = new SymbolMarket('EURUSD', 5, () => {})
    const regime = { regime: null, probability: null }
    const missing = inputs({ market, regime, newsMs: null, usualSpread: null })
    const lines = shieldOf(measureShield(missing)).lines.filter(({ value }) => value === null)
    expect(lines.map(({ part }) => part)).toEqual([
      'NEWS',
      'VOLATILITY',
      'SPREAD',
      'VOLUME',
      'TRAP',
      'TREND',
      'REGIME',
    ])
    for (const { points } of lines) expect(points).toBe(0)
    expect(lineOf('COVERAGE', { market })).toMatchObject({ points: 0, value: 0 })
  })

  test('news by their distance, from the edge of silence to two hours', () => {
    const points = (minutes: number) => lineOf('NEWS', { newsMs: minutes * MINUTE }).points
    expect([15, 67.5, 120, 500].map(points)).toEqual([0, 1, 2, 2])
  })

  test('the spread against its usual', () => {
    expect([6, 9, 12].map(spread => lineOf('SPREAD', { spread }).points)).toEqual([0.75, 0.38, 0])
  })

  test('ticks against their usual, and nothing where the data has none', () => {
    expect(lineOf('VOLUME', {})).toMatchObject({ points: 0.75, value: 1 })
    expect(lineOf('VOLUME', { market: aMarket(4 * 24 * 60, wave, 0) })).toMatchObject({
      points: 0,
      value: null,
    })
  })

  test('how far the last hours are from their usual', () => {
    const market = aMarket(
      4 * 24 * 60,
      minute => 110_050 + (minute > 5_700 ? 4 : 1) * (wave(minute) - 110_050),
    )
    const calm = lineOf('VOLATILITY', {})
    const loud = lineOf('VOLATILITY', { market })
    expect(calm.value).toBeGreaterThan(0.8)
    expect(calm.points).toBe(1.5)
    expect(loud.value).toBeGreaterThan(1.5)
    expect(loud.points).toBeLessThan(1.5)
  })

  test('what else is open, by the bet that it is', () => {
    const open = (side: 'buy' | 'sell', correlation: number | null) => [
      { pair: 'GBPUSD', side, riskPct: 1, correlation } as const,
    ]
    const points = (side: 'buy' | 'sell', correlation: number | null) =>
      lineOf('CORRELATION', { open: open(side, correlation) }).points
    expect([points('buy', 0.2), points('buy', 0.5), points('buy', 0.8)]).toEqual([1.5, 0.75, 0])
    expect([points('sell', 0.8), points('sell', -0.8), points('buy', null)]).toEqual([1.5, 0, 0])
    expect(lineOf('CORRELATION', { open: [] }).points).toBe(1.5)
  })

  test('holes in the bars, and bars that do not go back far enough', () => {
    expect(lineOf('COVERAGE', { market: aMarket(6 * 24 * 60, wave) }).points).toBe(1.5)
    expect(lineOf('COVERAGE', {})).toMatchObject({ points: 1.15 })
    const holes = new SymbolMarket('EURUSD', 5, () => {})
    for (let k = 0; k < 6 * 24 * 60; k++) {
      if (k > 5 * 24 * 60 && k % 60 < 30) continue
      const openMs = MORNING - (6 * 24 * 60 - k) * MINUTE
      holes.closedMinute({ openMs, open: 1, high: 2, low: 1, close: 2, ticks: 1, spread: 1 })
    }
    expect(lineOf('COVERAGE', { market: holes }).points).toBe(0)
  })

  test('London’s morning, by New York’s clock', () => {
    const at = (hour: number) => lineOf('SESSION', { minuteMs: Date.UTC(2026, 0, 6, hour) }).points
    expect([6, 7, 12, 13].map(at)).toEqual([0, 1, 1, 0])
  })

  test('bars that were rejected towards the trade, for one side as against the other', () => {
    const long = lineOf('TRAP', { side: 'buy' })
    const short = lineOf('TRAP', { side: 'sell' })
    expect(long.value).toBeCloseTo(-(short.value ?? 0), 12)
    expect(long.points + short.points).toBeCloseTo(1, 6)
  })

  test('trend, regime and levels, which are shown and count nothing', () => {
    for (const part of ['TREND', 'REGIME', 'LEVELS'] as const)
      expect(lineOf(part, {})).toMatchObject({ points: 0, most: 0, informs: 'none' })
    expect(lineOf('LEVELS', { entry: 109_990, target: 110_400 }).text).toBe(
      'A round price lies 1.0 pips ahead.',
    )
  })
})
