import { expect, it } from 'vitest'
import { skewOf } from './clock-skew.ts'

const DATE = 'Mon, 23 Nov 2026 12:00:00 GMT'
const AT_MS = Date.UTC(2026, 10, 23, 12)

it('is how far this computer is ahead of the date in an answer', () => {
  expect(skewOf(DATE, AT_MS + 300_500)).toBe(300_000)
  expect(skewOf(DATE, AT_MS - 299_500)).toBe(-300_000)
})

it('is nothing within what whole seconds can tell', () => {
  expect([AT_MS, AT_MS + 999, AT_MS + 2_499, AT_MS - 1_499].map(nowMs => skewOf(DATE, nowMs))).toEqual([
    0, 0, 0, 0,
  ])
})

it('is not known without a date that can be read', () => {
  expect([skewOf(undefined, AT_MS), skewOf('', AT_MS), skewOf('yesterday', AT_MS)]).toEqual([
    null,
    null,
    null,
  ])
})
