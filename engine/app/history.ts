import { DAY_MS } from '../domain/market/civil.ts'

/**
 * Minutes that are asked for at each new session: what the slowest readings need, 500 hours of an open market and the EMA50 of H4.
 * `bitten honesty` measures what a start with them is off a start with all that there is.
 */
export const HISTORY_MS = 31 * DAY_MS
export const HISTORY_BARS = 32_000
