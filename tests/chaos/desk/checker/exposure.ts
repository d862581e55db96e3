/** One more order beside what is open: no bet twice, and no currency with too much on one side of it. */
import { DRIFT, type Book, type Fire, type Terms } from './book.ts'
import type { SymbolLine } from './broker-log.ts'
import { lossAtStopCents } from './money.ts'
import { CORRELATION_MOST, CURRENCY_RISK_PCT } from './tables.ts'

export const exposure = (fire: Fire, book: Book, terms: Terms): string[] => [
  ...correlated(fire, book, terms),
  ...currencies(fire, book),
]

/** Pearson's, of the returns from close to close. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  const n = Math.min(one.length, other.length) - 1
  const returns = (closes: readonly number[]) =>
    Array.from({ length: n }, (_, at) => Math.log((closes[at + 1] ?? 0) / (closes[at] ?? 0)))
  const [a, b] = [centred(returns(one)), centred(returns(other))]
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map(value => value - mean)
}

/** The same direction, or the other direction of a pair that moves the other way. What cannot be reckoned is too much. */
function correlated({ command }: Fire, { all }: Book, { closes }: Terms): string[] {
  const others = all.filter(({ symbol }) => symbol !== command.symbol)
  return others.flatMap(({ symbol, side, name }) => {
    const measured = correlation(closes[command.symbol] ?? [], closes[symbol] ?? [])
    const same = side === command.side ? measured : -measured
    return same <= CORRELATION_MOST
      ? []
      : [
          `CORRELATED: ${command.side} ${command.symbol} beside ${side} ${symbol} (${name}): ${same.toFixed(2)}`,
        ]
  })
}

type Trade = Readonly<{
  symbol: string
  side: 'buy' | 'sell'
  lots: string
  from: string
  stop: string | null
}>

/** Of each currency the money at stops, bought less sold, in cents. */
function net(trades: readonly Trade[], lossOf: (trade: Trade) => number, pairOf: (symbol: string) => string) {
  const cents = new Map<string, number>()
  for (const trade of trades) {
    const pair = pairOf(trade.symbol)
    const signed = lossOf(trade) * (trade.side === 'buy' ? 1 : -1)
    for (const [currency, one] of [
      [pair.slice(0, 3), signed],
      [pair.slice(3), -signed],
    ] as const)
      cents.set(currency, (cents.get(currency) ?? 0) + one)
  }
  return cents
}

/** An order that takes risk away from a currency may always come. */
function currencies({ command, quotes, balanceCents }: Fire, { opened, all }: Book): string[] {
  const { symbols, commissionPerLot } = opened
  const pairOf = (symbol: string) => nameOf(symbols, symbol)
  const lossOf = (trade: Trade) => lossAtStopCents({ symbols, quotes }, trade, commissionPerLot)
  const before = net(all, lossOf, pairOf)
  const after = net([...all, { ...command, from: command.price }], lossOf, pairOf)
  return [...after].flatMap(([currency, cents]) => {
    const pct = (100 * Math.abs(cents)) / balanceCents
    const isMore = Math.abs(cents) > Math.abs(before.get(currency) ?? 0)
    if (!isMore || pct <= CURRENCY_RISK_PCT * DRIFT) return []
    return [`CURRENCY: ${pct.toFixed(3)} % on one side of ${currency}, ${CURRENCY_RISK_PCT} % allowed`]
  })
}

function nameOf(symbols: readonly SymbolLine[], symbol: string): string {
  const known = symbols.find(({ name }) => name === symbol)
  if (!known) throw new Error(`The log knows no symbol ${symbol}.`)
  return known.pair
}
