import { expect, it } from 'vitest'
import { SymbolSpec } from '../../contracts/wire/index.ts'
import { floatingCents } from './floating-profit.ts'

const spec = (changes: Record<string, unknown> = {}) =>
  SymbolSpec.parse({
    index: 0, name: 'EURUSD', pair: 'EURUSD', digits: 5, tickSize: 0.00001, tickValue: 1, contract: 100_000, lotMin: 0.01,
    lotMax: 100, lotStep: 0.01, stopLevel: 0, freezeLevel: 0, commissionPerLot: 7, ...changes,
  }) // prettier-ignore
const account = { currency: 'USD', offered: ['EURUSD', 'USDJPY'] } as const

it.each([
  ['a long that rose ten pips wins', { side: 'buy', open: '1.10000', lots: '0.40' }, spec(), 110_100, 4_000],
  ['a short that rose ten pips loses', { side: 'sell', open: '1.10000', lots: '0.40' }, spec(), 110_100, -4_000],
  ['one that stands where it was opened', { side: 'sell', open: '1.10000', lots: '0.40' }, spec(), 110_000, 0],
  ['a tick of five points', { side: 'buy', open: '1.10000', lots: '1.00' }, spec({ tickSize: 0.00005, tickValue: 5 }), 110_010, 1_000],
  ['yen, converted at the price of now and not of the last telling', { side: 'buy', open: '100.000', lots: '1.00' },
    spec({ name: 'USDJPY', pair: 'USDJPY', digits: 3, tickSize: 0.001, tickValue: 99 }), 101_000, 99_010],
] as const)('%s', (_what, position, of, now, cents) => {
  expect(floatingCents(position, of, account, now)).toBe(cents)
}) // prettier-ignore
