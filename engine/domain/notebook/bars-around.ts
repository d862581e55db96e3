import type { EpochMs } from '../../contracts/primitives.ts'
import type { Bar } from '../market/bar-series.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'

/** A chart of a trade is readable with about so many candles. */
const CANDLES = 120
const FRAMES_MS = [1, 5, 15, 60, 240, 1_440].map(minutes => minutes * MINUTE_MS)

export type Span = Readonly<{ fromMs: EpochMs; untilMs: EpochMs; frameMs: number }>

/** As long before a trade as it was held, half as long after it, an hour at least, in the shortest candles that fit. */
export function spanAround(openMs: number, closeMs: number): Span {
  const heldMs = Math.max(HOUR_MS, closeMs - openMs)
  const untilMs = closeMs + heldMs / 2
  const lengthMs = untilMs - openMs + heldMs
  const frameMs = FRAMES_MS.find(each => lengthMs / each <= CANDLES) ?? Math.max(...FRAMES_MS)
  const fromMs = Math.max(0, Math.floor((openMs - heldMs) / frameMs) * frameMs)
  return { fromMs: fromMs as EpochMs, untilMs: Math.ceil(untilMs) as EpochMs, frameMs }
}

/** Minutes, oldest first, as candles of `frameMs`. A candle without a minute is left out, as in the market's pauses. */
export function candlesOf(minutes: readonly Bar[], frameMs: number): Bar[] {
  const candles: Bar[] = []
  for (const minute of minutes) {
    const openMs = Math.floor(minute.openMs / frameMs) * frameMs
    const last = candles.at(-1)
    if (last?.openMs === openMs) candles[candles.length - 1] = joined(last, minute)
    else candles.push({ ...minute, openMs })
  }
  return candles
}

const joined = (before: Bar, minute: Bar): Bar => ({
  ...before,
  high: Math.max(before.high, minute.high),
  low: Math.min(before.low, minute.low),
  close: minute.close,
  ticks: before.ticks + minute.ticks,
  spread: Math.max(before.spread, minute.spread),
})
