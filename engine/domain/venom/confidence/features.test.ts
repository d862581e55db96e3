import { describe, expect, test } from 'vitest'
import type { Pair } from '../../../contracts/pairs.ts'
import type { Side } from '../../../contracts/primitives.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import { SymbolMarket } from '../../market/symbol-market.ts'
import type { SetupName } from '../setup.ts'
import { FEATURE_COUNT, FEATURE_NAMES, type FeatureName } from './feature-names.ts'
import { FEATURES } from './feature-table.ts'
import { readFeatures } from './features.ts'

/** A Monday, 17:00 in New York. */
const START = Date.UTC(2018, 0, 7, 22)
const DAYS = 30
const at = (newYorkHour: number, minute = 0): number =>
  START + (DAYS - 1) * 24 * 60 * MINUTE_MS + ((newYorkHour + 7) % 24) * 60 * MINUTE_MS + minute * MINUTE_MS

/** Weeks of a price that wanders in waves of several lengths, without weekends, up to an instant. */
function marketUntil(untilMs: number, pair: Pair = 'EURUSD'): SymbolMarket {
  const market = new SymbolMarket(pair, 5, () => undefined)
  for (let openMs = START; openMs < untilMs; openMs += MINUTE_MS) {
    const k = (openMs - START) / MINUTE_MS
    const price = (t: number) =>
      Math.round(110_000 + 300 * Math.sin(t / 900) + 60 * Math.sin(t / 47) + 12 * Math.sin(t * 1.7))
    const [open, close] = [price(k), price(k + 1)]
    market.closedMinute({
      openMs,
      open,
      high: Math.max(open, close) + 3,
      low: Math.min(open, close) - 3,
      close,
      ticks: 10,
      spread: 5,
    })
  }
  return market
}

const MORNING = at(4)
const market = marketUntil(MORNING)

function read(
  over: Partial<{
    market: SymbolMarket
    setup: SetupName
    side: Side
    closeMs: number
    costPoints: number
  }> = {},
) {
  const into = new Float64Array(FEATURE_COUNT)
  const { setup = 'Z5-FADE', side = 'buy', closeMs = MORNING, costPoints = 12 } = over
  const missing = readFeatures(over.market ?? market, setup, side, { closeMs, costPoints }, into)
  return { missing, of: (name: FeatureName) => into[FEATURE_NAMES.indexOf(name)] ?? Number.NaN }
}

describe('the features', () => {
  test('are all there after weeks of minutes, each with a word about it', () => {
    expect(read().missing).toBeNull()
    expect(Object.keys(FEATURES).toSorted()).toEqual(FEATURE_NAMES.toSorted())
    for (const name of FEATURE_NAMES) expect(FEATURES[name].doc).not.toBe('')
  })

  test('turn with the side when they are directional, and only then', () => {
    const [long, short] = [read(), read({ side: 'sell' })]
    for (const name of FEATURE_NAMES)
      expect(short.of(name)).toBeCloseTo(name.startsWith('D_') ? -long.of(name) : long.of(name), 12)
  })

  test('are what their formulas say of the bars', () => {
    const { readings, bars } = market
    const { M1 } = bars.series
    const close = M1.close(0)
    const { of } = read()
    expect(of('D_r60')).toBeCloseTo((close - M1.close(60)) / readings.sigma60, 12)
    expect(of('D_r15')).toBeCloseTo((close - M1.close(15)) / (readings.sigma60 / 2), 12)
    expect(of('D_e20_60')).toBeCloseTo((close - readings.h1.ema20) / readings.h1.atr14, 12)
    expect(of('D_e2050_60')).toBeCloseTo((readings.h1.ema20 - readings.h1.ema50) / readings.h1.atr14, 12)
    expect(of('N_s240bp')).toBeCloseTo(Math.log((10_000 * readings.sigma240) / close), 12)
    expect(of('N_cost')).toBeCloseTo(12 / readings.sigma240, 12)
    expect(of('N_bwp')).toBe(readings.h1.widthRank)
    expect(Math.abs(of('D_daypos'))).toBeLessThanOrEqual(1)
  })

  test('never leave their limits', () => {
    const limits = { D_r5: 4, D_r1440: 4, D_z5_36: 4, D_e20_15: 5, D_e2050_240: 5, D_pdh: 4, D_big30: 8 }
    const leap = marketUntil(MORNING)
    for (let k = 0; k < 30; k++)
      leap.closedMinute({
        openMs: MORNING + k * MINUTE_MS,
        open: 110_000 + 900 * k,
        high: 110_900 + 900 * k,
        low: 110_000 + 900 * k,
        close: 110_900 + 900 * k,
        ticks: 1,
        spread: 5,
      })
    const { of } = read({ market: leap, closeMs: MORNING + 30 * MINUTE_MS })
    for (const [name, limit] of Object.entries(limits) as [FeatureName, number][])
      expect(Math.abs(of(name))).toBeLessThanOrEqual(limit)
    expect(of('D_pdh')).toBe(4)
  })

  test('mark the setup, and nothing else', () => {
    const marks = FEATURE_NAMES.filter(name => name.startsWith('S_'))
    for (const [setup, mark] of [
      ['SQZ-FADE', 'S_sqz15'],
      ['RANGE-FADE', 'S_range'],
      ['Z5-FADE', 'S_z5'],
      ['BIGBAR-FADE', 'S_big1'],
      ['MIDDAY-CONT', 'S_ecbcont'],
      ['H1-SQZ-CONT', 'S_sqz60'],
    ] as const) {
      const { of } = read({ setup })
      expect(marks.filter(name => of(name) === 1)).toEqual([mark])
    }
  })

  test.each([
    [at(18, 59), null],
    [at(19), 'sess_asia'],
    [at(1, 59), 'sess_asia'],
    [at(2), 'sess_ldn'],
    [at(8), null],
    [at(12), 'sess_pm'],
  ] as const)('know the session by the clock of New York: %i', (closeMs, session) => {
    const { of } = read({ closeMs })
    const said = (['sess_asia', 'sess_ldn', 'sess_pm'] as const).filter(name => of(name) === 1)
    expect(said).toEqual(session === null ? (closeMs === at(8) ? [] : ['sess_pm']) : [session])
    expect(of('D_r1440*asia')).toBe(of('sess_asia') === 1 ? of('D_r1440') : 0)
    expect(of('D_e20_60*ny')).toBe(closeMs === at(8) ? of('D_e20_60') : 0)
  })

  test('count dollars from the side of the pair that they are on', () => {
    const dollars = (pair: Pair, closeMs: number) =>
      read({ market: marketUntil(at(12), pair), closeMs }).of('D_usd_1215')
    expect(dollars('EURUSD', at(12))).toBe(-1)
    expect(dollars('USDCAD', at(12))).toBe(1)
    expect(dollars('EURGBP', at(12))).toBe(0)
    expect(dollars('USDCAD', at(15))).toBe(0)
  })

  test('that have too few bars are named, and never guessed', () => {
    const young = marketUntil(START + 3 * 24 * 60 * MINUTE_MS)
    const { missing, of } = read({ market: young, closeMs: START + 3 * 24 * 60 * MINUTE_MS })
    expect(missing).toBe('D_e2050_240')
    expect(of('D_e2050_240')).toBeNaN()
    expect(read({ market: new SymbolMarket('EURUSD', 5, () => undefined) }).missing).toBe('D_r5')
  })
})
