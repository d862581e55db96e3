import { expect, test } from 'vitest'
import { MAX_TICKS, readTicks } from '../wire/index.ts'
import { MinuteSoFar } from './minute-so-far.ts'

const MINUTE = Date.UTC(2024, 4, 8, 12)

function timesIn(minute: MinuteSoFar): number[] {
  const times: number[] = []
  for (const body of minute.bodies()) readTicks(body, (_, timeMs) => times.push(timeMs - MINUTE))
  return times
}

test('the minute so far is told again as often as it is asked for, and the next minute begins empty', () => {
  const minute = new MinuteSoFar()
  minute.add(0, MINUTE + 10, 1, 2)
  expect(timesIn(minute)).toEqual([10])
  minute.add(1, MINUTE + 59_999, 1, 2)
  expect([timesIn(minute), timesIn(minute)]).toEqual([
    [10, 59_999],
    [10, 59_999],
  ])
  minute.add(0, MINUTE + 60_000, 1, 2)
  expect(timesIn(minute)).toEqual([60_000])
})

test('a minute with more ticks than one message holds is whole', () => {
  const minute = new MinuteSoFar()
  for (let k = 0; k <= 2 * MAX_TICKS; k++) minute.add(0, MINUTE + k, 1, 2)
  expect(timesIn(minute)).toEqual(Array.from({ length: 2 * MAX_TICKS + 1 }, (_, k) => k))
})
