/** What becomes of an order that waited once it is filled: its stop, a part of it, its plan. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench } from './desk-bench.ts'
import { ended, lastAbout, LASTS_MS, orders, placed, touch, wordsAbout } from './waiting-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

describe('the stop of one that was filled', () => {
  test('is set when the broker has dropped it', () => {
    bench.start()
    bench.terminal.run('fault dropstops action=pending')
    placed(bench, 1)
    const told = [...touch(bench), ...bench.advance(1_000)]
    expect(bench.positions()).toMatchObject([{ stop: 1.097, target: 1.103 }])
    expect(lastAbout(told, 1)?.text).toContain('without its stop')
  })

  test('that cannot be set closes it', () => {
    bench.start()
    bench.terminal.run('fault dropstops action=pending', 'fault reject action=sltp times=every')
    placed(bench, 1)
    touch(bench)
    bench.advance(3_000)
    expect(bench.positions()).toEqual([])
    expect(bench.deals().map(({ entry }) => entry)).toEqual(['in', 'out'])
    bench.terminal.run('fault clear')
  })
})

describe('a part that was filled', () => {
  test('is accepted as it is, and the rest is removed', () => {
    bench.start('symbol EURUSD depth=0.04')
    placed(bench, 1)
    const told = [...touch(bench), ...bench.advance(3_000)]
    expect(orders(bench)).toEqual([])
    expect(bench.positions()).toMatchObject([{ lots: 0.04, stop: 1.097 }])
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted', retcode: 10_010, lots: '0.04' })
    expect(wordsAbout(told, 1)).toEqual(['accepted'])
  })

  test('has its stop while the rest cannot be removed, and its word when it is', () => {
    bench.start('symbol EURUSD depth=0.04')
    bench.terminal.run('fault dropstops action=pending', 'fault reject action=remove times=3')
    placed(bench, 1)
    const first = [...touch(bench), ...bench.advance(1_500)]
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
    expect(wordsAbout(first, 1)).toEqual([])
    expect(wordsAbout(bench.advance(4_000), 1)).toEqual(['accepted'])
    expect(orders(bench)).toEqual([])
  })

  test('is found after a restart', () => {
    bench.start('symbol EURUSD depth=0.04')
    placed(bench, 1)
    bench.terminal.run('deinit 3')
    touch(bench)
    bench.quote()
    const told = [...bench.restart(), ...bench.advance(3_000)]
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted', lots: '0.04' })
    expect(orders(bench)).toEqual([])
    expect(ended(bench)).toMatchObject([{ left: 0.06 }])
  })
})

describe('the plan', () => {
  test('ends at one moment whenever the fill comes: so long after the order would have waited', () => {
    bench.start()
    placed(bench, 1, { plan: { timeStopMs: 60_000 } })
    bench.advance(300_000)
    bench.quote()
    expect(orders(bench)).toHaveLength(1)
    touch(bench)
    bench.advance(LASTS_MS - 300_000 + 30_000)
    bench.quote(1.0989)
    bench.advance(1_000)
    expect(bench.positions()).toHaveLength(1)
    bench.advance(40_000)
    bench.quote(1.0989)
    bench.advance(1_000)
    expect(bench.positions()).toEqual([])
  })

  test('is not ended early by a restart, while the broker’s zone is not known yet', () => {
    const filledLongAgo = (): void => {
      bench.start()
      placed(bench, 1, { plan: { timeStopMs: 60_000 } })
      touch(bench)
      bench.advance(90_000)
      bench.terminal.run('deinit 3', 'input InpKnown false')
      bench.restart(1.0989)
    }
    const goOn = (ms: number): void => {
      bench.quote(1.0989)
      bench.advance(ms)
    }
    try {
      filledLongAgo()
      goOn(60_000)
      expect(bench.positions()).toHaveLength(1)
      bench.tell('known')
      for (let minute = 0; minute < 5; minute++) goOn(60_000)
      expect(bench.positions()).toHaveLength(1)
      goOn(LASTS_MS)
      goOn(1_000)
      expect(bench.positions()).toEqual([])
      filledLongAgo()
      goOn(130_000)
      goOn(1_000)
      expect(bench.positions()).toEqual([])
    } finally {
      bench.terminal.run('input InpKnown true')
    }
  })

  test('moves the stop of the position', () => {
    bench.start()
    placed(bench, 1, { plan: { breakEven: { atR: 1, lockPoints: 5 } } })
    touch(bench)
    bench.advance(500)
    bench.quote(1.1015)
    bench.advance(500)
    expect(bench.positions()).toMatchObject([{ stop: 1.09905 }])
  })
})
