import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EngineEvent } from '../contracts/events.ts'
import { longHistory } from '../testkit/long-history.ts'
import { ONE_OF_EACH } from '../testkit/one-of-each.ts'
import { packDesk, unpackDesk } from './desk-memory.ts'
import { emptyDesk, type DeskState } from './desk-state.ts'
import { fold } from './fold.ts'

function folded(events: readonly EngineEvent[], desk: DeskState = emptyDesk()): DeskState {
  for (const event of events) fold(desk, event)
  return desk
}

/** As a checkpoint keeps it: nothing is shared with the desk that was packed. */
const kept = (desk: DeskState): DeskState => unpackDesk(structuredClone(packDesk(desk)))

const EVERY_KIND = Object.values(ONE_OF_EACH)
const LONG = [...longHistory(600)]

describe('a packed desk', () => {
  test('is the same again after every kind of event', () => {
    const desk = folded(EVERY_KIND)
    expect(kept(desk)).toEqual(desk)
    expect(packDesk(kept(desk))).toEqual(packDesk(desk))
  })

  test('folds on to what the whole history folds to, wherever it was cut', () => {
    const whole = packDesk(folded(LONG))
    fc.assert(
      fc.property(fc.nat(LONG.length), fc.nat(LONG.length), (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one]
        const early = kept(folded(LONG.slice(0, first)))
        const late = kept(folded(LONG.slice(first, second), early))
        expect(packDesk(folded(LONG.slice(second), late))).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  test('folds on in any order of any kinds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVERY_KIND), { maxLength: 60 }), fc.nat(60), (events, cut) => {
        const resumed = folded(events.slice(cut), kept(folded(events.slice(0, cut))))
        expect(packDesk(resumed)).toEqual(packDesk(folded(events)))
      }),
    )
  })

  test('leaves the desk that was packed as it was', () => {
    const desk = folded(LONG)
    const before = packDesk(desk)
    folded(EVERY_KIND, unpackDesk(packDesk(desk)))
    expect(packDesk(desk)).toEqual(before)
  })

  test.each([
    ['an instance of a class that it does not know', new Date(0), /a Date at extra\.deep/],
    ['a function', () => 1, /a function at extra\.deep/],
    ['a typed array', new Float64Array(2), /a Float64Array at extra\.deep/],
  ])('refuses %s, and says where it is', (_, deep, text) => {
    const desk = { ...emptyDesk(), extra: new Map([['deep', deep]]) }
    expect(() => packDesk(desk)).toThrow(text)
  })
})
