/** Which symbols the whole Expert Advisor lets be opened. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fireBody } from './desk-bench.ts'
import { FileBench, programBinary } from './file-bench.ts'

let bench: FileBench
beforeAll(async () => {
  bench = new FileBench(await programBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const POUND = { symbol: 'GBPUSD', price: '1.27010', stop: '1.26800', target: '1.27400' }
const GOLD = { symbol: 'XAUUSD', lots: '0.01', price: '2000.10', stop: '1999.00', target: '2003.00' }

function fired(n: number, over: Readonly<Record<string, unknown>>) {
  bench.put('fire', fireBody(n, over))
  bench.pass(1_500)
  return bench.verdictOf(n)
}

test('only the symbols that the inputs name are opened, whatever a fire says', () => {
  bench.wipe('symbol GBPUSD', 'symbol XAUUSD digits=2 contract=100')
  bench.terminal.run('tick GBPUSD 1.27000 1.27010', 'tick XAUUSD 2000.00 2000.10')
  bench.begin({ InpSymbols: 'EURUSD' })
  expect(fired(1, POUND)).toMatchObject({ is: 'denied', text: expect.stringContaining('GBPUSD') as string })
  expect(fired(2, GOLD)).toMatchObject({ is: 'denied', text: expect.stringContaining('XAUUSD') as string })
  expect(fired(3, {})).toMatchObject({ is: 'accepted' })
})

test('what is none of the fifteen pairs is never opened', () => {
  bench.wipe('symbol GBPUSD', 'symbol XAUUSD digits=2 contract=100')
  bench.terminal.run('tick GBPUSD 1.27000 1.27010', 'tick XAUUSD 2000.00 2000.10')
  bench.begin({ InpSymbols: '' })
  expect(fired(2, GOLD)).toMatchObject({ is: 'denied', text: expect.stringContaining('XAUUSD') as string })
  expect(fired(1, POUND)).toMatchObject({ is: 'accepted' })
})
