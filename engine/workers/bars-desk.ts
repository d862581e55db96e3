import type { MarketBar, MarketBars, MarketBarsQuery } from '../contracts/market-bars.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { Bar } from '../domain/market/bar-series.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { candlesOf } from '../domain/notebook/bars-around.ts'
import { sessionSpans } from '../domain/pictures/market-chart.ts'
import type { KeptMinutes } from './kept-minutes.ts'

const FRAME_MINUTES = 5
/** Ten hours: the session before the one that trades is seen. */
const BARS = 120

/** Bars for a window, made of the minutes that are kept. */
export class BarsDesk {
  readonly #minutes: KeptMinutes

  constructor(minutes: KeptMinutes) {
    this.#minutes = minutes
  }

  /** Throws `StoreFault` when the minutes cannot be read. */
  bars({ terminal, pair, marketMs }: Omit<MarketBarsQuery, 'kind'>): MarketBars {
    const reader = this.#minutes.open()
    // One more than is told: the oldest of them begins in the middle of its time.
    const kept = reader?.latest(terminal, pair, overBy(marketMs), (BARS + 1) * FRAME_MINUTES) ?? []
    const digits = reader?.digits(terminal, pair) ?? null
    const newest = kept.at(-1)
    if (newest === undefined || digits === null) return { is: 'none' }
    const frameMs = FRAME_MINUTES * MINUTE_MS
    const bars = candlesOf(kept, frameMs).slice(-BARS)
    return {
      is: 'bars',
      digits,
      frameMinutes: FRAME_MINUTES,
      bars: bars.map(told),
      untilMs: EpochMs.parse(newest.openMs + MINUTE_MS),
      sessions: sessionSpans(bars, frameMs),
    }
  }
}

/** A minute that has begun is not over. */
const overBy = (marketMs: EpochMs | null): EpochMs =>
  EpochMs.parse(marketMs === null ? Number.MAX_SAFE_INTEGER : Math.floor(marketMs / MINUTE_MS) * MINUTE_MS)

const told = ({ openMs, open, high, low, close }: Bar): MarketBar =>
  ({ openMs, open, high, low, close }) as MarketBar
