/** One id is one order and one position at most, wherever the Expert Advisor dies between the intention and the last word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CrashOptions } from '../../ea/host/driver/commands.ts'
import { benchBinary, DeskBench, magicOf } from './desk-bench.ts'
import {
  cancel,
  fillIt,
  lastAbout,
  LASTS_MS,
  orders,
  place,
  placeIt,
  sync,
  touch,
  wordsAbout,
} from './waiting-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const lives: readonly (readonly [string, CrashOptions])[] = [
  ['the EA dies and the terminal lives', { files: 'kept' }],
  ['the computer dies with what was not flushed', { files: 'lost' }],
  ['the computer dies in the middle of a write', { files: 'torn' }],
]

/** Steps that reach the outside while this is done. */
function stepsOf(deed: (bench: DeskBench) => void): number {
  bench.terminal.run('points clear')
  deed(bench)
  return Number(bench.terminal.run('points')[0]?.['total'])
}

const cancelIt = (): void => {
  cancel(bench, 2, 1)
  bench.advance(1_000)
}

describe.each(lives)('%s', (_, how) => {
  const dieAt = (nth: number) => bench.terminal.die({ step: 'any', phase: 'any', nth, ...how })

  test('at every step of a place', () => {
    bench.start()
    const total = stepsOf(placeIt)
    expect(total).toBeGreaterThan(8)
    for (let nth = 1; nth <= total; nth++) {
      const where = `died at step ${nth} of ${total}`
      bench.start()
      dieAt(nth)
      placeIt(bench)
      bench.restart()
      bench.advance(10_000)
      const waiting = orders(bench)
      expect(waiting.length, where).toBeLessThanOrEqual(1)
      expect(lastAbout(sync(bench, 1), 1)?.is, where).toBe(waiting.length === 1 ? 'placed' : 'buried')
      place(bench, 1)
      bench.advance(1_000)
      expect(orders(bench), where).toHaveLength(waiting.length)
      fillIt(bench)
      expect(bench.positions(), where).toHaveLength(waiting.length)
      expect(bench.deals(), where).toHaveLength(waiting.length)
      if (waiting.length === 0) continue
      expect(lastAbout(sync(bench, 1), 1)?.is, where).toBe('accepted')
      expect(bench.positions()[0], where).toMatchObject({ stop: 1.097, magic: magicOf(1) })
    }
  })

  test('at every step of a fill whose stop the broker has dropped', () => {
    const begin = (): void => {
      bench.start()
      bench.terminal.run('fault dropstops action=pending')
      placeIt(bench)
    }
    begin()
    const total = stepsOf(fillIt)
    expect(total).toBeGreaterThan(3)
    for (let nth = 1; nth <= total; nth++) {
      const where = `died at step ${nth} of ${total}`
      begin()
      dieAt(nth)
      fillIt(bench)
      bench.restart(1.0989)
      bench.advance(3_000)
      expect(bench.positions(), where).toMatchObject([{ stop: 1.097 }])
      expect(lastAbout(sync(bench, 1), 1)?.is, where).toBe('accepted')
      expect(bench.deals(), where).toHaveLength(1)
    }
  })

  test('at every step of a cancel', () => {
    bench.start()
    placeIt(bench)
    const total = stepsOf(cancelIt)
    expect(total).toBeGreaterThan(8)
    for (let nth = 1; nth <= total; nth++) {
      const where = `died at step ${nth} of ${total}`
      bench.start()
      placeIt(bench)
      dieAt(nth)
      cancelIt()
      bench.restart()
      bench.advance(3_000)
      const told = sync(bench, 1, 2)
      const isGone = orders(bench).length === 0
      expect(lastAbout(told, 1)?.is, where).toBe(isGone ? 'cancelled' : 'placed')
      expect(lastAbout(told, 2)?.is, where).toBe(isGone ? 'accepted' : 'buried')
      cancel(bench, 3, 1)
      bench.advance(1_000)
      expect(lastAbout(sync(bench, 3), 3)?.is, where).toBe('accepted')
      fillIt(bench)
      expect(bench.deals(), where).toEqual([])
    }
  })
})

describe('while the EA is away', () => {
  const away = (how: 'deinit' | 'crash', deed: () => void) => {
    placeIt(bench)
    if (how === 'deinit') bench.terminal.run('deinit 3')
    else bench.terminal.crash()
    deed()
    return [...bench.restart(1.0989), ...bench.advance(1_000)]
  }

  test.each(['deinit', 'crash'] as const)('a fill is told when it is back: %s', how => {
    bench.start()
    const told = away(how, () => touch(bench))
    expect(wordsAbout(told, 1).at(-1)).toBe('accepted')
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
  })

  test('a fill whose stop was dropped gets it when it is back', () => {
    bench.start()
    bench.terminal.run('fault dropstops action=pending')
    const told = away('crash', () => touch(bench))
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted' })
  })

  test('a fill that was closed by its stop is told when it is back', () => {
    bench.start()
    const told = away('crash', () => {
      touch(bench)
      bench.quote(1.096)
    })
    expect(bench.positions()).toEqual([])
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted', price: '1.09900', lots: '0.10' })
  })

  test('the end of its time is told when it is back', () => {
    bench.start()
    const told = away('deinit', () => bench.advance(LASTS_MS))
    expect(wordsAbout(told, 1).at(-1)).toBe('expired')
    expect(bench.positions()).toEqual([])
  })

  test('a removal by a hand is told when it is back', () => {
    bench.start()
    const told = away('deinit', () => bench.terminal.run(`order remove ${orders(bench)[0]?.ticket}`))
    expect(wordsAbout(told, 1).at(-1)).toBe('cancelled')
  })

  test('nothing happens to one that waits on', () => {
    bench.start()
    placeIt(bench)
    bench.terminal.run('deinit 3')
    bench.restart()
    expect(wordsAbout([...bench.advance(1_000), ...sync(bench, 1)], 1)).toEqual(['placed'])
  })
})
