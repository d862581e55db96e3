/** An order that waits at the broker: placed, filled, ended, and what is said of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, magicOf, NOON, printed, verdicts } from './desk-bench.ts'
import {
  lastAbout,
  LASTS_MS,
  orders,
  place,
  placed,
  sync,
  touch,
  UNTIL_MS,
  wordsAbout,
} from './waiting-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const BUY_LIMIT = 2
const SELL_LIMIT = 3

describe('a place', () => {
  test('waits at the broker with its stop, its target and the end of its time', () => {
    bench.start()
    const told = [...place(bench, 1), ...bench.advance(500)]
    const [order] = orders(bench)
    expect(order).toMatchObject({ type: BUY_LIMIT, lots: 0.1, price: 1.099, stop: 1.097, target: 1.103 })
    // The last whole second before the mission ends.
    expect(order).toMatchObject({ magic: magicOf(1), untilS: UNTIL_MS / 1_000 - 1 })
    expect(verdicts(told)).toEqual([
      expect.objectContaining({ is: 'placed', order: String(order?.ticket), position: null, price: null }),
    ])
    expect(bench.positions()).toEqual([])
  })

  test('of a sell waits above the market', () => {
    bench.start()
    const sell = { side: 'sell', price: '1.10100', stop: '1.10300', target: '1.09700' }
    expect(placed(bench, 1, sell)).toMatchObject({ is: 'placed' })
    expect(orders(bench)).toMatchObject([{ type: SELL_LIMIT, price: 1.101 }])
    expect(wordsAbout([...bench.quote(1.101), ...bench.advance(500)], 1)).toEqual(['accepted'])
    expect(bench.positions()).toMatchObject([{ side: 'sell', stop: 1.103 }])
  })

  test('is carried out once, however often it comes', () => {
    bench.start()
    placed(bench, 1)
    expect(wordsAbout(place(bench, 1), 1)).toEqual(['placed'])
    expect(orders(bench)).toHaveLength(1)
    expect(wordsAbout(sync(bench, 1), 1)).toEqual(['placed'])
  })

  test('does not hold up a fire, nor another place', () => {
    bench.start()
    placed(bench, 1)
    expect(lastAbout([...bench.fire(2), ...bench.advance(500)], 2)).toMatchObject({ is: 'accepted' })
    expect(placed(bench, 3, { price: '1.09800' })).toMatchObject({ is: 'placed' })
  })

  test('of which nobody knows holds up both', () => {
    bench.start()
    bench.terminal.run('fault timeout lost')
    place(bench, 1)
    expect(lastAbout(bench.fire(2), 2)).toMatchObject({ is: 'denied' })
    expect(lastAbout(place(bench, 3), 3)).toMatchObject({ is: 'denied' })
    expect(wordsAbout(bench.advance(10_000), 1)).toEqual(['buried'])
    expect(placed(bench, 4)).toMatchObject({ is: 'placed' })
  })

  test.each(['live', 'request-first', 'deal-last', 'shuffled'])('is filled at its price: %s', sequence => {
    bench.start(`server transactions=${sequence}`)
    placed(bench, 1)
    // It waits long: what is missing for a moment afterwards is missing since then only.
    bench.advance(15_000)
    const told = [...touch(bench), ...bench.advance(1_000)]
    bench.terminal.run('server transactions=live')
    const [position] = bench.positions()
    expect(position).toMatchObject({ open: 1.099, stop: 1.097, target: 1.103, magic: magicOf(1) })
    expect(verdicts(told)).toEqual([
      expect.objectContaining({
        id: idOf(1),
        is: 'accepted',
        price: '1.09900',
        lots: '0.10',
        position: String(position?.ticket),
      }),
    ])
    expect(deals(told)).toMatchObject([{ id: idOf(1), entry: 'in', reason: 'command' }])
    expect(printed(told, 'note')).toEqual([])
  })

  test('that is filled before the order was seen is accepted at once', () => {
    bench.start()
    bench.terminal.run('fault latency 500')
    bench.terminal.run('tick EURUSD 1.09890 1.09900 later=400')
    const told = [...place(bench, 1), ...bench.advance(2_000)]
    expect(wordsAbout(told, 1).at(-1)).toBe('accepted')
    expect(bench.positions()).toHaveLength(1)
  })

  test('whose fill no event tells is found by a look', () => {
    bench.start()
    placed(bench, 1)
    bench.terminal.run('connected off')
    touch(bench)
    bench.advance(500)
    bench.terminal.run('connected on')
    const told = bench.advance(2_000)
    expect(bench.positions()).toHaveLength(1)
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted' })
  })

  test('ends by its time', () => {
    bench.start()
    placed(bench, 1)
    const told = [...bench.advance(LASTS_MS), ...touch(bench), ...bench.advance(1_000)]
    expect(verdicts(told)).toMatchObject([{ is: 'expired', price: null, lots: null }])
    expect(verdicts(told)[0]?.order).not.toBeNull()
    expect(bench.positions()).toEqual([])
    expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is: 'expired' })
  })

  test('is cancelled when a hand removes it', () => {
    bench.start()
    placed(bench, 1)
    const told = [...bench.terminal.run(`order remove ${orders(bench)[0]?.ticket}`), ...bench.advance(500)]
    expect(wordsAbout(told, 1)).toEqual(['cancelled'])
  })

  test('is rejected when the broker could not fill it', () => {
    bench.start('input InpMaxRisk 100', 'input InpMaxLots 100')
    expect(placed(bench, 1, { lots: '8.00' })).toMatchObject({ is: 'placed' })
    bench.terminal.run('position open EURUSD buy 4')
    const told = [...touch(bench), ...bench.advance(1_000)]
    bench.terminal.run('input InpMaxRisk 5', 'input InpMaxLots 5')
    expect(wordsAbout(told, 1)).toEqual(['rejected'])
  })

  test('keeps its last word over a restart, and tells it once more', () => {
    bench.start()
    placed(bench, 1)
    touch(bench)
    bench.advance(500)
    bench.terminal.run('deinit 3')
    bench.restart(1.0989)
    expect(wordsAbout(sync(bench, 1), 1)).toEqual(['accepted'])
    expect(bench.deals()).toHaveLength(1)
  })
})

test('a time between two seconds is the whole second before', () => {
  bench.start()
  expect(placed(bench, 1, { untilMs: NOON + 90_500 })).toMatchObject({ is: 'placed' })
  expect(orders(bench)).toMatchObject([{ untilS: NOON / 1_000 + 90 }])
})

describe('what another hand changes of it', () => {
  const change = (words: string) => bench.terminal.run(`order modify ${orders(bench)[0]?.ticket} ${words}`)

  test('an end that is put off is not waited for', () => {
    bench.start()
    placed(bench, 1)
    change(`until=${UNTIL_MS / 1_000 + 86_400}`)
    bench.advance(LASTS_MS + 10_000)
    const told = [...bench.quote(), ...bench.advance(3_000)]
    expect(orders(bench)).toEqual([])
    expect(wordsAbout(told, 1)).toEqual(['expired'])
  })

  test('a stop that is further away is put back when it is filled', () => {
    bench.start()
    placed(bench, 1)
    change('sl=1.09000')
    expect(wordsAbout([...touch(bench), ...bench.advance(1_000)], 1)).toEqual(['accepted'])
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
  })

  test('a stop that is nearer stays', () => {
    bench.start()
    placed(bench, 1)
    change('sl=1.09800')
    touch(bench)
    bench.advance(1_000)
    expect(bench.positions()).toMatchObject([{ stop: 1.098 }])
  })
})
