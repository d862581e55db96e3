/** No order that waits is placed on the file road; the last line holds there for those that wait already. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from './desk-bench.ts'
import { FileBench, programBinary } from './file-bench.ts'

let bench: FileBench
beforeAll(async () => {
  bench = new FileBench(await programBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const orders = (): readonly unknown[] => {
  const line = bench.terminal.run('state orders')[0]?.['state'] as { orders: readonly unknown[] }
  return line.orders
}

test('the hello of the file road takes no place', () => {
  bench.wipe().begin()
  expect(bench.status().hello.takes).toBeUndefined()
})

test('a flatten by a file removes what waits of the family', () => {
  bench.wipe().begin()
  bench.terminal.run('order place EURUSD buy-limit 0.1 1.09 magic=777001')
  bench.put('flatten', { id: idOf(60), magic: 777_001 })
  bench.pass(3_000)
  expect(orders()).toEqual([])
  expect(bench.verdictOf(60)).toMatchObject({ is: 'accepted' })
})
