import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localTime } from './local-time.ts'

const zoneBefore = process.env['TZ']
const at = (iso: string) => Date.parse(iso)
const moment = (iso: string, days: number, hour: number) =>
  new Date(localTime.moment(at(iso), days, hour)).toISOString()

describe('the clock on the wall', () => {
  beforeEach(() => {
    process.env['TZ'] = 'Europe/Berlin'
  })
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ']
    else process.env['TZ'] = zoneBefore
  })

  it('shows 18:00 at another moment in summer', () => {
    expect(moment('2026-01-06T12:00:00Z', 0, 18)).toBe('2026-01-06T17:00:00.000Z')
    expect(moment('2026-07-06T12:00:00Z', 0, 18)).toBe('2026-07-06T16:00:00.000Z')
  })

  it('counts days by its own midnight, over the change of the hour and the year', () => {
    expect(moment('2026-03-28T12:00:00Z', 1, 18)).toBe('2026-03-29T16:00:00.000Z')
    expect(moment('2026-01-05T23:30:00Z', 0, 18)).toBe('2026-01-06T17:00:00.000Z')
    expect(moment('2026-01-01T12:00:00Z', -1, 18)).toBe('2025-12-31T17:00:00.000Z')
  })

  it('shows an hour that is left out as the one after it', () => {
    expect(moment('2026-03-29T12:00:00Z', 0, 2)).toBe('2026-03-29T01:00:00.000Z')
  })

  it('knows the weekday of its own day', () => {
    expect(localTime.weekday(at('2026-01-09T23:30:00Z'))).toBe(6)
    expect(localTime.weekday(at('2026-01-09T22:30:00Z'))).toBe(5)
  })
})
