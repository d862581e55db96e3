import { DAY_MS, HOUR_MS, MINUTE_MS } from './civil.ts'
import { newYorkOffsetMs } from './city-time.ts'
import { msIntoWeek, tradingDayMs } from './session-clock.ts'

export const TIMEFRAMES = ['M1', 'M5', 'M15', 'H1', 'H4', 'D1'] as const
export type Timeframe = (typeof TIMEFRAMES)[number]

/** Usual length. A day of New York is an hour shorter or longer at a change of clocks. */
export const TIMEFRAME_MS: Readonly<Record<Timeframe, number>> = {
  M1: MINUTE_MS,
  M5: 5 * MINUTE_MS,
  M15: 15 * MINUTE_MS,
  H1: HOUR_MS,
  H4: 4 * HOUR_MS,
  D1: DAY_MS,
}

/** Several timeframes in one number: the sum of their bits. */
export type Timeframes = number
export const TIMEFRAME_BIT = { M1: 1, M5: 2, M15: 4, H1: 8, H4: 16, D1: 32 } as const

/** Of the trading day, which begins at 17:00 in New York. */
const DAY_STARTS_MS = 17 * HOUR_MS

/**
 * When the bar that holds this instant opened. Up to H1 on the UTC clock; H4 and D1 count from 17:00 New York. What is quoted
 * on a week-end belongs to the Friday before, so that no day is made of it.
 */
export function barOpenMs(timeframe: Timeframe, utcMs: number): number {
  if (timeframe === 'D1') {
    const overMs = msIntoWeek(utcMs) - 5 * DAY_MS
    return tradingDayMs(overMs < 0 ? utcMs : utcMs - overMs - 1)
  }
  const length = TIMEFRAME_MS[timeframe]
  if (timeframe !== 'H4') return Math.floor(utcMs / length) * length
  const shiftMs = newYorkOffsetMs(utcMs) - DAY_STARTS_MS
  return Math.floor((utcMs + shiftMs) / length) * length - shiftMs
}

/** When the bar that opened then ends. */
export function barEndMs(timeframe: Timeframe, openMs: number): number {
  if (timeframe !== 'D1') return openMs + TIMEFRAME_MS[timeframe]
  const isFriday = msIntoWeek(openMs) === 4 * DAY_MS
  return tradingDayMs(openMs + (isFriday ? 3 * DAY_MS : DAY_MS) + 2 * HOUR_MS)
}
