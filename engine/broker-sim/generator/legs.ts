/**
 * The seven dollar pairs that drive the generated market; the other eight follow from them. Prices are those of a
 * plausible day. Daily moves (standard deviation of a day's return) and the shares of the common factors are plausible
 * figures chosen for this generator, not measurements.
 */
import type { Pair } from '../../contracts/pairs.ts'
import { baseOf, quoteOf } from '../../contracts/pairs.ts'

export type Leg = Readonly<{
  pair: Pair
  price: number
  dailyMove: number
  /** What a stronger dollar, Europe or commodity bloc does to it; the rest of its variance is its own. */
  dollar: number
  europe: number
  commodity: number
  own: number
  /** Whose working day its volatility follows. */
  day: 'west' | 'east'
}>

function leg(
  pair: Pair,
  price: number,
  dailyMove: number,
  [dollar, europe, commodity]: readonly [number, number, number],
  day: Leg['day'],
): Leg {
  const own = Math.sqrt(1 - dollar * dollar - europe * europe - commodity * commodity)
  return { pair, price, dailyMove, dollar, europe, commodity, own, day }
}

export const LEGS: readonly Leg[] = [
  leg('EURUSD', 1.085, 0.0045, [-0.8, 0.4, 0], 'west'),
  leg('GBPUSD', 1.27, 0.0052, [-0.7, 0.35, 0], 'west'),
  leg('USDJPY', 150, 0.0055, [0.55, 0, 0], 'east'),
  leg('USDCHF', 0.885, 0.0046, [0.7, -0.45, 0], 'west'),
  leg('USDCAD', 1.36, 0.0038, [0.6, 0, -0.35], 'west'),
  leg('AUDUSD', 0.655, 0.006, [-0.65, 0, 0.5], 'east'),
  leg('NZDUSD', 0.605, 0.0062, [-0.6, 0, 0.55], 'east'),
]

/** Common factors first, then one of each leg's own. */
export const COMMON_FACTORS = 3
export const FACTORS = COMMON_FACTORS + LEGS.length

export const legAt = (index: number): Leg => {
  const found = LEGS[index]
  if (!found) throw new RangeError(`no leg ${index}`)
  return found
}

/** How a pair is made of legs: the first alone, or times or divided by the second. */
export type Recipe = Readonly<{ first: number; second: number | null; divide: boolean }>

/** Every currency but the dollar has one leg; where it stands in the leg says whether a cross divides or multiplies. */
const legOf = (currency: string): number =>
  LEGS.findIndex(({ pair }) => baseOf(pair) === currency || quoteOf(pair) === currency)

export function recipeOf(pair: Pair): Recipe {
  const direct = LEGS.findIndex(leg => leg.pair === pair)
  if (direct >= 0) return { first: direct, second: null, divide: false }
  const second = legOf(quoteOf(pair))
  return { first: legOf(baseOf(pair)), second, divide: quoteOf(legAt(second).pair) === 'USD' }
}
