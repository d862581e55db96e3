/** The terminal's own last line about orders that wait: what it refuses, and what it removes without being asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, deals, DeskBench, idOf, printed, verdicts } from './desk-bench.ts'
import {
  cancel,
  lastAbout,
  orders,
  place,
  placeBody,
  placed,
  sync,
  touch,
  wordsAbout,
} from './waiting-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const halt = () => bench.say('halt', { id: idOf(50), reason: 'pause' })
const flatten = (n = 60) => bench.say('flatten', { id: idOf(n), magic: 777_001 })
const cheaper = { price: '1.09800', stop: '1.09600', target: '1.10200' }

describe('a place is refused', () => {
  const refusals: readonly (readonly [string, object, string, number, RegExp])[] = [
    ['at the market', { price: '1.10010', stop: '1.09800' }, 'rejected', 10_015, /1 points or more below/],
    ['beyond it', { price: '1.10100' }, 'rejected', 10_015, /must be 1 points or more below 1\.10010/],
    ['with no price', { price: '1.099001' }, 'rejected', 10_015, /is not a price of EURUSD/],
    ['with a stop on the wrong side', { stop: '1.09900' }, 'rejected', 10_016, /losing side/],
    ['with a target on the wrong side', { target: '1.09900' }, 'rejected', 10_016, /winning side/],
    ['with no volume of the symbol', { lots: '0.015' }, 'rejected', 10_014, /not a volume/],
    ['for an unknown symbol', { symbol: 'EURUSDx' }, 'denied', 0, /no symbol EURUSDx/],
    ['with another magic', { magic: 5 }, 'denied', 0, /not BITTEN's/],
    ['with too many lots', { lots: '9.00' }, 'denied', 0, /more than the 5\.00 allowed/],
    ['with too much risk', { lots: '4.00', stop: '1.09000' }, 'denied', 0, /risks 36\.28 % of the balance/],
    ['with a spread that is too wide', { maxSpread: 5 }, 'denied', 0, /Spread is 10 points/],
    ['when its time is over', { untilMs: 1_000 }, 'expired', 0, /is over/],
    ['without its time', { untilMs: null }, 'denied', 0, /`untilMs`/],
  ]
  test.each(refusals)('%s', (_, over, is, retcode, text) => {
    bench.start()
    const verdict = placed(bench, 1, over as Readonly<Record<string, unknown>>)
    expect(verdict).toMatchObject({ is, retcode, order: null })
    expect(verdict?.text).toMatch(text)
    expect(orders(bench)).toEqual([])
  })

  test('with more than the margin allows', () => {
    bench.start('account leverage=10')
    expect(placed(bench, 1, { lots: '1.00' })).toMatchObject({ is: 'rejected', retcode: 10_019 })
    expect(placed(bench, 2)).toMatchObject({ is: 'placed' })
  })

  test('within the stop level, by as much as it says', () => {
    bench.start('symbol EURUSD stops=50')
    expect(placed(bench, 1, { price: '1.09961', stop: '1.09700' })?.text).toContain('50 points or more below')
    expect(placed(bench, 2, { stop: '1.09851' })).toMatchObject({ is: 'rejected', retcode: 10_016 })
    expect(placed(bench, 3, { price: '1.09960', stop: '1.09910' })).toMatchObject({ is: 'placed' })
  })

  test('where the account nets its positions', () => {
    bench.start('account margin=netting')
    expect(placed(bench, 1)?.text).toMatch(/netting account/)
    expect(orders(bench)).toEqual([])
    bench.terminal.run('account margin=hedging')
  })

  test.each([
    ['expirations=gtc,day', /with a time at which they end/],
    ['orders=market,stop,sl,tp', /no limit orders/],
  ])('where the symbol has %s', (setting, text) => {
    bench.start(`symbol EURUSD ${setting}`)
    expect(placed(bench, 1)).toMatchObject({ is: 'denied', retcode: 0 })
    expect(lastAbout(place(bench, 1), 1)?.text).toMatch(text)
  })

  test("while the broker's clock is not known", () => {
    bench.start('input InpKnown false')
    expect(placed(bench, 1)?.text).toMatch(/clock is not known/)
    bench.terminal.run('input InpKnown true')
  })

  test('too late, and from the future', () => {
    bench.start()
    const late = bench.say('place', placeBody(1), bench.nowMs() - 6_000)
    expect(lastAbout(late, 1)).toMatchObject({ is: 'expired' })
    const early = bench.say('place', placeBody(2), bench.nowMs() + 60_000)
    expect(lastAbout(early, 2)).toMatchObject({ is: 'denied' })
  })

  test('by the trade server: its word is told', () => {
    bench.start()
    bench.terminal.run('fault retcode 10022 action=pending')
    expect(placed(bench, 1)).toMatchObject({ is: 'rejected', retcode: 10_022 })
  })

  test('when positions and orders that wait are as many as may be open', () => {
    bench.start('input InpMaxPositions 2')
    bench.fire(1)
    placed(bench, 2)
    expect(placed(bench, 3, cheaper)?.text).toContain('1 positions are open and 1 orders wait, 2 are allowed')
    expect(lastAbout(bench.fire(4), 4)).toMatchObject({ is: 'denied' })
    cancel(bench, 5, 2)
    bench.advance(500)
    expect(lastAbout([...bench.fire(6), ...bench.advance(500)], 6)).toMatchObject({ is: 'accepted' })
    bench.terminal.run('input InpMaxPositions 10')
  })
})

describe('a halt', () => {
  test('removes every order that waits, and says so of each', () => {
    bench.start()
    placed(bench, 1)
    placed(bench, 2, cheaper)
    const told = [...halt(), ...bench.advance(1_000)]
    expect(orders(bench)).toEqual([])
    expect(verdicts(told).map(({ is }) => is)).toEqual(['accepted', 'cancelled', 'cancelled'])
    expect(lastAbout(told, 1)?.text).toContain('Halted: pause')
    expect(placed(bench, 3)).toMatchObject({ is: 'denied' })
  })

  test('goes on until none is left, without the app and over a restart', () => {
    bench.start()
    placed(bench, 1)
    bench.terminal.run('fault market-closed action=remove times=every')
    const told = [...halt(), ...bench.advance(5_000)]
    expect(printed(told, 'note error')).toHaveLength(1)
    bench.terminal.run('deinit 3')
    bench.restart()
    bench.advance(3_000)
    expect(orders(bench)).toHaveLength(1)
    bench.terminal.run('fault clear')
    expect(wordsAbout(bench.advance(2_000), 1)).toEqual(['cancelled'])
    expect(orders(bench)).toEqual([])
  })

  test('leaves what a stranger has waiting', () => {
    bench.start()
    bench.terminal.run(`order place EURUSD buy-limit 0.1 1.09 magic=5`)
    placed(bench, 1)
    halt()
    bench.advance(1_500)
    expect(orders(bench)).toMatchObject([{ magic: 5 }])
  })

  test('removes what waits of a family that the journal does not know', () => {
    bench.start()
    bench.terminal.run('order place EURUSD buy-limit 0.1 1.09 magic=777001')
    halt()
    bench.advance(1_500)
    expect(orders(bench)).toEqual([])
  })

  test('takes nothing back of what was filled before it', () => {
    bench.start()
    placed(bench, 1)
    touch(bench)
    halt()
    bench.advance(1_500)
    expect(bench.positions()).toMatchObject([{ stop: 1.097 }])
    expect(lastAbout(sync(bench, 1), 1)).toMatchObject({ is: 'accepted' })
  })
})

describe("the day's loss", () => {
  test('at its limit removes what waits', () => {
    bench.start('input InpMaxDailyLoss 1')
    placed(bench, 1, { price: '1.08000', stop: '1.07800', target: '1.09000' })
    bench.terminal.run('position open EURUSD buy 1')
    const told = [...bench.quote(1.0985), ...bench.advance(2_000)]
    bench.terminal.run('input InpMaxDailyLoss 10')
    expect(orders(bench)).toEqual([])
    expect(lastAbout(told, 1)?.text).toMatch(/The day has lost 1\.60 %, the limit is 1\.00 %/)
  })

  test('at the limit of the app does the same', () => {
    bench.start()
    placed(bench, 1, { price: '1.08000', stop: '1.07800', target: '1.09000' })
    bench.say('limits', { id: idOf(70), dailyLossPct: 1 })
    bench.terminal.run('position open EURUSD buy 1')
    bench.quote(1.0985)
    bench.advance(2_000)
    expect(orders(bench)).toEqual([])
  })

  test('knows a withdrawal from a loss', () => {
    bench.start('input InpMaxDailyLoss 1')
    placed(bench, 1)
    bench.terminal.run('account deposit=-4000')
    const told = bench.advance(3_000)
    expect(printed(bench.tell('denies'), 'denies')).toEqual([''])
    bench.terminal.run('account lend=300', 'account lend=-300')
    bench.advance(3_000)
    bench.terminal.run('input InpMaxDailyLoss 10')
    expect(orders(bench)).toHaveLength(1)
    expect(verdicts(told)).toEqual([])
  })
})

describe('a flatten', () => {
  test('removes what waits before it closes what is open, and tells both', () => {
    bench.start()
    placed(bench, 1)
    bench.fire(2)
    bench.advance(500)
    const told = [...flatten(), ...bench.advance(3_000)]
    expect(orders(bench)).toEqual([])
    expect(bench.positions()).toEqual([])
    expect(lastAbout(told, 1)).toMatchObject({ is: 'cancelled' })
    expect(deals(told)).toMatchObject([{ id: idOf(60), entry: 'out' }])
    expect(verdicts(told).at(-1)).toMatchObject({ id: idOf(60), is: 'accepted', text: 'All closed' })
  })

  test('closes what was filled while it removed', () => {
    bench.start()
    placed(bench, 1)
    bench.terminal.run('fault latency 400 action=remove')
    bench.terminal.run('tick EURUSD 1.09890 1.09900 later=100')
    const told = [...flatten(), ...bench.advance(5_000)]
    expect(bench.positions()).toEqual([])
    expect(bench.deals().map(({ entry }) => entry)).toEqual(['in', 'out'])
    expect(lastAbout(told, 1)).toMatchObject({ is: 'accepted' })
    expect(lastAbout(told, 60)).toMatchObject({ is: 'accepted' })
  })

  test('names the orders that it could not remove', () => {
    bench.start()
    placed(bench, 1)
    bench.terminal.run('fault market-closed action=remove times=every')
    const told = [...flatten(), ...bench.advance(70_000)]
    bench.terminal.run('fault clear')
    expect(lastAbout(told, 60)).toMatchObject({ is: 'rejected' })
    expect(lastAbout(told, 60)?.text).toMatch(/0 positions are still open and 1 orders still wait/)
    expect(wordsAbout([...flatten(61), ...bench.advance(3_000)], 1)).toEqual(['cancelled'])
  })

  test('waits for an order of which nobody knows', () => {
    bench.start()
    bench.terminal.run('fault timeout late 3000')
    place(bench, 1)
    const told = [...flatten(), ...bench.advance(8_000)]
    expect(orders(bench)).toEqual([])
    expect(wordsAbout(told, 1).at(-1)).toBe('cancelled')
    expect(lastAbout(told, 60)).toMatchObject({ is: 'accepted' })
  })
})

describe('a second Expert Advisor on the same account', () => {
  const theirs = (n: number) =>
    bench.tell(`twin-place ${JSON.stringify(placeBody(n, cheaper))}`, bench.nowMs())

  test('follows its own order and leaves the other one alone', () => {
    bench.start()
    bench.tell('neighbour')
    placed(bench, 1)
    theirs(2)
    bench.advance(2_000)
    expect(orders(bench)).toHaveLength(2)
    const told = [...touch(bench), ...bench.advance(1_000)]
    expect(wordsAbout(told, 1)).toEqual(['accepted'])
    expect(wordsAbout(told, 2)).toEqual([])
    expect(orders(bench)).toHaveLength(1)
  })

  test('loses its order to a flatten of the family, and tells it', () => {
    bench.start()
    bench.tell('neighbour')
    theirs(2)
    bench.advance(500)
    const told = [...flatten(), ...bench.advance(3_000)]
    expect(orders(bench)).toEqual([])
    expect(wordsAbout(told, 2)).toEqual(['cancelled'])
  })
})
