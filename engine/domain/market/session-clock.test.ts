import { expect, test } from 'vitest'
import {
  hourOfWeek,
  isDeadHour,
  isMarketOpen,
  msToWeekend,
  sessionAt,
  tradingDayMs,
} from './session-clock.ts'

const summer = (day: number, hour: number, minute = 0) => Date.UTC(2026, 6, day, hour, minute)

test('sessions follow the cities, in summer and in winter', () => {
  expect(sessionAt(summer(7, 1))).toBe('ASIAN')
  expect(sessionAt(summer(7, 7))).toBe('LONDON')
  expect(sessionAt(summer(7, 13))).toBe('OVERLAP')
  expect(sessionAt(summer(7, 18))).toBe('NEW_YORK')
  expect(sessionAt(summer(7, 21))).toBe('ROLLOVER')
  expect(sessionAt(Date.UTC(2026, 0, 6, 7))).toBe('ASIAN')
  expect(sessionAt(Date.UTC(2026, 0, 6, 8))).toBe('LONDON')
})

test('overlap comes an hour early between the American and the European change of clocks', () => {
  expect(sessionAt(Date.UTC(2026, 2, 12, 12))).toBe('OVERLAP')
  expect(sessionAt(Date.UTC(2026, 3, 9, 12))).toBe('OVERLAP')
  expect(sessionAt(Date.UTC(2026, 1, 12, 12))).toBe('LONDON')
})

test('the week runs from Sunday 17:00 to Friday 17:00 in New York', () => {
  expect(isMarketOpen(Date.UTC(2026, 6, 5, 20, 59))).toBe(false)
  expect(isMarketOpen(Date.UTC(2026, 6, 5, 21))).toBe(true)
  expect(isMarketOpen(Date.UTC(2026, 6, 10, 20, 59))).toBe(true)
  expect(isMarketOpen(Date.UTC(2026, 6, 10, 21))).toBe(false)
  expect(sessionAt(Date.UTC(2026, 6, 11, 12))).toBe('CLOSED')
  expect(hourOfWeek(Date.UTC(2026, 6, 5, 21))).toBe(0)
  expect(msToWeekend(Date.UTC(2026, 6, 10, 19))).toBe(2 * 3_600_000)
  expect(msToWeekend(Date.UTC(2026, 6, 11, 12))).toBe(0)
})

test('no entries from 16:15 to 19:00 in New York', () => {
  expect([isDeadHour(summer(7, 20, 14)), isDeadHour(summer(7, 20, 15))]).toEqual([false, true])
  expect([isDeadHour(summer(7, 22, 59)), isDeadHour(summer(7, 23))]).toEqual([true, false])
})

test('a trading day begins at 17:00 in New York', () => {
  expect(tradingDayMs(summer(7, 20, 59))).toBe(summer(6, 21))
  expect(tradingDayMs(summer(7, 21))).toBe(summer(7, 21))
})
