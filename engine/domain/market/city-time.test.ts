import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilFromDays, daysFromCivil, nthWeekdayMs } from './civil.ts'
import { cityOffsetMs, type City } from './city-time.ts'

const ZONES: Record<City, string> = {
  SYDNEY: 'Australia/Sydney',
  TOKYO: 'Asia/Tokyo',
  LONDON: 'Europe/London',
  NEW_YORK: 'America/New_York',
}

/** What the runtime's own time zone database says. */
function databaseOffsetMs(city: City, utcMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: ZONES[city],
    timeZoneName: 'longOffset',
  }).formatToParts(utcMs)
  const name = parts.find(part => part.type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

test('city clocks agree with the time zone database from 2009 to 2037', () => {
  const city = fc.constantFrom<City>('SYDNEY', 'TOKYO', 'LONDON', 'NEW_YORK')
  const instant = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2037, 11, 31) })
  fc.assert(
    fc.property(city, instant, (name, ms) => cityOffsetMs(name, ms) === databaseOffsetMs(name, ms)),
    { numRuns: 2_000 },
  )
})

test('city clocks change at the same second as the database does', () => {
  const changes: [City, number][] = [
    ['NEW_YORK', Date.UTC(2026, 2, 8, 7)],
    ['NEW_YORK', Date.UTC(2026, 10, 1, 6)],
    ['LONDON', Date.UTC(2026, 2, 29, 1)],
    ['LONDON', Date.UTC(2026, 9, 25, 1)],
    ['SYDNEY', Date.UTC(2026, 3, 4, 16)],
    ['SYDNEY', Date.UTC(2026, 9, 3, 16)],
  ]
  for (const [city, ms] of changes) {
    for (const at of [ms - 1_000, ms])
      expect(cityOffsetMs(city, at), `${city} ${at}`).toBe(databaseOffsetMs(city, at))
    expect(cityOffsetMs(city, ms)).not.toBe(cityOffsetMs(city, ms - 1_000))
  }
})

test('no clock changes at midnight of New Year', () => {
  for (let year = 2009; year <= 2037; year++) {
    for (const city of ['SYDNEY', 'LONDON', 'NEW_YORK'] as const) {
      const newYear = Date.UTC(year, 0, 1)
      const offsets = [newYear - 1, newYear].map(at => cityOffsetMs(city, at))
      expect(offsets, `${city} ${year}`).toEqual(Array(2).fill(databaseOffsetMs(city, newYear)))
    }
  }
})

test('a date survives the way to days and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), days => {
      const date = civilFromDays(days)
      const iso = new Date(days * 86_400_000).toISOString()
      expect(daysFromCivil(date)).toBe(days)
      expect([date.month, date.day]).toEqual([Number(iso.slice(-19, -17)), Number(iso.slice(-16, -14))])
    }),
  )
})

test('the last Sunday of a month is found in December too', () => {
  expect(nthWeekdayMs(2026, 12, 0, -1)).toBe(Date.UTC(2026, 11, 27))
})
