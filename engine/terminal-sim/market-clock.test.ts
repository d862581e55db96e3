import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MarketClock } from './market-clock.ts'

const clockAt = (speed: number, paused = false) =>
  new MarketClock({ marketMs: 1_000_000, speed, paused, nowMs: 0 })

test('market time runs at its speed against the computer', () => {
  const clock = clockAt(60)
  expect(clock.dueMs(1_000)).toBe(1_060_000)
  clock.played(1_060_000, 40, 1_000)
  expect(clock.dueMs(1_500)).toBe(1_090_000)
})

test('many small turns lose nothing against one large one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 5_000, noNaN: true }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
      (speed, turns) => {
        const clock = clockAt(speed)
        let nowMs = 0
        for (const turn of turns) {
          nowMs += turn
          clock.played(clock.dueMs(nowMs), 1, nowMs)
        }
        expect(clock.marketMs).toBe(Math.floor(1_000_000 + nowMs * speed))
      },
    ),
  )
})

test('a market that could not keep up goes on from where it is, without a leap', () => {
  const clock = clockAt(100)
  clock.played(1_010_000, 500, 1_000)
  expect(clock.marketMs).toBe(1_010_000)
  expect(clock.dueMs(1_100)).toBe(1_020_000)
})

test('time that was held does not count', () => {
  const clock = clockAt(10)
  clock.hold(5_000)
  expect(clock.dueMs(6_000)).toBe(1_010_000)
})

test('a speed counts from the moment it is set', () => {
  const clock = clockAt(1)
  clock.played(clock.dueMs(1_000), 1, 1_000)
  clock.setSpeed(100, 1_000)
  expect(clock.dueMs(1_010)).toBe(1_002_000)
})

test('paused, nothing is due; a step lets so many ticks through and stays paused', () => {
  const clock = clockAt(60)
  clock.pause(500)
  expect(clock.dueMs(10_000)).toBe(Number.NEGATIVE_INFINITY)
  clock.step(3, 10_000)
  expect([clock.dueMs(10_000), clock.steps]).toEqual([Number.POSITIVE_INFINITY, 3])
  clock.played(1_007_000, 3, 10_000)
  clock.played(clock.dueMs(15_000), 0, 15_000)
  expect([clock.marketMs, clock.steps, clock.paused]).toEqual([1_007_000, 0, true])
  clock.play(20_000)
  expect(clock.dueMs(21_000)).toBe(1_067_000)
})

test('a seek is due at once, ends at its moment, and leaves pause and speed as they were', () => {
  const clock = clockAt(1, true)
  expect(clock.seek(1_500_000)).toBe(true)
  expect(clock.dueMs(0)).toBe(1_500_000)
  clock.played(1_400_000, 10, 5)
  expect(clock.dueMs(5)).toBe(1_500_000)
  clock.played(1_500_000, 1, 10)
  expect([clock.paused, clock.marketMs]).toEqual([true, 1_500_000])
  expect(clock.seek(1_500_000)).toBe(false)
})

test('as fast as it goes, everything is due, and only that has no end of its own', () => {
  const clock = clockAt(0)
  expect([clock.dueMs(1), clock.isUnbound]).toEqual([Number.POSITIVE_INFINITY, true])
  clock.seek(2_000_000)
  expect(clock.isUnbound).toBe(false)
  expect(clockAt(0, true).isUnbound).toBe(false)
})

test.each([
  [60, false, 360_000],
  [0.0001, false, 1],
  [0, false, 0],
  [60, true, 0],
])('at speed %d, paused %s, it gets %i ms further in six seconds', (speed, paused, ms) => {
  expect(clockAt(speed, paused).within(6_000)).toBe(ms)
})
