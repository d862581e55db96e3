import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, printed } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

/** A buy at 1.10010 with its stop at 1.09800: R is 210 points. The settling time has passed. */
function managed(plan: object, over: Readonly<Record<string, unknown>> = {}): void {
  bench.start()
  bench.fire(1, { plan, target: '1.12000', ...over })
  bench.advance(6_000)
}
const at = (bid: number, ms = 500) => [...bench.quote(bid), ...bench.advance(ms)]
const stop = (): number => bench.positions()[0]?.stop ?? 0
const restart = (bid: number): void => {
  bench.terminal.crash({ files: 'lost' })
  bench.restart(bid)
}

describe('break-even', () => {
  test('moves the stop to the fill and beyond at its profit, not before, and never back', () => {
    managed({ breakEven: { atR: 1, lockPoints: 15 } })
    at(1.10219)
    expect(stop()).toBe(1.098)
    at(1.1022)
    expect(stop()).toBe(1.10025)
    at(1.1005)
    expect(stop()).toBe(1.10025)
  })

  test('of a sell is on the other side', () => {
    managed(
      { breakEven: { atR: 1, lockPoints: 15 } },
      { side: 'sell', price: '1.10000', stop: '1.10210', target: '1.08000' },
    )
    at(1.0978)
    expect(stop()).toBe(1.09985)
  })

  test('is done by the EA after a restart, and without the app', () => {
    managed({ breakEven: { atR: 1, lockPoints: 0 } })
    bench.tell('apart')
    restart(1.1)
    at(1.1022)
    expect(stop()).toBe(1.1001)
  })

  test('waits while the price is inside the stop level', () => {
    managed({ breakEven: { atR: 0.5, lockPoints: 90 } })
    bench.terminal.run('symbol EURUSD stops=30')
    at(1.10117)
    expect(stop()).toBe(1.098)
    at(1.1014)
    expect(stop()).toBe(1.101)
  })

  test('never widens a stop that somebody has put nearer', () => {
    managed({ breakEven: { atR: 1, lockPoints: 0 } })
    at(1.1015)
    bench.terminal.run(`position modify ${bench.positions()[0]?.ticket} sl=1.10100`)
    at(1.1022)
    expect(stop()).toBe(1.101)
  })
})

describe('the trailing stop', () => {
  test('in steps follows from its profit on, and only nearer', () => {
    managed({ trail: { by: 'step', startR: 1, distancePoints: 100, stepPoints: 20 } })
    at(1.1021)
    expect(stop()).toBe(1.098)
    at(1.1022)
    expect(stop()).toBe(1.1012)
    at(1.10239)
    expect(stop()).toBe(1.1012)
    at(1.1024)
    expect(stop()).toBe(1.1014)
    at(1.1018)
    expect(stop()).toBe(1.1014)
    restart(1.1018)
    at(1.103)
    expect(stop()).toBe(1.102)
  })

  test('by the average range is so many ranges away', () => {
    bench.start()
    const minute = Date.UTC(2026, 0, 5, 11, 50) / 1_000
    for (let n = 0; n < 10; n++)
      bench.terminal.run(`bar EURUSD ${minute + 60 * n} 1.10000 1.10040 1.09990 1.10000 10 10`)
    bench.fire(1, {
      plan: { trail: { by: 'atr', startR: 0.5, tf: 1, period: 5, multiple: 2 } },
      target: '1.12000',
    })
    bench.advance(6_000)
    at(1.102)
    // Five bars with a range of 50 points each, so the stop is 100 points behind the bid.
    expect(stop()).toBeCloseTo(1.101, 4)
    at(1.10205)
    expect(stop()).toBeCloseTo(1.101, 4)
    at(1.1022)
    expect(stop()).toBeGreaterThan(1.1011)
  })

  test('and break-even together take what is nearer', () => {
    managed({
      breakEven: { atR: 1, lockPoints: 50 },
      trail: { by: 'step', startR: 1, distancePoints: 200, stepPoints: 10 },
    })
    at(1.1022)
    expect(stop()).toBe(1.1006)
    at(1.104)
    expect(stop()).toBe(1.102)
  })
})

describe('the partial close', () => {
  const plan = { partial: { atR: 1, lots: '0.04' } }

  test('is done once, and told as a deal of the order', () => {
    managed(plan)
    const told = at(1.1022, 2_000)
    expect(bench.positions()[0]?.lots).toBeCloseTo(0.06)
    expect(deals(told)).toEqual([
      expect.objectContaining({ id: idOf(1), entry: 'out', lots: '0.04', reason: 'command' }),
    ])
    at(1.104, 5_000)
    restart(1.104)
    at(1.105, 10_000)
    expect(bench.deals()).toHaveLength(2)
  })

  test.each(['before', 'after'] as const)('a crash %s its OrderSend leads to one part in the end', phase => {
    managed(plan)
    bench.terminal.die({ step: 'order.send', phase, files: 'lost' })
    at(1.1022)
    bench.restart(1.1022)
    at(1.1022, 20_000)
    expect(bench.positions()[0]?.lots).toBeCloseTo(0.06)
    expect(bench.deals()).toHaveLength(2)
  })

  test.each(['timeout executed', 'timeout lost', 'timeout late 2000'])(
    '%s leads to one part in the end',
    fault => {
      managed(plan)
      bench.terminal.run(`fault ${fault}`)
      at(1.1022, 20_000)
      expect(bench.positions()[0]?.lots).toBeCloseTo(0.06)
      expect(bench.deals()).toHaveLength(2)
    },
  )
})

describe('the time stop', () => {
  test('closes when the market has gone on for so long', () => {
    managed({ timeStopMs: 60_000 })
    bench.advance(50_000)
    bench.quote()
    bench.advance(1_000)
    expect(bench.positions()).toHaveLength(1)
    bench.advance(10_000)
    bench.quote()
    const told = bench.advance(1_000)
    expect(bench.positions()).toEqual([])
    expect(deals(told)[0]).toMatchObject({ entry: 'out', id: idOf(1), reason: 'command' })
  })

  test('is tried again when the broker refuses, and said once', () => {
    managed({ timeStopMs: 10_000 })
    bench.terminal.run('fault market-closed times=3')
    bench.advance(5_000)
    bench.quote()
    const told = bench.advance(30_000)
    expect(bench.positions()).toEqual([])
    expect(printed(told, 'note warn')).toHaveLength(1)
  })
})

test('a position without a plan, and one of somebody else, are left alone', () => {
  bench.start()
  bench.fire(1, { target: '1.12000' })
  bench.terminal.run('position open EURUSD buy 0.10 sl=1.09000 magic=4711')
  bench.advance(6_000)
  at(1.105, 60_000)
  expect(bench.positions().map(position => position.stop)).toEqual([1.098, 1.09])
})

test('while it is halted the manager works on', () => {
  managed({ breakEven: { atR: 1, lockPoints: 0 } })
  bench.say('halt', { id: idOf(80), reason: 'pause' })
  at(1.1022)
  expect(stop()).toBe(1.1001)
})
