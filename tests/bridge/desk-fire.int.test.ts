import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, fireBody, idOf, magicOf, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

/** Everything that is told of a fire in the second after it. */
const fired = (n: number, over: Readonly<Record<string, unknown>> = {}) => [
  ...bench.fire(n, over),
  ...bench.advance(1_000),
]

test('a fire is one position with its stop, one verdict and one deal', () => {
  bench.start()
  const all = fired(1)
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

test('a sell is carried out on its own side', () => {
  bench.start()
  const all = fired(1, { side: 'sell', price: '1.10000', stop: '1.10200', target: '1.09600' })
  expect(verdicts(all)[0]).toMatchObject({ is: 'accepted', price: '1.10000' })
  expect(bench.positions()[0]).toMatchObject({ stop: 1.102, target: 1.096 })
})

test('the same id again has the same verdict and nothing else', () => {
  bench.start()
  const [first] = verdicts(fired(1))
  for (const over of [{}, { lots: '0.20' }, { side: 'sell' }]) {
    const again = fired(1, over)
    expect(verdicts(again)).toEqual([first])
    expect(printed(again, 'busy')).toEqual([])
  }
  expect(bench.deals()).toHaveLength(1)
})

describe('a fire that does not fit is refused and nothing is sent', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string, number, RegExp]>([
    ['a stop on the wrong side', { stop: '1.10100' }, 'rejected', 10_016, /losing side/],
    ['a stop inside the stop level', { stop: '1.09995' }, 'rejected', 10_016, /50 points or more/],
    ['no stop', { stop: '0' }, 'rejected', 10_016, /not a price/],
    ['a stop with too many digits', { stop: '1.098001' }, 'rejected', 10_016, /1\.098001/],
    ['a target on the wrong side', { target: '1.09900' }, 'rejected', 10_016, /winning side/],
    ['a target inside the stop level', { target: '1.10040' }, 'rejected', 10_016, /winning side/],
    ['lots between two steps', { lots: '0.015' }, 'rejected', 10_014, /0\.01 to 100\.00 by 0\.01/],
    ['no lots', { lots: '0.00' }, 'rejected', 10_014, /0\.00 lots/],
    ['lots above the largest', { lots: '101' }, 'rejected', 10_014, /101 lots/],
    ['a price that has moved', { price: '1.10021' }, 'denied', 0, /11 points from 1\.10021/],
    ['a spread that is too wide', { maxSpread: 9 }, 'denied', 0, /10 points, more than the 9/],
    ['a symbol that there is not', { symbol: 'EURUSDx' }, 'denied', 0, /no symbol EURUSDx/],
    ['a magic number of others', { magic: 12 }, 'denied', 0, /magic/],
    ['a side that there is not', { side: 'long' }, 'denied', 0, /side/],
    ['lots as a number', { lots: 0.1 }, 'denied', 0, /lots/],
    ['a price with an exponent', { price: '1.1e0' }, 'denied', 0, /price/],
    ['a validity of two minutes', { ttlMs: 120_000 }, 'denied', 0, /ttlMs/],
    ['a comment that is too long', { comment: 'x'.repeat(28) }, 'denied', 0, /comment/],
    [
      'a plan that cannot be read',
      { plan: { breakEven: { atR: 0, lockPoints: 1 } } },
      'denied',
      0,
      /plan.*atR/,
    ],
    [
      'a plan that closes all of it as a part',
      { plan: { partial: { atR: 1, lots: '0.10' } } },
      'rejected',
      10_014,
      /too little/,
    ],
  ])('%s', (_, over, is, retcode, text) => {
    bench.start('symbol EURUSD stops=50')
    const told = verdicts(fired(1, over))
    expect(told).toEqual([expect.objectContaining({ id: idOf(1), is, retcode, position: null })])
    expect(told[0]?.text).toMatch(text)
    expect(bench.positions()).toEqual([])
    expect(bench.journal()).not.toContain(`I\t${idOf(1)}`)
    expect(verdicts(fired(1))).toEqual(told)
  })
})

test.each([
  ['0.1', '0.30', '0.25'],
  ['1', '2', '1.50'],
])('lots follow a step of %s', (step, good, bad) => {
  bench.start(`symbol EURUSD lotmin=${step} lotstep=${step} depth=100`)
  expect(verdicts(fired(1, { lots: bad }))[0]).toMatchObject({ is: 'rejected', retcode: 10_014 })
  expect(verdicts(fired(2, { lots: good }))[0]).toMatchObject({
    is: 'accepted',
    lots: Number(good).toFixed(step === '1' ? 0 : 1),
  })
})

test('an order of a tick that is larger than a point lies on that grid', () => {
  bench.start('symbol EURUSD ticksize=0.00005')
  expect(verdicts(fired(1, { stop: '1.09801' }))[0]).toMatchObject({ is: 'rejected', retcode: 10_016 })
  expect(verdicts(fired(2))[0]?.is).toBe('accepted')
})

describe('validity', () => {
  test('a fire that comes too late is expired, and stays so', () => {
    bench.start()
    const old = bench.nowMs() - 6_000
    expect(verdicts(bench.say('fire', fireBody(1), old))).toEqual([
      expect.objectContaining({ is: 'expired', retcode: 0 }),
    ])
    expect(verdicts(fired(1))[0]?.is).toBe('expired')
    expect(bench.positions()).toEqual([])
  })

  test('a fire from the future is denied: nobody knows when it expires', () => {
    bench.start()
    expect(verdicts(bench.say('fire', fireBody(1), bench.nowMs() + 60_000))[0]).toMatchObject({
      is: 'denied',
    })
  })

  test('a message without an id is noted and answered by nobody', () => {
    bench.start()
    const told = bench.say('fire', { ...fireBody(1), id: 'short' })
    expect(verdicts(told)).toEqual([])
    expect(printed(told, 'note warn')[0]).toMatch(/without an id/)
  })
})

describe('what the trade server refuses is rejected with its code', () => {
  test.each([
    ['requote', 10_004],
    ['reject', 10_006],
    ['cancel', 10_007],
    ['price-off', 10_021],
    ['market-closed', 10_018],
    ['no-money', 10_019],
    ['invalid-stops', 10_016],
    ['trade-disabled', 10_017],
    ['too-many', 10_024],
    ['server-disables', 10_026],
    ['client-disables', 10_027],
    ['price-changed', 10_020],
  ])('%s', (fault, retcode) => {
    bench.start()
    bench.terminal.run(`fault ${fault}`)
    const told = verdicts(fired(1))
    expect(told).toEqual([expect.objectContaining({ id: idOf(1), is: 'rejected', retcode })])
    expect(verdicts(fired(1))).toEqual(told)
    expect(bench.positions()).toEqual([])
    expect(verdicts(fired(2))[0]?.is).toBe('accepted')
  })
})

describe('what the trade server does not say is looked for', () => {
  test.each([
    ['timeout executed', 10_012, 'accepted'],
    ['timeout lost', 10_012, 'buried'],
    ['timeout late 2000', 10_012, 'accepted'],
    ['error', 10_011, 'buried'],
    ['connection', 10_031, 'buried'],
    ['locked', 10_028, 'buried'],
    ['retcode 10999', 10_999, 'buried'],
    ['retcode 10008', 10_008, 'buried'],
  ])('%s', (fault, retcode, truth) => {
    bench.start()
    bench.terminal.run(`fault ${fault}`)
    const told = verdicts([...bench.fire(1), ...bench.advance(20_000)])
    expect(told[0]).toMatchObject({ id: idOf(1), is: 'unknown', retcode })
    expect(told.at(-1)).toMatchObject({ id: idOf(1), is: truth })
    expect(told).toHaveLength(2)
    expect(bench.positions()).toHaveLength(truth === 'accepted' ? 1 : 0)
    expect(verdicts(fired(1))).toEqual([told[1]])
    expect(verdicts(fired(2))[0]?.is).toBe('accepted')
  })

  test('a fill that the terminal hears of late is not taken for none', () => {
    bench.start()
    bench.terminal.run('fault tell 3000')
    const told = verdicts([...bench.fire(1), ...bench.advance(20_000)])
    expect(told.at(-1)).toMatchObject({ is: 'accepted', position: String(bench.positions()[0]?.ticket) })
  })

  test('while the terminal has no broker nothing is concluded', () => {
    bench.start()
    bench.terminal.run('fault timeout lost')
    bench.fire(1)
    bench.terminal.run('connected off')
    expect(verdicts(bench.advance(60_000))).toEqual([])
    bench.terminal.run('connected on')
    bench.quote()
    expect(verdicts(bench.advance(4_000))).toEqual([])
    expect(verdicts(bench.advance(2_000))).toEqual([expect.objectContaining({ is: 'buried' })])
  })
})

describe('filling', () => {
  test.each([
    ['market', 'fok'],
    ['market', 'ioc'],
    ['market', 'fok,ioc'],
    ['exchange', 'none'],
    ['exchange', 'ioc'],
    ['instant', 'none'],
    ['request', 'none'],
  ])('with %s execution and %s it is accepted', (execution, flags) => {
    bench.start(`symbol EURUSD execution=${execution} filling=${flags}`)
    expect(verdicts(fired(1))[0]).toMatchObject({ is: 'accepted' })
  })

  test('a mode that the server does not take after all is followed by the next', () => {
    bench.start()
    bench.terminal.run('fault invalid-fill')
    const all = fired(1)
    expect(verdicts(all)).toEqual([expect.objectContaining({ is: 'accepted' })])
    expect(printed(all, 'busy')).toHaveLength(2)
    expect(bench.positions()).toHaveLength(1)
  })

  test('when all are refused it is rejected with 10030', () => {
    bench.start()
    bench.terminal.run('fault invalid-fill times=every')
    expect(verdicts(fired(1))).toEqual([expect.objectContaining({ is: 'rejected', retcode: 10_030 })])
  })

  test('a part that was filled is accepted as that part', () => {
    bench.start('symbol EURUSD filling=ioc')
    bench.terminal.run('fault partial 0.04')
    expect(verdicts(fired(1))[0]).toMatchObject({ is: 'accepted', retcode: 10_010, lots: '0.04' })
    expect(bench.positions()[0]).toMatchObject({ lots: 0.04, stop: 1.098 })
  })
})

test('no money is seen before anything is sent', () => {
  bench.start('account balance=50')
  const all = fired(1)
  expect(verdicts(all)[0]?.is).toMatch(/rejected|denied/)
  expect(printed(all, 'busy')).toEqual([])
})

test('a thousand fires at once are a thousand verdicts, and no more positions than the limit', () => {
  bench.start()
  const told: string[] = []
  for (let n = 1; n <= 1_000; n++) told.push(...verdicts(bench.fire(n)).map(({ id }) => id))
  told.push(...verdicts(bench.advance(5_000)).map(({ id }) => id))
  expect(new Set(told).size).toBe(1_000)
  expect(told).toHaveLength(1_000)
  expect(bench.positions()).toHaveLength(10)
})
