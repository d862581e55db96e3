/** How long the whole Expert Advisor looks for an order before it says that it never happened. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fireBody } from './desk-bench.ts'
import { FileBench, programBinary } from './file-bench.ts'

let bench: FileBench
beforeAll(async () => {
  bench = new FileBench(await programBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

test.each([-1, 0, 5])('an InpSettleSeconds of %i is one of 30', seconds => {
  bench.wipe().begin({ InpSettleSeconds: seconds })
  bench.terminal.run('fault timeout late 20000')
  bench.put('fire', fireBody(1))
  bench.pass(15_000)
  expect(bench.verdictOf(1)).toMatchObject({ is: 'unknown' })
  bench.pass(10_000)
  expect(bench.verdictOf(1)).toMatchObject({ is: 'accepted' })
})

test('an order that never happened is buried after 30 seconds', () => {
  bench.wipe().begin({ InpSettleSeconds: 0 })
  bench.terminal.run('fault timeout lost')
  bench.put('fire', fireBody(1))
  bench.pass(25_000)
  expect(bench.verdictOf(1)).toMatchObject({ is: 'unknown' })
  bench.pass(10_000)
  expect(bench.verdictOf(1)).toMatchObject({ is: 'buried' })
})
