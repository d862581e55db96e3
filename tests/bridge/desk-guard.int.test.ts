import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, printed, verdicts } from './desk-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const fired = (n: number, over: Readonly<Record<string, unknown>> = {}) => {
  const told = verdicts([...bench.fire(n, over), ...bench.advance(500)])
  expect(told).toHaveLength(1)
  return told[0]
}
const limited = (limits: object) => verdicts(bench.say('limits', { id: idOf(90), ...limits }))[0]
const denies = (): string => printed(bench.tell('denies'), 'denies')[0] ?? ''

describe("the inputs' limits deny, and nothing is sent", () => {
  test.each<[string, string, RegExp]>([
    ['InpMaxLots', '0.09', /0\.10 lots are more than the 0\.09/],
    ['InpMaxSpread', '9', /10 points, more than the 9/],
    ['InpMaxRisk', '0.2', /risks 0\.22 %.*0\.20 %/],
    ['InpSymbols', 'USDJPY, GBPUSD', /EURUSD is not among/],
  ])('%s', (name, value, text) => {
    bench.start(`input ${name} ${value}`)
    const verdict = fired(1)
    expect(verdict).toMatchObject({ is: 'denied', retcode: 0 })
    expect(verdict?.text).toMatch(text)
    expect(bench.deals()).toEqual([])
    bench.terminal.run(`input ${name} ${name === 'InpSymbols' ? 'EURUSD' : '100'}`)
  })

  test.each(['InpMaxLots', 'InpMaxPositions', 'InpMaxRisk', 'InpMaxSpread', 'InpMaxDailyLoss'])(
    '%s 0 is no limit that was forgotten: it denies everything',
    name => {
      bench.start(`input ${name} 0`)
      expect(fired(1)).toMatchObject({ is: 'denied' })
      expect(denies()).toMatch(/above 0/)
    },
  )
})

describe("the app's limits", () => {
  test.each<[string, object, RegExp]>([
    ['fewer lots', { maxLots: '0.09' }, /0\.09/],
    ['less risk', { maxRiskPct: 0.2 }, /0\.20 %/],
    ['a narrower spread', { maxSpread: 9 }, /9 allowed/],
    ['other symbols', { symbols: ['USDJPY'] }, /not among/],
    ['no symbols', { symbols: [] }, /not among/],
  ])('%s hold where they are tighter, over a restart', (_, limits, text) => {
    bench.start()
    expect(limited(limits)).toMatchObject({ is: 'accepted' })
    expect(fired(1)?.text).toMatch(text)
    bench.terminal.crash()
    bench.restart()
    expect(fired(2)?.text).toMatch(text)
    bench.say('limits', { id: idOf(91) })
    expect(fired(3)?.is).toBe('accepted')
  })

  test('that are looser than the inputs have no effect', () => {
    bench.start('input InpMaxLots 0.09')
    expect(limited({ maxLots: '5' })?.text).toMatch(/0\.09 lots/)
    expect(fired(1)?.is).toBe('denied')
  })

  test('that cannot be read change nothing', () => {
    bench.start()
    expect(limited({ maxLots: 0.09 })).toMatchObject({ is: 'denied' })
    expect(fired(1)?.is).toBe('accepted')
  })

  test('one position too many is denied', () => {
    bench.start()
    limited({ maxPositions: 1 })
    expect(fired(1)?.is).toBe('accepted')
    expect(fired(2)?.text).toMatch(/1 positions are open, 1 are allowed/)
  })
})

test("the day's loss is counted from the day's first balance, open positions included", () => {
  bench.start()
  limited({ dailyLossPct: 0.1 })
  expect(fired(1)?.is).toBe('accepted')
  expect(denies()).toBe('')
  bench.quote(1.0985)
  expect(denies()).toMatch(/The day has lost 0\.16 %, the limit is 0\.10 %/)
  const other = { price: '1.09860', stop: '1.09700', target: '1.10200' }
  expect(fired(2, other)).toMatchObject({ is: 'denied' })
  bench.terminal.run(`position close ${bench.positions()[0]?.ticket}`)
  bench.advance(2_000)
  expect(fired(3, other)?.text).toMatch(/The day has lost 0\.16 %/)
  bench.terminal.crash()
  bench.terminal.init()
  bench.quote(1.0985)
  bench.advance(1_100)
  expect(fired(4, other)?.text).toMatch(/The day has lost 0\.16 %/)
  // The broker's next day begins with its own balance.
  bench.advance(13 * 3_600_000)
  bench.quote(1.0985)
  expect(fired(5, other)?.is).toBe('accepted')
})

test('money that is paid in is no profit of the day', () => {
  bench.start()
  limited({ dailyLossPct: 0.1 })
  fired(1)
  bench.terminal.run('account deposit=1000')
  bench.quote(1.0985)
  bench.advance(1_100)
  expect(denies()).toMatch(/has lost 0\.1/)
})

describe('halt', () => {
  test('denies until it is resumed, over every restart', () => {
    bench.start()
    const halt = { id: idOf(80), reason: 'The trader paused' }
    expect(verdicts(bench.say('halt', halt))[0]).toMatchObject({
      is: 'accepted',
      text: 'Halted: The trader paused',
    })
    expect(fired(1)).toMatchObject({ is: 'denied', text: 'Halted: The trader paused' })
    bench.terminal.crash({ files: 'lost' })
    bench.restart()
    expect(denies()).toBe('Halted: The trader paused')
    expect(verdicts(bench.say('resume', { id: idOf(81) }))[0]?.is).toBe('accepted')
    // A halt that comes a second time is the old one, answered and done with.
    expect(verdicts(bench.say('halt', halt))[0]?.is).toBe('accepted')
    expect(fired(2)?.is).toBe('accepted')
  })
})

describe('permissions', () => {
  test.each([
    ['autotrading off', 'autotrading on', /Algo Trading is switched off/],
    ['connected off', 'connected on', /no connection/],
    ['account trade=off', 'account trade=on', /may not trade/],
    ['account expert=off', 'account expert=on', /Expert Advisors/],
  ])('with `%s` nothing is opened', (off, on, text) => {
    bench.start()
    bench.terminal.run(off)
    expect(denies()).toMatch(text)
    expect(fired(1)).toMatchObject({ is: 'denied' })
    bench.terminal.run(on)
    bench.quote()
    bench.advance(100)
    expect(fired(2)?.is).toBe('accepted')
  })

  test.each([
    ['disabled', 10_017],
    ['close-only', 10_044],
    ['short-only', 10_043],
  ])('a symbol that is %s takes no buy', (mode, retcode) => {
    bench.start(`symbol EURUSD mode=${mode}`)
    expect(fired(1)).toMatchObject({ is: 'rejected', retcode })
  })
})

test('a family of its own is told as 777001, and another family is a stranger', () => {
  bench.start('input InpFamily 4242')
  expect(fired(1)?.is).toBe('accepted')
  const magic = bench.positions()[0]?.magic ?? 0
  expect(magic).toBe(4_242_000_000_001)
  expect(printed(bench.tell(`idof ${magic}`), 'idof')).toEqual([`${idOf(1)} 777001`])
  expect(printed(bench.tell('idof 777001000000001'), 'idof')).toEqual(['777001000000001'])
  expect(printed(bench.tell('idof 777001'), 'idof')).toEqual(['0'])
  bench.terminal.run('input InpFamily 777001')
})
