import fc from 'fast-check'
import { expect, it } from 'vitest'
import { A_MINUTE, BURST, QUIET_MS, TokenBucket } from './limits.ts'

it('takes a burst, says once that it was too much, and is silent then', () => {
  const bucket = new TokenBucket(0)
  const said = Array.from({ length: BURST + 5 }, () => bucket.admit(0))
  expect(said.slice(0, BURST)).toEqual(Array(BURST).fill('yes'))
  expect(said.slice(BURST)).toEqual(['flood', 'silence', 'silence', 'silence', 'silence'])
})

it('hears again when nothing was said for a while, and not before', () => {
  const bucket = new TokenBucket(0)
  for (let k = 0; k <= BURST; k += 1) bucket.admit(0)
  expect(bucket.admit(QUIET_MS - 1)).toBe('silence')
  expect(bucket.admit(2 * QUIET_MS - 2)).toBe('silence')
  expect(bucket.admit(3 * QUIET_MS - 2)).toBe('yes')
})

it('takes for ever what comes no faster than the minute allows', () => {
  const bucket = new TokenBucket(0)
  for (let k = 1; k <= 1_000; k += 1) expect(bucket.admit((k * 60_000) / A_MINUTE)).toBe('yes')
})

it('takes never more than the burst and the minute’s share of the time, however it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8_000 }), { maxLength: 300 }), gaps => {
      const bucket = new TokenBucket(0)
      let nowMs = 0
      let taken = 0
      for (const gap of gaps) {
        nowMs += gap
        if (bucket.admit(nowMs) === 'yes') taken += 1
      }
      expect(taken).toBeLessThanOrEqual(BURST + (nowMs * A_MINUTE) / 60_000 + 1e-6)
    }),
  )
})

it('says that it is a flood once, until it is over', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: QUIET_MS - 1 }), { maxLength: 300 }), gaps => {
      const bucket = new TokenBucket(0)
      let nowMs = 0
      const said = gaps.map(gap => bucket.admit((nowMs += gap)))
      expect(said.filter(each => each === 'flood').length).toBeLessThanOrEqual(1)
    }),
  )
})
