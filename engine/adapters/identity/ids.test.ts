import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ulid, type EpochMs } from '../../contracts/primitives.ts'
import { countedIds, randomIds } from './ids.ts'

const clock = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 2, maxLength: 200 })

test('ids are ULIDs that sort in the order they were made, even when the clock goes back', () => {
  fc.assert(
    fc.property(clock, times => {
      for (const ids of [randomIds(), countedIds()]) {
        const made = times.map(ms => ids.next(ms as EpochMs))
        expect(made.every(id => Ulid.safeParse(id).success)).toBe(true)
        expect(made.toSorted()).toEqual(made)
        expect(new Set(made).size).toBe(made.length)
      }
    }),
  )
})

test('counted ids are the same for the same calls', () => {
  const [a, b] = [countedIds(), countedIds()]
  expect([1, 1, 5, 3].map(ms => a.next(ms as EpochMs))).toEqual([1, 1, 5, 3].map(ms => b.next(ms as EpochMs)))
  expect(countedIds().next(1_469_918_176_385 as EpochMs)).toBe('01ARYZ6S410000000000000000')
})
