/** What is filled after its last word, or while its fate is unknown, is not left alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, JOURNAL, NOON, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const DAY_MS = 86_400_000
const sync = (...commands: readonly number[]) =>
  bench.say('sync', { id: idOf(900), commands: commands.map(idOf), dealsSinceMs: 0 })

describe('a fill after the last word', () => {
  test('gets its stop, and is told', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000', 'fault dropstops')
    const lines = [...bench.fire(1), ...bench.advance(30_000)]
    expect(verdicts(lines).map(({ is }) => is)).toEqual(['unknown', 'buried'])
    expect(bench.positions()).toMatchObject([{ stop: 1.098, target: 1.104 }])
    expect(printed(lines, 'note error')).toEqual([`${idOf(1)} was told as buried, and was filled after that`])
    expect(deals(lines)).toMatchObject([{ id: idOf(1), entry: 'in' }])
  })

  test('is closed where its stop cannot be set', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000', 'fault dropstops', 'fault reject action=sltp times=every')
    bench.fire(1)
    bench.advance(30_000)
    expect(bench.deals().map(({ entry }) => entry)).toEqual(['in', 'out'])
    expect(bench.positions()).toEqual([])
  })

  test('that the terminal shows after the last word gets its stop', () => {
    bench.start()
    bench.terminal.run('fault tell 15000', 'fault dropstops')
    const told = verdicts([...bench.fire(1), ...bench.advance(40_000)])
    expect(told.at(-1)).toMatchObject({ is: 'accepted' })
    expect(bench.positions()).toMatchObject([{ stop: 1.098 }])
  })

  test('while the program is away gets its stop when it is back', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000', 'fault dropstops')
    bench.fire(1)
    bench.advance(6_000)
    bench.terminal.run('deinit 3')
    bench.advance(3_000)
    expect(bench.positions()).toMatchObject([{ stop: 0 }])
    const lines = [...bench.restart(), ...bench.advance(1_000)]
    expect(bench.positions()).toMatchObject([{ stop: 1.098 }])
    expect(printed(lines, 'note error')[0]).toMatch(/was told as buried, and was filled after that/)
  })

  test('whose stop a hand takes away later is left to the hand', () => {
    bench.start()
    bench.terminal.run('fault timeout late 8000')
    bench.fire(1)
    bench.advance(30_000)
    bench.terminal.run(`position modify ${bench.positions()[0]?.ticket} sl=0`)
    bench.advance(5_000)
    expect(bench.positions()).toMatchObject([{ stop: 0 }])
  })
})

describe('a flatten while a fire is unknown', () => {
  test('goes on until the fire has its last word, and closes what it opened', () => {
    bench.start('input InpSettleSeconds 60')
    bench.terminal.run('fault timeout late 20000')
    const fired = bench.fire(1)
    const early = [...bench.say('flatten', { id: idOf(61), magic: 777_001 }), ...bench.advance(15_000)]
    expect(verdicts([...fired, ...early]).map(({ is }) => is)).toEqual(['unknown'])
    const told = verdicts(bench.advance(30_000))
    bench.terminal.run('input InpSettleSeconds 5')
    expect(told.find(({ id }) => id === idOf(1))?.is).toBe('accepted')
    expect(told.at(-1)).toMatchObject({ id: idOf(61), is: 'accepted' })
    expect(bench.positions()).toEqual([])
  })

  test('ends when the fire is buried', () => {
    bench.start()
    bench.terminal.run('fault timeout lost')
    bench.fire(1)
    const told = verdicts([
      ...bench.say('flatten', { id: idOf(61), magic: 777_001 }),
      ...bench.advance(10_000),
    ])
    expect(told.map(({ id, is }) => [id, is])).toEqual([
      [idOf(1), 'buried'],
      [idOf(61), 'accepted'],
    ])
  })
})

describe('a journal that was lost', () => {
  test.each([0, 3, 20])('buries no position that was closed %i days ago', days => {
    bench.start()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run(`position close ${bench.positions()[0]?.ticket}`)
    bench.advance(500)
    bench.terminal.run('deinit 3', `file remove ${JOURNAL}`, `clock set ${NOON + days * DAY_MS + 60_000}`)
    bench.restart()
    const told = verdicts([...sync(1), ...bench.advance(20_000)])
    expect(told.at(-1)).toMatchObject({ id: idOf(1), is: 'accepted' })
    expect(told.map(({ is }) => is)).not.toContain('buried')
  })

  test('buries no open position while the disk is full', () => {
    bench.start()
    bench.fire(1)
    bench.advance(500)
    bench.terminal.run('deinit 3', `file remove ${JOURNAL}`)
    bench.restart()
    bench.terminal.run('disk full')
    const told = verdicts([...sync(1), ...bench.advance(10_000)])
    bench.terminal.run('disk ok')
    expect(bench.positions()).toHaveLength(1)
    expect(told.length).toBeGreaterThan(0)
    expect(told.map(({ is }) => is)).not.toContain('buried')
  })
})
