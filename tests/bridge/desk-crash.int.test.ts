import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CrashOptions } from '../../ea/host/driver/commands.ts'
import { benchBinary, deals, DeskBench, idOf, magicOf, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

/** Steps that reach the outside while one fire is carried out, verdict and deal included. */
function stepsOfOneFire(): number {
  bench.start()
  bench.terminal.run('points clear')
  bench.fire(1)
  bench.advance(1_000)
  return Number(bench.terminal.run('points')[0]?.['total'])
}

/** Dies at one step of a fire, starts again, and gives it time to find out. */
function dieAndComeBack(nth: number, how: CrashOptions): ReturnType<DeskBench['advance']> {
  bench.start()
  bench.terminal.die({ step: 'any', phase: 'any', nth, ...how })
  const before = [...bench.fire(1), ...bench.advance(1_000)]
  const after = [...bench.restart(), ...bench.advance(10_000)]
  return [...before, ...after]
}

const lives: readonly (readonly [string, CrashOptions])[] = [
  ['the EA dies and the terminal lives', { files: 'kept' }],
  ['the computer dies with what was not flushed', { files: 'lost' }],
  ['the computer dies in the middle of a write', { files: 'torn' }],
]

describe.each(lives)('%s', (_, how) => {
  test('one id is one position at most, at every step of a fire', () => {
    const total = stepsOfOneFire()
    expect(total).toBeGreaterThan(8)
    for (let nth = 1; nth <= total; nth++) {
      const told = dieAndComeBack(nth, how)
      const open = bench.positions().length
      const asked = bench.say('sync', { id: idOf(900), commands: [idOf(1)], dealsSinceMs: 0 })
      const last = verdicts(asked).at(-1)
      const where = `died at step ${nth} of ${total}`
      expect(open, where).toBeLessThanOrEqual(1)
      expect(last?.is, where).toBe(open === 1 ? 'accepted' : 'buried')
      expect(deals([...told, ...asked]).length, where).toBeGreaterThanOrEqual(open)
      // The same fire once more: the app repeats nothing, but a test may.
      bench.fire(1)
      bench.advance(1_000)
      expect(bench.deals(), where).toHaveLength(open)
      if (open === 1) expect(bench.positions()[0], where).toMatchObject({ stop: 1.098, magic: magicOf(1) })
      // And the desk trades on.
      expect(verdicts([...bench.fire(2), ...bench.advance(1_000)]).at(-1)?.is, where).toBe('accepted')
    }
  })
})

test('while it is not known what became of an id, nothing new is opened', () => {
  bench.start()
  bench.terminal.die({ step: 'order.send', phase: 'before' })
  bench.fire(1)
  bench.restart()
  expect(verdicts(bench.fire(2))).toEqual([expect.objectContaining({ is: 'denied', id: idOf(2) })])
  const later = bench.advance(10_000)
  expect(verdicts(later).map(({ id, is }) => [id, is])).toContainEqual([idOf(1), 'buried'])
  expect(bench.positions()).toHaveLength(0)
  expect(verdicts(bench.fire(3)).at(-1)?.is ?? verdicts(bench.advance(500)).at(-1)?.is).toBe('accepted')
})

test('an order that was executed while the EA died is found by its magic number', () => {
  bench.start()
  bench.terminal.die({ step: 'order.send', phase: 'after', files: 'kept' })
  bench.fire(1)
  expect(bench.positions()).toHaveLength(1)
  const told = [...bench.restart(), ...bench.advance(1_000)]
  expect(verdicts(told).at(-1)).toMatchObject({ id: idOf(1), is: 'accepted', price: '1.10010', lots: '0.10' })
  expect(deals(told)).toEqual([expect.objectContaining({ id: idOf(1), entry: 'in' })])
})

test('a journal that was lost with the disk does not lead to a second position', () => {
  bench.start()
  bench.fire(1)
  bench.advance(1_000)
  bench.terminal.crash()
  bench.terminal.run('file remove BITTEN\\bench\\journal.txt')
  bench.restart()
  const again = [...bench.fire(1), ...bench.advance(1_000)]
  expect(bench.deals()).toHaveLength(1)
  expect(verdicts(again).at(-1)).toMatchObject({ id: idOf(1), is: 'accepted' })
  expect(
    verdicts(bench.say('sync', { id: idOf(900), commands: [idOf(1), idOf(5)], dealsSinceMs: 0 })),
  ).toEqual([
    expect.objectContaining({ id: idOf(1), is: 'accepted' }),
    expect.objectContaining({ id: idOf(5), is: 'buried' }),
  ])
  expect(verdicts(bench.fire(5))).toEqual([expect.objectContaining({ is: 'buried' })])
})
