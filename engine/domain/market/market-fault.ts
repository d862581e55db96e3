import type { Bar } from './bar-series.ts'
import { MINUTE_MS } from './civil.ts'

/** Why a quote or a minute is not let in: nobody could have traded at it, or it comes out of its order. */
export type MarketFault =
  'BAD_TIME' | 'BAD_PRICE' | 'CROSSED' | 'BAD_RANGE' | 'BAD_COUNT' | 'OLDER' | 'REPEATED'

export const noFaults = (): Record<MarketFault, number> => ({
  BAD_TIME: 0,
  BAD_PRICE: 0,
  CROSSED: 0,
  BAD_RANGE: 0,
  BAD_COUNT: 0,
  OLDER: 0,
  REPEATED: 0,
})

/** A quote, points. `lastMs` is the time of the one before it. */
export function quoteFault(timeMs: number, bid: number, ask: number, lastMs: number): MarketFault | null {
  if (!(timeMs > 0 && timeMs < Number.MAX_SAFE_INTEGER)) return 'BAD_TIME'
  if (!(bid > 0 && ask < Number.MAX_SAFE_INTEGER)) return 'BAD_PRICE'
  if (!(ask >= bid)) return ask < bid ? 'CROSSED' : 'BAD_PRICE'
  return timeMs < lastMs ? 'OLDER' : null
}

/** A closed minute, points. `endMs` is when the newest minute that is here ends, closed or forming. */
export function minuteFault(bar: Bar, endMs: number): MarketFault | null {
  const { openMs, open, high, low, close, ticks, spread } = bar
  if (!(openMs >= 0 && openMs < Number.MAX_SAFE_INTEGER)) return 'BAD_TIME'
  if (Math.floor(openMs / MINUTE_MS) * MINUTE_MS !== openMs) return 'BAD_TIME'
  if (!(low > 0 && high < Number.MAX_SAFE_INTEGER)) return 'BAD_PRICE'
  if (!(open >= low && open <= high && close >= low && close <= high)) return 'BAD_RANGE'
  if (!(ticks >= 0 && spread >= 0)) return 'BAD_COUNT'
  if (openMs >= endMs) return null
  return openMs === endMs - MINUTE_MS ? 'REPEATED' : 'OLDER'
}
