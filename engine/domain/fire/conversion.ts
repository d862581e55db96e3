import { baseOf, quoteOf, type Pair } from '../../contracts/pairs.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { pointsPerUnit } from '../market/price.ts'

/**
 * How a terminal turns a pair's profit currency into the account's: not at all, by the pair's own price, by that price and
 * another, or by other pairs alone. Like MetaTrader it converts directly where it has a symbol for it, and else through the dollar.
 */
export type Conversion = 'none' | 'own' | 'throughOwn' | 'other'

export function conversionOf(pair: Pair, currency: string, offered: readonly Pair[]): Conversion {
  const profit = quoteOf(pair)
  if (profit === currency) return 'none'
  if (baseOf(pair) === currency) return 'own'
  if (baseOf(pair) !== 'USD') return 'other'
  const isDirect = offered.some(other => joins(other, profit, currency))
  return isDirect ? 'other' : 'throughOwn'
}

const joins = (pair: Pair, one: string, other: string): boolean =>
  (baseOf(pair) === one && quoteOf(pair) === other) || (baseOf(pair) === other && quoteOf(pair) === one)

/**
 * What one tick of one lot is worth when the pair stands at `thenPoints`, account currency. A terminal tells the value of now: it
 * holds where another pair's price converts, which stands still here, and moves with the pair where its own price does.
 */
export function tickValueAt(
  spec: SymbolSpec,
  conversion: Conversion,
  nowPoints: number,
  thenPoints: number,
): number {
  if (conversion === 'own') return ownTickValue(spec, thenPoints)
  return conversion === 'throughOwn' ? (spec.tickValue * nowPoints) / thenPoints : spec.tickValue
}

/** In the pair's base currency, from what one lot is: a tick of the profit currency, at the pair's price. */
const ownTickValue = ({ contract, tickSize, digits }: SymbolSpec, points: number): number =>
  (contract * tickSize * pointsPerUnit(digits)) / points

/** Values are told again within the hour, and no pair moves so far in one. */
const DOUBT = 0.05

/**
 * What a tick must be worth by the contract and the price, where that can be known and the terminal says something else by more
 * than 5 %; null: no doubt. A value ten times too small would make a position ten times too big.
 */
export function doubtfulTickValue(
  spec: SymbolSpec,
  conversion: Conversion,
  nowPoints: number,
): number | null {
  if (conversion !== 'own' && conversion !== 'none') return null
  const { contract, tickSize, tickValue } = spec
  const expected = conversion === 'own' ? ownTickValue(spec, nowPoints) : contract * tickSize
  return Math.abs(tickValue - expected) <= DOUBT * expected ? null : expected
}
