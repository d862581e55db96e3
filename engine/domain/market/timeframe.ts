import { HOUR_MS, MINUTE_MS } from './civil.ts'
import { newYorkOffsetMs } from './city-time.ts'

export const TIMEFRAMES = ['M1', 'M5', 'M15', 'H1', 'H4'] as const
export type Timeframe = (typeof TIMEFRAMES)[number]

export const TIMEFRAME_MS: Readonly<Record<Timeframe, number>> = {
  M1: MINUTE_MS,
  M5: 5 * MINUTE_MS,
  M15: 15 * MINUTE_MS,
  H1: HOUR_MS,
  H4: 4 * HOUR_MS,
}

/** Of the trading day, which begins at 17:00 in New York. */
const DAY_STARTS_MS = 17 * HOUR_MS

/** When the bar that holds this instant opened. Up to H1 on the UTC clock; H4 counts from 17:00 New York. */
export function barOpenMs(timeframe: Timeframe, utcMs: number): number {
  const length = TIMEFRAME_MS[timeframe]
  if (timeframe !== 'H4') return utcMs - (utcMs % length)
  const shiftMs = newYorkOffsetMs(utcMs) - DAY_STARTS_MS
  return Math.floor((utcMs + shiftMs) / length) * length - shiftMs
}
