import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBackupDue, keptBackups } from './retention.ts'

const DAY = 86_400_000
const day = (text: string): number => Date.parse(`${text}T12:00:00Z`)
const dates = (timesMs: readonly number[]) => timesMs.map(ms => new Date(ms).toISOString().slice(0, 10))

describe('the backups that are kept', () => {
  it('are the newest of 7 days, of 4 weeks and of 12 months', () => {
    const everyDay = Array.from({ length: 800 }, (_, back) => day('2026-11-22') - back * DAY)
    expect(dates(keptBackups(everyDay))).toEqual([
      '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16',
      '2026-11-15', '2026-11-08', '2026-11-01',
      '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28',
      '2026-01-31', '2025-12-31',
    ]) // prettier-ignore
  })

  it('are all of them while they are few, however old', () => {
    const few = ['2020-01-01', '2023-05-05', '2026-11-22'].map(day)
    expect(keptBackups(few)).toHaveLength(3)
  })

  it('always hold the newest, never more than 23, and are the same when they are asked for again', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(times, timesMs => {
        const kept = keptBackups(timesMs)
        expect(kept[0]).toBe(Math.max(...timesMs))
        expect(kept.length).toBeLessThanOrEqual(23)
        expect(keptBackups(kept)).toEqual(kept)
      }),
    )
  })
})

it('a backup is due when the day has none', () => {
  expect(isBackupDue([], day('2026-11-22'))).toBe(true)
  expect(isBackupDue([day('2026-11-21')], day('2026-11-22'))).toBe(true)
  expect(isBackupDue([day('2026-11-22') - DAY / 2], day('2026-11-22'))).toBe(false)
})
