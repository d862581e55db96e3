import { expect, test } from 'vitest'
import { someFigures, TUESDAY_MS } from '../../../testkit/account-figures.ts'
import { HOUR_MS } from '../../market/civil.ts'
import { tilt } from './tilt.ts'

const after = (lossesInARow: number, lastLossMs: number | null = TUESDAY_MS) =>
  tilt(someFigures({ lossesInARow, lastLossMs }))

test('the warning says what the next loss does', () => {
  const about = { guard: 'TILT_WARNING', code: null, limit: 3, untilMs: null }
  expect(after(3)).toEqual([
    { ...about, text: '3 losses in a row. One more locks you out for an hour; a win ends the count.', value: 3 },
  ]) // prettier-ignore
  expect(after(4)[0]).toEqual({ ...about, text: '4 losses in a row. Each further one locks you out for an hour; a win ends the count.', value: 4 }) // prettier-ignore
})

test('the lockout ends an hour after the last loss, to the millisecond', () => {
  expect(after(5)[1]).toEqual({
    guard: 'TILT_LOCKOUT',
    code: 'TILT_LOCKOUT',
    text: '5 losses in a row: no shots for an hour after the last.',
    value: 5,
    limit: 3,
    untilMs: TUESDAY_MS + HOUR_MS,
  })
  expect(after(5, TUESDAY_MS - HOUR_MS + 1)).toHaveLength(2)
  expect(after(5, TUESDAY_MS - HOUR_MS)).toHaveLength(1)
})

test('without the time of the last loss there is nothing to count the hour from', () => {
  expect(after(4, null).map(({ guard }) => guard)).toEqual(['TILT_WARNING'])
})
