import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNearer, moveRefusal, type StopMove } from './stop-move.ts'

/** A long at 1.10000 with its stop 20 pips below and its target 40 above; the price is where it was bought. */
const LONG: StopMove = {
  side: 'buy',
  digits: 5,
  from: { stop: 109_800, target: 110_400 },
  to: { stop: 109_900, target: 110_400 },
  closing: 110_000,
  stopLevel: 20,
  freezeLevel: 5,
}
const SHORT: StopMove = {
  ...LONG,
  side: 'sell',
  from: { stop: 110_200, target: 109_600 },
  to: { stop: 110_100, target: 109_600 },
}

const refused = (move: Partial<StopMove>, from: StopMove = LONG) => moveRefusal({ ...from, ...move })

describe('the stop of a position', () => {
  test('is moved nearer to the price', () => {
    expect(moveRefusal(LONG)).toBeNull()
    expect(moveRefusal(SHORT)).toBeNull()
  })

  test('is never moved away from it, by a point', () => {
    expect(refused({ to: { stop: 109_799, target: 110_400 } })).toEqual({
      code: 'STOP_WIDER',
      text: 'A stop is only ever moved nearer: 1.09799 is further away than 1.09800.',
    })
    expect(refused({ to: { stop: 110_201, target: 109_600 } }, SHORT)?.code).toBe('STOP_WIDER')
  })

  test('stays where it is while the target changes, also to none', () => {
    expect(refused({ to: { stop: 109_800, target: 110_500 } })).toBeNull()
    expect(refused({ to: { stop: 109_800, target: null } })).toBeNull()
    expect(refused({ to: { stop: 110_200, target: 109_500 } }, SHORT)).toBeNull()
  })

  test('may be set anywhere on its side when there is none', () => {
    const from = { stop: null, target: null }
    expect(refused({ from, to: { stop: 100_000, target: null } })).toBeNull()
    expect(refused({ from, to: { stop: 120_000, target: null } }, SHORT)).toBeNull()
  })

  test('is not moved to where it is', () => {
    expect(refused({ to: { stop: 109_800, target: 110_400 } })).toEqual({
      code: 'NOTHING_NEW',
      text: 'Stop and target are there already.',
    })
  })

  test('keeps the broker’s distance from the price, to the point', () => {
    expect(refused({ to: { stop: 109_980, target: 110_400 } })).toBeNull()
    expect(refused({ to: { stop: 109_981, target: 110_400 } })).toEqual({
      code: 'STOP_MISPLACED',
      text: 'The stop 1.09981 must be below the price of 1.10000 by at least 20 points.',
    })
    expect(refused({ to: { stop: 110_020, target: 109_600 } }, SHORT)).toBeNull()
    expect(refused({ to: { stop: 110_019, target: 109_600 } }, SHORT)?.text).toContain('above the price')
  })

  test('keeps the larger of stop level, freeze level and one point', () => {
    expect(refused({ to: { stop: 109_980, target: null }, freezeLevel: 30 })?.code).toBe('STOP_MISPLACED')
    const bare = { stopLevel: 0, freezeLevel: 0 }
    expect(refused({ to: { stop: 109_999, target: null }, ...bare })).toBeNull()
    expect(refused({ to: { stop: 110_000, target: null }, ...bare })?.code).toBe('STOP_MISPLACED')
  })

  test('is left to the terminal while there is no price', () => {
    expect(refused({ to: { stop: 120_000, target: 1 }, closing: null })).toBeNull()
    expect(refused({ to: { stop: 109_900, target: null }, closing: null, freezeLevel: 200_000 })).toBeNull()
  })
})

describe('the target of a position', () => {
  test('is on the winning side, outside the broker’s distance', () => {
    expect(refused({ to: { stop: 109_900, target: 110_020 } })).toBeNull()
    expect(refused({ to: { stop: 109_900, target: 110_019 } })).toEqual({
      code: 'TARGET_MISPLACED',
      text: 'The target 1.10019 must be above the price of 1.10000 by at least 20 points.',
    })
    expect(refused({ to: { stop: 110_100, target: 109_981 } }, SHORT)?.text).toContain('below the price')
  })
})

test('a position whose stop or target the price has nearly reached is frozen', () => {
  expect(refused({ closing: 109_805, to: { stop: 109_801, target: 110_400 } })?.code).not.toBe('FROZEN')
  expect(refused({ closing: 109_804 })).toEqual({
    code: 'FROZEN',
    text: 'The price is 4 points from the stop or the target; inside 5 the broker changes nothing.',
  })
  expect(refused({ closing: 110_396 })?.code).toBe('FROZEN')
  const bare = { stop: null, target: null }
  expect(refused({ from: bare, to: { stop: 109_000, target: null } })).toBeNull()
})

test('a position without stop and target is not frozen, however far the broker freezes', () => {
  const bare = { stop: null, target: null }
  const far = { from: bare, to: { stop: 109_000, target: null }, freezeLevel: 200_000 }
  expect(refused(far)?.code).toBe('STOP_MISPLACED')
})

test('whatever is asked, a stop that passes is nearer and on its side', () => {
  const points = fc.integer({ min: 100_000, max: 120_000 })
  const moves = fc.record({
    side: fc.constantFrom('buy' as const, 'sell' as const),
    digits: fc.constant(5),
    from: fc.record({ stop: points, target: fc.option(points) }),
    to: fc.record({ stop: points, target: fc.option(points) }),
    closing: points,
    stopLevel: fc.nat(50),
    freezeLevel: fc.nat(50),
  })
  fc.assert(
    fc.property(moves, move => {
      if (moveRefusal(move)) return
      const direction = move.side === 'buy' ? 1 : -1
      expect(direction * (move.to.stop - move.from.stop)).toBeGreaterThanOrEqual(0)
      expect(direction * (move.closing - move.to.stop)).toBeGreaterThanOrEqual(1)
    }),
    { numRuns: 2_000 },
  )
})

test('any stop is nearer than none; of two, the one on the side of the price', () => {
  expect(isNearer('buy', 109_800, null)).toBe(true)
  expect([109_799, 109_800, 109_801].map(stop => isNearer('buy', stop, 109_800))).toEqual([
    false,
    false,
    true,
  ])
  expect([110_199, 110_200, 110_201].map(stop => isNearer('sell', stop, 110_200))).toEqual([
    true,
    false,
    false,
  ])
})
