import { DAY_MS } from '../../domain/market/civil.ts'

/**
 * Minutes that are asked for at each new session: nearly seven weeks, about as many as one request may ask for. Readings are
 * there after two weeks; the volatility of each quarter hour of the day, which is seen once a day and remembered for twenty, is
 * what needs the rest. `bitten honesty` measures how far a start with them is off a start with all that there is.
 */
export const HISTORY_MS = 48 * DAY_MS
export const HISTORY_BARS = 50_000
