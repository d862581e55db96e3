import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Pace, publishedRate } from './pace.ts'

it('lets a burst through, and then one at a time', () => {
  const pace = new Pace({ burst: 2, everyMs: 1_000 }, 0)
  const waits = [0, 0, 0].map(() => {
    const waitMs = pace.waitMs(0)
    pace.spend(0)
    return waitMs
  })
  expect(waits).toEqual([0, 0, 1_000])
  expect(pace.waitMs(2_000)).toBe(0)
})

it('makes alerts wait for answers that did not wait themselves, but no longer than a burst takes', () => {
  const pace = new Pace({ burst: 2, everyMs: 1_000 }, 0)
  for (let k = 0; k < 100; k++) pace.spend(0)
  expect(pace.waitMs(0)).toBe(3_000)
})

it('never lets more through than the rate says, whenever it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }), gaps => {
      const { burst, everyMs } = publishedRate(1)
      const pace = new Pace({ burst, everyMs }, 0)
      let nowMs = 0
      let sent = 0
      for (const gap of gaps) {
        nowMs += gap
        if (pace.waitMs(nowMs) > 0) continue
        pace.spend(nowMs)
        sent += 1
      }
      expect(sent).toBeLessThanOrEqual(burst + nowMs / everyMs + 1e-6)
    }),
  )
})

it('is slower for a group', () => {
  expect(publishedRate(-5).everyMs * 20).toBe(60_000)
})
