import type { EpochMs } from '../../contracts/primitives.ts'
import { nextTradingDayMs } from '../fire/guards/daily.ts'
import { civilFromDays, DAY_MS } from '../market/civil.ts'
import { msIntoWeek } from '../market/session-clock.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** 2026-11-23: the date on which a trading day ends, which is the date that most of it has. */
export function dayName(dayMs: number): string {
  const { year, month, day } = civilFromDays(Math.floor((nextTradingDayMs(dayMs) - 1) / DAY_MS))
  return `${year}-${two(month)}-${two(day)}`
}

/** 2026-11, UTC. */
export function monthName(atMs: number): string {
  const { year, month } = civilFromDays(Math.floor(atMs / DAY_MS))
  return `${year}-${two(month)}`
}

/** Start of the trading week that a trading day belongs to. */
export const weekOf = (dayMs: number): number => dayMs - msIntoWeek(dayMs)

/** The last moment of a trading day, so that what is dated by it belongs to that day. */
export const endOfDay = (dayMs: number): EpochMs => (nextTradingDayMs(dayMs) - 1) as EpochMs

/** Running number of a trading day: the next one has the next number. */
export const dayNumber = (dayMs: number): number => Math.floor(endOfDay(dayMs) / DAY_MS)

/**
 * The trading day that something counts for: the one that the ledger told last, however late it comes or whatever its clock says.
 * All that comes before the first one is of one day: no clock but the account's own makes days.
 */
export const presentDay = (knownDayMs: number): string =>
  knownDayMs > 0 ? dayName(knownDayMs) : 'before the first'
