/** Five-minute bars around the entry of the mission that the rooms show. */
import type { KeptBars } from '../../../engine/contracts/market-bars.ts'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { MARKET_MS, at, points } from './view-parts.ts'

const FRAME_MS = 300_000
const HOUR_MS = 3_600_000

/** A morning that rose and came back to the mean, always the same; two minutes of the last bar are over. */
function morning(bars: number): KeptBars['bars'] {
  const forming = Math.floor(MARKET_MS / FRAME_MS)
  const level = (i: number): number =>
    138_360 + 300 * (i / bars) + 70 * Math.sin(i / 9) + 34 * Math.sin(i / 2.3) + 20 * Math.sin(i * 1.9)
  return Array.from({ length: bars }, (_, i) => {
    const [open, close] = [Math.round(level(i)), Math.round(level(i + 1))]
    return {
      openMs: at((forming - bars + 1 + i) * FRAME_MS),
      open: points(open),
      high: points(Math.max(open, close) + 8 + (i % 5) * 3),
      low: points(Math.min(open, close) - 8 - (i % 4) * 4),
      close: points(close),
    }
  })
}

const bars = morning(120)
const first = bars[0]?.openMs ?? at(0)
const LONDON_MS = at(Math.floor(MARKET_MS / HOUR_MS) * HOUR_MS - 2 * HOUR_MS)

export const keptBars: KeptBars = {
  is: 'bars',
  digits: 5,
  frameMinutes: 5,
  bars,
  untilMs: at(Math.floor(MARKET_MS / 60_000) * 60_000),
  sessions: [
    { session: 'ASIAN', fromMs: first, untilMs: LONDON_MS },
    { session: 'LONDON', fromMs: LONDON_MS, untilMs: at((Math.floor(MARKET_MS / FRAME_MS) + 1) * FRAME_MS) },
  ],
}

export const barsAnswer: QueryAnswer<'marketBars'> = { is: 'answer', value: keptBars }
