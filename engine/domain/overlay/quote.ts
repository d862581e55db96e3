import type { SymbolMarket } from '../market/symbol-market.ts'

/** The price that an entry would get now. Prices and spreads in points. */
export type Quote = Readonly<{
  bid: number
  ask: number
  /** Market time at which it came, and how old it may be; null where bars are read instead of ticks. */
  atMs: number
  staleAfterMs: number | null
  /** Usual spread of this hour of the week; null: too little has been seen. */
  usualSpread: number | null
}>

/** The last tick of a market; null before the first. */
export function quoteOf(market: SymbolMarket, nowMs: number): Quote | null {
  if (market.ticks === 0) return null
  return {
    bid: market.bid,
    ask: market.ask,
    atMs: market.tickMs,
    staleAfterMs: market.gaps.staleAfterMs(market.tickMs),
    usualSpread: market.spreadNorm.at(nowMs),
  }
}
