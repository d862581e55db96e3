import { z } from 'zod'

/** The fifteen pairs of the desk, most traded first. Anything else is refused. */
export const PAIRS = [
  'EURUSD', 'GBPUSD', 'USDJPY', 'USDCHF', 'USDCAD', 'AUDUSD', 'NZDUSD', 'EURGBP',
  'EURJPY', 'GBPJPY', 'AUDJPY', 'EURAUD', 'GBPAUD', 'GBPNZD', 'GBPCHF',
] as const // prettier-ignore

export const Pair = z.enum(PAIRS)
export type Pair = z.infer<typeof Pair>

/** Base and profit currency of a pair: EURUSD → EUR, USD. */
export const baseOf = (pair: Pair): string => pair.slice(0, 3)
export const quoteOf = (pair: Pair): string => pair.slice(3)

/** Fractional pips: five digits, three where the profit currency is the yen. A terminal's own specification outranks it. */
export const usualDigits = (pair: Pair): number => (quoteOf(pair) === 'JPY' ? 3 : 5)
