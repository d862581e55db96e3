import type { KeptBars } from '../../../engine/contracts/market-bars.ts'

/** Prices as they are written, not in points: what is drawn comes from series that may count in different ones. */
export type Candle = Readonly<{ openMs: number; open: number; high: number; low: number; close: number }>
export type Tick = Readonly<{ atMs: number; price: number }>

/** More than lie between two readings of the bars. */
const MOST_SEEN = 120

export const frameMsOf = ({ frameMinutes }: Pick<KeptBars, 'frameMinutes'>): number => frameMinutes * 60_000

/** Candles of the prices that this window has seen, oldest first; the last one is not over. Time that goes back begins anew. */
export function withTick(seen: readonly Candle[], frameMs: number, { atMs, price }: Tick): readonly Candle[] {
  const openMs = Math.floor(atMs / frameMs) * frameMs
  const last = seen.at(-1)
  if (last !== undefined && last.openMs > openMs) return [begun(openMs, price)]
  if (last?.openMs !== openMs) return [...seen.slice(1 - MOST_SEEN), begun(openMs, price)]
  if (last.close === price) return seen
  const now = { ...last, high: Math.max(last.high, price), low: Math.min(last.low, price), close: price }
  return [...seen.slice(0, -1), now]
}

const begun = (openMs: number, price: number): Candle => ({
  openMs,
  open: price,
  high: price,
  low: price,
  close: price,
})

/** The bars that are kept, and behind them, as far as they are not whole there, what was seen. */
export function candlesOf(kept: KeptBars, seen: readonly Candle[]): readonly Candle[] {
  const unit = 10 ** kept.digits
  const whole = kept.bars.map(({ openMs, open, high, low, close }) => ({
    openMs,
    open: open / unit,
    high: high / unit,
    low: low / unit,
    close: close / unit,
  }))
  const [newest, ...later] = seen.filter(({ openMs }) => openMs + frameMsOf(kept) > kept.untilMs)
  const last = whole.at(-1)
  if (newest === undefined) return whole
  if (last?.openMs !== newest.openMs) return [...whole, newest, ...later]
  return [...whole.slice(0, -1), joined(last, newest), ...later]
}

const joined = (kept: Candle, seen: Candle): Candle => ({
  openMs: kept.openMs,
  open: kept.open,
  high: Math.max(kept.high, seen.high),
  low: Math.min(kept.low, seen.low),
  close: seen.close,
})
