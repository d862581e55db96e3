/** Missions with their markets, in five-minute bars. */
import type { KeptBars } from '../../../engine/contracts/market-bars.ts'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { aMissionView, MARKET_MS, at, points, ulid } from './view-parts.ts'

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

/** With what its setup saw. */
export const mission = aMissionView({}, {
  structure: [{ kind: 'zone', label: 'Asian range', fromMs: MARKET_MS - 9 * HOUR_MS, toMs: MARKET_MS - 2.5 * HOUR_MS, low: points(138_420), high: points(138_560) }],
}) // prettier-ignore

/** A pair below one, which is written otherwise than one above it. */
export const kiwi = aMissionView({}, {
  id: ulid(2), pair: 'NZDUSD', symbol: 'NZDUSD', side: 'sell',
  entry: points(59_338), stop: points(59_544), target: points(58_926), invalidBeyond: points(59_441),
}) // prettier-ignore
export const kiwiBars = (): KeptBars => ({
  ...keptBars,
  bars: keptBars.bars.map(bar => {
    const lower = (price: number) => points(price - 79_300)
    return { ...bar, open: lower(bar.open), high: lower(bar.high), low: lower(bar.low), close: lower(bar.close) }
  }),
}) // prettier-ignore
