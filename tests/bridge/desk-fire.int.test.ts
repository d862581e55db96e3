import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, magicOf, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

test('a fire is one position with its stop, one verdict and one deal', () => {
  bench.start()
  const first = bench.fire(1)
  const all = [...first, ...bench.advance(1_000)]
  const [position] = bench.positions()
  expect(bench.positions()).toHaveLength(1)
  expect(position).toMatchObject({ lots: 0.1, open: 1.1001, stop: 1.098, target: 1.104, magic: magicOf(1) })
  const ticket = String(position?.ticket)
  expect(verdicts(all)).toEqual([
    expect.objectContaining({
      id: idOf(1),
      is: 'accepted',
      retcode: 10_009,
      position: ticket,
      price: '1.10010',
      lots: '0.10',
      text: 'Done',
    }),
  ])
  expect(deals(all)).toEqual([
    expect.objectContaining({
      id: idOf(1),
      entry: 'in',
      side: 'buy',
      position: ticket,
      reason: 'command',
      magic: 777_001,
      lots: '0.10',
    }),
  ])
  expect(printed(all, 'busy')).toEqual(['60000'])
})
