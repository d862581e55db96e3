import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { utcTime } from './utc-time.ts'

test.prop([fc.integer({ min: 0, max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) })])(
  'a time is written as the calendar has it, to the second',
  atMs => {
    expect(utcTime(atMs)).toBe(new Date(atMs).toISOString().slice(0, 19).replace('T', ' '))
  },
)
