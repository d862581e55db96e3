/** One id is one order and one position at most, wherever the Expert Advisor dies between the intention and the last word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CrashOptions } from '../../ea/host/driver/commands.ts'
import { benchBinary, DeskBench, idOf, JOURNAL, magicOf, printed, verdicts } from './desk-bench.ts'
import {
  cancel,
  lastAbout,
  LASTS_MS,
  orders,
  place,
  placeBody,
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
function stepsOf(deed: () => void): number {
  bench.terminal.run('points clear')
  deed()
  return Number(bench.terminal.run('points')[0]?.['total'])
}

const placeIt = (): void => {
  place(bench, 1)
  bench.advance(1_000)
}
const cancelIt = (): void => {
  cancel(bench, 2, 1)
  bench.advance(1_000)
}
const fillIt = (): void => {
  touch(bench)
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
      placeIt()
      bench.restart()
      bench.advance(10_000)
      const waiting = orders(bench)
      expect(waiting.length, where).toBeLessThanOrEqual(1)
      expect(lastAbout(sync(bench, 1), 1)?.is, where).toBe(waiting.length === 1 ? 'placed' : 'buried')
      place(bench, 1)
      bench.advance(1_000)
      expect(orders(bench), where).toHaveLength(waiting.length)
      fillIt()
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
      placeIt()
    }
    begin()
    const total = stepsOf(fillIt)
    expect(total).toBeGreaterThan(3)
    for (let nth = 1; nth <= total; nth++) {
      const where = `died at step ${nth} of ${total}`
      begin()
      dieAt(nth)
      fillIt()
      bench.restart(1.0989)
      bench.advance(3_000)
      expect(bench.positions(), where).toMatchObject([{ stop: 1.097 }])
      expect(lastAbout(sync(bench, 1), 1)?.is, where).toBe('accepted')
      expect(bench.deals(), where).toHaveLength(1)
    }
  })

  test('at every step of a cancel', () => {
    bench.start()
    placeIt()
    const total = stepsOf(cancelIt)
    expect(total).toBeGreaterThan(8)
    for (let nth = 1; nth <= total; nth++) {
      const where = `died at step ${nth} of ${total}`
      bench.start()
      placeIt()
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
      fillIt()
      expect(bench.deals(), where).toEqual([])
    }
  })
})

describe('while the EA is away', () => {
  const away = (how: 'deinit' | 'crash', deed: () => void) => {
    placeIt()
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
    placeIt()
    bench.terminal.run('deinit 3')
    bench.restart()
    expect(wordsAbout([...bench.advance(1_000), ...sync(bench, 1)], 1)).toEqual(['placed'])
  })
})

describe('a place whose answer is lost', () => {
  test('is placed when the order is found', () => {
    bench.start()
    bench.terminal.run('fault timeout executed')
    const told = [...place(bench, 1), ...bench.advance(3_000)]
    expect(wordsAbout(told, 1).at(-1)).toBe('placed')
    expect(orders(bench)).toHaveLength(1)
  })

  test('is accepted when it was filled meanwhile', () => {
    bench.start()
    bench.terminal.run('fault timeout executed', 'fault tell 2000')
    place(bench, 1)
    const told = [...touch(bench), ...bench.advance(5_000)]
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted' })
  })

  test('is buried when there is no trace of it, and removed when it shows up after that', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000')
    const told = [...place(bench, 1), ...bench.advance(7_500)]
    expect(wordsAbout(told, 1)).toEqual(['unknown', 'buried'])
    const later = bench.advance(5_000)
    expect(orders(bench)).toEqual([])
    expect(printed(later, 'note warn').join()).toContain('was told as buried')
    fillIt()
    expect(bench.positions()).toEqual([])
  })

  test('that is filled after it was buried has its stop all the same', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000', 'fault dropstops', 'fault reject action=remove times=every')
    place(bench, 1)
    bench.advance(9_000)
    fillIt()
    bench.terminal.run('fault clear')
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
  })

  test('is placed when the trade server says so and the terminal is behind', () => {
    bench.start()
    bench.terminal.run('fault tell 15000')
    const told = [...place(bench, 1), ...bench.advance(20_000)]
    expect(wordsAbout(told, 1).at(-1)).toBe('placed')
    expect(wordsAbout(told, 1)).not.toContain('buried')
    expect(orders(bench)).toHaveLength(1)
  })
})

describe('a journal that was lost', () => {
  const lose = (...between: readonly (() => void)[]): void => {
    placeIt()
    bench.terminal.crash()
    bench.terminal.run(`file remove ${JOURNAL}`)
    for (const deed of between) deed()
    bench.restart(between.length > 0 ? 1.0989 : 1.1)
  }

  test('places nothing twice', () => {
    bench.start()
    lose()
    const told = [...place(bench, 1), ...bench.advance(1_000)]
    expect(orders(bench)).toHaveLength(1)
    expect(wordsAbout(told, 1)).toEqual(['placed'])
  })

  test('is asked about one that waits: it is placed, and its stop is known by the order itself', () => {
    bench.start()
    lose()
    expect(wordsAbout(sync(bench, 1), 1)).toEqual(['placed'])
    fillIt()
    expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is: 'accepted', lots: '0.10' })
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
  })

  test('is asked about one that was filled', () => {
    bench.start()
    lose(() => touch(bench))
    expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is: 'accepted' })
  })

  test.each([
    ['cancelled', () => bench.terminal.run(`order remove ${orders(bench)[0]?.ticket}`)],
    ['expired', () => bench.advance(LASTS_MS)],
  ] as const)('is asked about one that has ended as %s', (is, deed) => {
    bench.start()
    lose(() => void deed())
    expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is })
  })

  test('cancels one that waits all the same', () => {
    bench.start()
    lose()
    const told = [...cancel(bench, 2, 1), ...bench.advance(1_000)]
    expect(orders(bench)).toEqual([])
    expect(verdicts(told).map(({ id, is }) => [id, is])).toEqual([
      [idOf(1), 'placed'],
      [idOf(1), 'cancelled'],
      [idOf(2), 'accepted'],
    ])
  })
})

test('what was seen to wait and has left no trace is held for waiting until its time is over', () => {
  bench.start()
  placeIt()
  const known = bench.journal()
  bench.start()
  bench.terminal.run('deinit 3')
  bench.writeJournal(known)
  bench.restart()
  expect(wordsAbout([...bench.advance(10_000), ...sync(bench, 1)], 1).at(-1)).toBe('placed')
  expect(lastAbout([...bench.fire(2), ...bench.advance(500)], 2)).toMatchObject({ is: 'accepted' })
  bench.advance(LASTS_MS)
  const told = [...bench.quote(), ...bench.advance(10_000)]
  expect(lastAbout(told, 1)).toMatchObject({ is: 'expired' })
  expect(lastAbout(told, 1)?.text).toContain('no trace')
})

describe('the journal', () => {
  test('that is tidied keeps what waits', () => {
    bench.start()
    placeIt()
    bench.terminal.run('deinit 3')
    bench.writeJournal(`${bench.journal()}damage\n`)
    bench.restart()
    expect(wordsAbout([...bench.advance(500), ...sync(bench, 1)], 1).at(-1)).toBe('placed')
    fillIt()
    expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is: 'accepted', price: '1.09900' })
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
  })

  test('that cannot be written denies a place', () => {
    bench.start()
    bench.terminal.run('disk full')
    const told = lastAbout(place(bench, 1), 1)
    bench.terminal.run('disk ok')
    expect(told).toMatchObject({ is: 'denied' })
    expect(told?.text).toMatch(/journal cannot be written/)
    expect(orders(bench)).toEqual([])
  })

  test('that another EA holds places nothing', () => {
    bench.start()
    bench.tell('twin')
    const told = bench.tell(`twin-place ${JSON.stringify(placeBody(1))}`, bench.nowMs())
    expect(wordsAbout(told, 1)).toEqual(['denied'])
    expect(orders(bench)).toEqual([])
  })
})
