import { DAY_MS, MINUTE_MS } from '../market/civil.ts'
import { openMsInLastDay } from '../market/session-clock.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import type { Measured } from './shield.ts'

/** M15 bars that the slowest reading looks back on. */
const DEPTH = 500
/** Below this share of the last day's bars nothing is earned; at it and above, all. */
const LEAST = 0.8
const FULL = 0.98
const M5_MS = 5 * MINUTE_MS

/** Are the bars there that everything else was read from: those of the last day, and far enough back? */
export function coverage({ bars }: SymbolMarket, nowMs: number): Measured {
  const { M5, M15 } = bars.series
  const expected = Math.max(1, Math.floor(Math.min(DAY_MS, openMsInLastDay(nowMs)) / M5_MS))
  let found = 0
  while (found < M5.length && M5.openMs(found) > nowMs - DAY_MS - M5_MS) found++
  const present = Math.min(1, found / expected)
  const depth = Math.min(1, M15.length / DEPTH)
  const share = Math.min((present - LEAST) / (FULL - LEAST), depth)
  const text = `${Math.round(100 * present)} % of the last day’s bars, and ${Math.min(DEPTH, M15.length)} of ${DEPTH} quarter hours back.`
  return { part: 'COVERAGE', value: Math.min(present, depth), share, text }
}
