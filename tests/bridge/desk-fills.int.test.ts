/** What was filled otherwise than it was asked for: in part, beyond its price, under another family. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, printed, said, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

type ServerOrder = Readonly<{ ticket: number }>
const orders = (): readonly ServerOrder[] => {
  const line = bench.terminal.run('state')[0]?.['state'] as { orders: readonly ServerOrder[] }
  return line.orders
}
const close = (n: number, lots: string | null) =>
  bench.say('close', {
    id: idOf(n),
    position: String(bench.positions()[0]?.ticket),
    lots,
    deviation: 10,
    ttlMs: 5_000,
  })

test('the rest of an order that returns is removed, and the part that was filled is told', () => {
  bench.start('symbol EURUSD execution=exchange filling=none')
  bench.terminal.run('fault partial 0.04')
  const told = verdicts([...bench.fire(1), ...bench.advance(3_000)])
  expect(told).toMatchObject([{ is: 'accepted', retcode: 10_010, lots: '0.04' }])
  expect(orders()).toEqual([])
  bench.quote()
  bench.advance(3_000)
  expect(bench.positions()).toMatchObject([{ lots: 0.04, stop: 1.098 }])
})

test('while the rest cannot be removed the fire has no last word', () => {
  bench.start('symbol EURUSD execution=exchange filling=none')
  bench.terminal.run('fault partial 0.04', 'fault reject action=remove times=3')
  const first = verdicts([...bench.fire(1), ...bench.advance(2_500)])
  expect(first.filter(({ is }) => is !== 'unknown')).toEqual([])
  expect(verdicts(bench.fire(2))).toMatchObject([{ is: 'denied' }])
  expect(verdicts(bench.advance(3_000))).toMatchObject([{ is: 'accepted', lots: '0.04' }])
  expect(orders()).toEqual([])
})

test('the rest of a close that returns is removed as well', () => {
  bench.start('symbol EURUSD execution=exchange filling=none')
  bench.fire(1)
  bench.advance(500)
  bench.terminal.run('fault partial 0.04 side=close')
  expect(verdicts([...close(2, null), ...bench.advance(3_000)]).at(-1)).toMatchObject({
    is: 'accepted',
    lots: '0.04',
  })
  expect(orders()).toEqual([])
  expect(bench.positions()).toMatchObject([{ lots: 0.06 }])
})

test.each(['live', 'deal-last', 'shuffled'])('a part that was filled is never rejected: %s', sequence => {
  bench.start('symbol EURUSD filling=ioc', `server transactions=${sequence}`)
  bench.terminal.run('fault partial 0.05', 'fault tell 500')
  const told = verdicts([...bench.fire(1), ...bench.advance(15_000)])
  expect(told.at(-1)).toMatchObject({ is: 'accepted', lots: '0.05' })
  expect(told.map(({ is }) => is)).not.toContain('rejected')
  bench.terminal.run('server transactions=live')
})

test('a fill beyond the deviation says so', () => {
  bench.start('symbol EURUSD execution=market')
  bench.terminal.run('fault slip 25')
  const told = verdicts([...bench.fire(1), ...bench.advance(500)])
  expect(told.at(-1)).toMatchObject({ is: 'accepted', price: '1.10035' })
  expect(told.at(-1)?.text).toContain('25 points beyond its price, 10 were allowed')
})

test('another family in the inputs takes nothing away from the orders of the former one', () => {
  bench.start()
  bench.terminal.die({ step: 'order.send', phase: 'after', files: 'lost' })
  bench.fire(1)
  bench.terminal.run('input InpFamily 777002')
  const told = verdicts([...bench.restart(), ...bench.advance(20_000)])
  const magic = bench.positions()[0]?.magic ?? 0
  expect(magic).toBe(777_001_000_000_001)
  expect(told.at(-1)).toMatchObject({ id: idOf(1), is: 'accepted' })
  expect(printed(bench.tell(`idof ${magic}`), 'idof')).toEqual([`${idOf(1)} 777001`])
  const flat = [...bench.say('flatten', { id: idOf(2), magic: 777_001 }), ...bench.advance(5_000)]
  expect(bench.positions()).toEqual([])
  expect(said(flat).filter(({ type }) => type === 'deal')).toHaveLength(1)
  bench.terminal.run('input InpFamily 777001')
})

test.each([0, 999, 9_000_001])('the family %i is refused', family => {
  bench.start(`input InpFamily ${family}`)
  expect(bench.journal()).toBe('')
  bench.terminal.run('input InpFamily 777001')
  expect(printed(bench.restart(), 'note error')).toEqual([])
})

test('no record of the journal ends in an empty column', () => {
  bench.start()
  bench.say('limits', { id: idOf(50), maxLots: '1.00' })
  bench.say('halt', { id: idOf(51), reason: 'lunch' })
  bench.say('resume', { id: idOf(52) })
  bench.fire(1)
  bench.advance(500)
  bench.tell('confirm 99')
  bench.advance(2_000)
  bench.terminal.run('deinit 3')
  bench.writeJournal(`${bench.journal()}damage\n`)
  bench.restart()
  expect(bench.journal()).toContain('D\t')
  expect(bench.journal()).not.toMatch(/\t\n/)
  expect(verdicts([...bench.fire(2), ...bench.advance(500)]).at(-1)).toMatchObject({ is: 'accepted' })
  expect(printed(bench.tell('denies'), 'denies')).toEqual([''])
})
