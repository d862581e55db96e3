/** Where positions are netted a close that is sent twice opens the opposite. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

function netted(...lines: readonly string[]): void {
  bench.start('account margin=netting', ...lines)
}
const ticket = (): string => String(bench.positions()[0]?.ticket)
const entries = (): readonly string[] => bench.deals().map(({ entry }) => entry)
const closed = (n: number) =>
  bench.say('close', { id: idOf(n), position: ticket(), lots: null, deviation: 10, ttlMs: 5_000 })
const flattened = (n: number) => bench.say('flatten', { id: idOf(n), magic: 777_001 })

describe('a close that the list of positions does not show yet', () => {
  test.each([50, 350, 3_000])('is not sent again by a flatten (%i ms)', ms => {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run(`fault tell ${ms} side=close`)
    const told = verdicts([...flattened(60), ...bench.advance(10_000)])
    expect(entries()).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
    expect(told).toMatchObject([{ id: idOf(60), is: 'accepted' }])
  })

  test('is not sent again by the time stop', () => {
    netted()
    bench.fire(1, { plan: { timeStopMs: 60_000 } })
    for (let second = 0; second < 60; second++) {
      bench.quote(1.1 + (second % 2) * 1e-5)
      bench.advance(1_000)
    }
    bench.terminal.run('fault tell 350 side=close')
    const lines = [
      ...bench.quote(1.10005),
      ...bench.advance(1_000),
      ...bench.quote(),
      ...bench.advance(5_000),
    ]
    expect(printed(lines, 'note warn')).toEqual([])
    expect(entries()).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
  })

  test('is not sent again by a second close, which is told what it is', () => {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('fault tell 1000 side=close')
    const position = ticket()
    const close = { position, lots: null, deviation: 10, ttlMs: 5_000 }
    const first = [...bench.say('close', { ...close, id: idOf(60) }), ...bench.advance(300)]
    const second = [...bench.say('close', { ...close, id: idOf(61) }), ...bench.advance(20_000)]
    const told = verdicts([...first, ...second])
    expect(entries()).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
    expect(told.filter(({ id }) => id === idOf(60)).at(-1)?.is).toBe('accepted')
    expect(told.filter(({ id }) => id === idOf(61))).toMatchObject([
      { is: 'rejected', retcode: 10028, text: 'Another close of it is under way' },
    ])
  })

  test('is not sent again by a flatten behind it', () => {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('fault tell 3000 side=close')
    const told = verdicts([...closed(60), ...flattened(61), ...bench.advance(10_000)])
    expect(entries()).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
    expect(told.at(-1)).toMatchObject({ is: 'accepted' })
  })

  test('is not sent again for a stop that cannot be set', () => {
    netted('symbol EURUSD entrystops=drop')
    bench.terminal.run('fault reject action=sltp times=every', 'fault tell 2500 action=deal nth=2')
    bench.fire(1)
    bench.advance(9_000)
    expect(entries()).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
  })

  test('that timed out is not sent again before it must be seen', () => {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('fault timeout late 3000 side=close')
    bench.advance(100)
    closed(60)
    flattened(61)
    bench.advance(12_000)
    expect(entries()).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
  })

  test('leaves the rest of a position to be closed at once', () => {
    netted()
    bench.fire(1)
    bench.advance(500)
    const part = { id: idOf(60), position: ticket(), lots: '0.04', deviation: 10, ttlMs: 5_000 }
    bench.say('close', part)
    bench.advance(100)
    const told = verdicts([...flattened(61), ...bench.advance(1_000)])
    expect(told.at(-1)).toMatchObject({ id: idOf(61), is: 'accepted' })
    expect(bench.positions()).toEqual([])
  })
})

describe('a close that the server comes to when the stop was filled already', () => {
  /** The stop at 1.09800 is reached while the close is on its way, and the price comes back. */
  function overtaken(...faults: readonly string[]) {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('fault latency 1000 side=close', ...faults, 'tick EURUSD 1.09790 1.09800 later=200')
    return [...closed(60), ...bench.advance(3_000)]
  }
  const TOLD = /was opened by a close whose position was gone already/

  test('opens the opposite, which is closed at once and told', () => {
    const lines = overtaken()
    expect(entries()).toEqual(['in', 'out', 'in', 'out'])
    expect(bench.positions()).toEqual([])
    const notes = printed(lines, 'note error')
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(TOLD)
    expect(notes[0]).toMatch(/It is closed$/)
  })

  test('is found without an answer too', () => {
    const lines = overtaken('fault timeout executed side=close')
    expect(entries()).toEqual(['in', 'out', 'in', 'out'])
    expect(bench.positions()).toEqual([])
    expect(printed(lines, 'note error')[0]).toMatch(TOLD)
  })

  test('is tried again where the first try is refused, and told when it is done', () => {
    const lines = overtaken('fault reject action=deal nth=2 times=2')
    expect(entries()).toEqual(['in', 'out', 'in', 'out'])
    expect(bench.positions()).toEqual([])
    const notes = printed(lines, 'note error')
    expect(notes[0]).toMatch(/cannot be closed/)
    expect(notes.at(-1)).toMatch(/It is closed$/)
  })

  test('is found after a crash', () => {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('fault latency 1000 side=close', 'tick EURUSD 1.09790 1.09800 later=200')
    bench.terminal.die({ step: 'order.send', phase: 'after', files: 'lost' })
    closed(60)
    expect(bench.positions()).toMatchObject([{ side: 'sell', lots: 0.1 }])
    const lines = [...bench.restart(1.098), ...bench.advance(3_000)]
    expect(bench.positions()).toEqual([])
    expect(printed(lines, 'note error')[0]).toMatch(TOLD)
  })

  test('of the time stop is found as well', () => {
    netted()
    bench.fire(1, { plan: { timeStopMs: 60_000 } })
    bench.advance(59_000)
    bench.terminal.run('fault latency 1000 side=close', 'tick EURUSD 1.09790 1.09800 later=2200')
    bench.advance(2_000)
    bench.quote()
    bench.advance(5_000)
    expect(entries()).toEqual(['in', 'out', 'in', 'out'])
    expect(bench.positions()).toEqual([])
  })

  test('is no matter of a hand that turns a position round', () => {
    netted()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('position open EURUSD sell 0.30')
    bench.advance(5_000)
    expect(entries()).toEqual(['in', 'inout'])
    expect(bench.positions()).toMatchObject([{ side: 'sell', lots: 0.2 }])
  })
})

describe('where each position stands alone', () => {
  test('a close without an answer that was lost is sent again at once by a flatten', () => {
    bench.start()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('fault timeout lost side=close')
    const told = verdicts([...flattened(60), ...bench.advance(2_000)])
    expect(bench.positions()).toEqual([])
    expect(told).toMatchObject([{ id: idOf(60), is: 'accepted' }])
  })
})
