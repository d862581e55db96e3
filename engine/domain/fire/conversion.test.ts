import { describe, expect, test } from 'vitest'
import { aSpec } from '../../testkit/a-shot.ts'
import { conversionOf, doubtfulTickValue, tickValueAt } from './conversion.ts'

describe('the value of a tick', () => {
  test('is converted by no price, the own price, another price, or both, as the account has it', () => {
    const offered = ['EURUSD', 'USDJPY', 'USDCAD', 'EURJPY', 'GBPUSD'] as const
    const of = (pair: (typeof offered)[number], currency: string) => conversionOf(pair, currency, offered)
    expect([of('EURUSD', 'USD'), of('USDJPY', 'JPY')]).toEqual(['none', 'none'])
    expect([of('USDJPY', 'USD'), of('EURUSD', 'EUR')]).toEqual(['own', 'own'])
    expect([of('EURJPY', 'USD'), of('GBPUSD', 'EUR'), of('USDJPY', 'EUR')]).toEqual([
      'other',
      'other',
      'other',
    ])
    expect([of('USDCAD', 'EUR'), of('USDCAD', 'JPY')]).toEqual(['throughOwn', 'throughOwn'])
  })

  test('of a cross is converted by other pairs alone, also where the account has none that joins directly', () => {
    expect(conversionOf('EURJPY', 'CHF', ['EURJPY'])).toBe('other')
    expect(conversionOf('EURJPY', 'CHF', ['EURJPY', 'USDJPY', 'USDCHF'])).toBe('other')
  })

  test('of a dollar pair goes through the dollar unless one pair joins the two currencies', () => {
    expect(conversionOf('USDJPY', 'EUR', ['USDJPY', 'EURUSD'])).toBe('throughOwn')
    expect(conversionOf('USDJPY', 'EUR', ['USDJPY', 'EURUSD', 'GBPJPY'])).toBe('throughOwn')
    expect(conversionOf('USDJPY', 'EUR', ['USDJPY', 'EURUSD', 'EURGBP'])).toBe('throughOwn')
    expect(conversionOf('USDJPY', 'EUR', ['USDJPY', 'EURJPY'])).toBe('other')
  })

  test('grows where the pair falls in the money of its base, and follows the contract and not an old word', () => {
    const yen = aSpec({ pair: 'USDJPY', digits: 3, tickSize: 0.001, tickValue: 0.66 })
    expect(tickValueAt(yen, 'own', 150_000, 149_000)).toBeCloseTo(100 / 149, 10)
    expect(tickValueAt(yen, 'throughOwn', 150_000, 149_000)).toBeCloseTo((0.66 * 150) / 149, 10)
    expect(tickValueAt(yen, 'other', 150_000, 149_000)).toBe(0.66)
  })

  test('is doubted when contract and price say otherwise by more than a twentieth', () => {
    const yen = aSpec({ pair: 'USDJPY', digits: 3, tickSize: 0.001, tickValue: 0.66 })
    expect(doubtfulTickValue(yen, 'own', 150_000)).toBeNull()
    expect(doubtfulTickValue({ ...yen, tickValue: 1 }, 'own', 150_000)).toBeCloseTo(0.66667, 4)
    expect(doubtfulTickValue({ ...yen, tickValue: 1 }, 'other', 150_000)).toBeNull()
    const twenty = aSpec({ contract: 100, tickSize: 0.2 })
    expect(doubtfulTickValue({ ...twenty, tickValue: 21 }, 'none', 110_000)).toBeNull()
    expect(doubtfulTickValue({ ...twenty, tickValue: 19 }, 'none', 110_000)).toBeNull()
    expect(doubtfulTickValue({ ...twenty, tickValue: 21.01 }, 'none', 110_000)).toBe(20)
    expect(doubtfulTickValue(aSpec({ contract: 1_000 }), 'none', 110_000)).toBeCloseTo(0.01, 10)
  })
})
