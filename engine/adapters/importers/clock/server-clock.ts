import type { ServerTime } from '../../../contracts/server-time.ts'
import { zoneOffset } from './zone-offset.ts'

const HOUR_MS = 3_600_000

/** Turns the wall clock that a file is written in into UTC ms. */
export type ServerClock = (wallMs: number) => number

export function serverClock(time: ServerTime): ServerClock {
  switch (time) {
    case 'newYorkClose':
      return placeClock('America/New_York', 7 * HOUR_MS)
    case 'easternEurope':
      return placeClock('Europe/Athens', 0)
    case 'newYork':
      return placeClock('America/New_York', 0)
    default:
      return wallMs => wallMs - time * HOUR_MS
  }
}

/** In words that come after "a clock". */
export function describeServerTime(time: ServerTime): string {
  switch (time) {
    case 'newYorkClose':
      return 'seven hours ahead of New York (UTC+2, in the American summer UTC+3)'
    case 'easternEurope':
      return 'in Eastern Europe (UTC+2, in the European summer UTC+3)'
    case 'newYork':
      return 'in New York (UTC−5, in the American summer UTC−4)'
    default:
      return `at UTC${time < 0 ? '−' : '+'}${Math.abs(time)}`
  }
}

/**
 * A clock that runs `aheadMs` ahead of a place, looked up once an hour of data. The offset is the one of a first guess at
 * UTC: it changes on Sundays, hours before the market opens.
 */
function placeClock(zone: string, aheadMs: number): ServerClock {
  const offset = zoneOffset(zone)
  let knownHour = Number.NaN
  let aheadOfUtcMs = 0
  return wallMs => {
    const hour = Math.floor(wallMs / HOUR_MS)
    if (hour !== knownHour) {
      knownHour = hour
      const placeMs = hour * HOUR_MS - aheadMs
      aheadOfUtcMs = aheadMs + offset(placeMs - offset(placeMs))
    }
    return wallMs - aheadOfUtcMs
  }
}
