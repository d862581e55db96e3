/** One id is one order and one position at most, though an answer, the journal or every trace of the order is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, JOURNAL, printed, verdicts } from './desk-bench.ts'
import {
  cancel,
  fillIt,
  lastAbout,
  LASTS_MS,
  orders,
  place,
  placeBody,
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
    fillIt(bench)
    expect(bench.positions()).toEqual([])
  })

  test('that is filled after it was buried has its stop all the same', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000', 'fault dropstops', 'fault reject action=remove times=every')
    place(bench, 1)
    bench.advance(9_000)
    fillIt(bench)
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
    placeIt(bench)
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
    fillIt(bench)
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
  placeIt(bench)
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
    placeIt(bench)
    bench.terminal.run('deinit 3')
    bench.writeJournal(`${bench.journal()}damage\n`)
    bench.restart()
    expect(wordsAbout([...bench.advance(500), ...sync(bench, 1)], 1).at(-1)).toBe('placed')
    fillIt(bench)
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
