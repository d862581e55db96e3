import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { probeBinary, ProbeTerminal, SERVER_MS, type Facts } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const T = SERVER_MS + 60_000
const PERIOD = { M1: 1, M5: 5, H1: 16_385, D1: 16_408 } as const
const ticks = (words: string): Facts => probe.ask(`ticks symbol=EURUSD ${words}`)
const times = (facts: Facts): unknown[] => (facts['ticks'] as Facts[]).map(tick => tick['ms'])

beforeEach(() => probe.begin())
afterAll(() => probe.close())

describe('ticks', () => {
  it('of one millisecond are all there, in their order', () => {
    probe.run(`tick EURUSD 1.1 1.1001 ${T} EURUSD 1.2 1.2001 ${T} EURUSD 1.2 1.2002 ${T}`)
    expect(ticks(`from=${T}`)).toMatchObject({
      count: 3,
      ticks: [{ bid: 1.1 }, { bid: 1.2, flags: 6 }, { ask: 1.2002, flags: 4 }],
    })
  })

  it('raise one OnTick for a batch', () => {
    const seen = probe.run(
      `tick EURUSD 1.1 1.1001 ${T} EURUSD 1.2 1.2001 ${T + 1} EURUSD 1.3 1.3001 ${T + 2}`,
    )
    expect(seen).toEqual([{ event: 'tick' }])
    expect(probe.run(`tick GBPUSD 1.3 1.3001 ${T}`)).toEqual([])
  })

  it('are counted from a time on, or back from the newest', () => {
    probe.run(`tick EURUSD 1.1 1.1001 ${T} EURUSD 1.2 1.2001 ${T + 5} EURUSD 1.3 1.3001 ${T + 9}`)
    expect(times(ticks(`from=${T + 1}`))).toEqual([T + 5, T + 9])
    expect(times(ticks(`from=${T} count=2`))).toEqual([T, T + 5])
    expect(times(ticks('count=2'))).toEqual([T + 5, T + 9])
    expect(times(ticks(`from=${T} to=${T + 5}`))).toEqual([T, T + 5])
    expect(times(ticks(`from=${T + 6} to=${T + 8}`))).toEqual([])
  })

  it('of no symbol are an error: 4301', () => {
    expect(probe.ask('ticks symbol=NOSUCH')).toMatchObject({ count: -1, error: 4301 })
  })

  it('take their time at the first request of a life', () => {
    probe.run('firstticks 3000')
    expect(Number(ticks('count=1')['took'])).toBeGreaterThanOrEqual(2984)
    expect(ticks('count=1')['took']).toBe(0)
    probe.run('crash', 'init')
    expect(Number(ticks('count=1')['took'])).toBeGreaterThanOrEqual(2984)
  })

  it('that go back in time or cross are refused', () => {
    expect(() => probe.run(`tick EURUSD 1.1 1.1001 ${SERVER_MS - 1}`)).toThrow('never go back')
    expect(() => probe.run(`tick EURUSD 1.1002 1.1001 ${T}`)).toThrow('BID <= ASK')
  })
})

describe('bars', () => {
  const minute = (n: number): number => SERVER_MS + n * 60_000

  it('are made of bids, minute by minute', () => {
    probe.run(
      `tick EURUSD 1.2 1.2003 ${minute(5)} EURUSD 1.4 1.4001 ${minute(5) + 10} EURUSD 1.3 1.3009 ${minute(5) + 59_999}`,
      `tick EURUSD 1.5 1.5001 ${minute(6)}`,
    )
    expect(probe.ask(`rates symbol=EURUSD period=${PERIOD.M1} place=1 count=1`)).toMatchObject({
      rates: [{ time: minute(5) / 1000, open: 1.2, high: 1.4, low: 1.2, close: 1.3, ticks: 3, spread: 10 }],
      newest: minute(6) / 1000,
    })
  })

  it('of longer periods are made of minutes, the growing one included', () => {
    probe.run(`tick EURUSD 1.2 1.2001 ${minute(5)}`, `tick EURUSD 1.3 1.3001 ${minute(9)}`)
    const five = `rates symbol=EURUSD period=${PERIOD.M5} place=0 count=1`
    expect(probe.ask(five)).toMatchObject({ rates: [{ open: 1.2, close: 1.3, ticks: 2 }], bars: 2 })
    probe.run(`tick EURUSD 1.1 1.1001 ${minute(9) + 1}`)
    expect(probe.ask(five)).toMatchObject({ rates: [{ open: 1.2, low: 1.1, close: 1.1, ticks: 3 }] })
    expect(probe.ask(`rates symbol=EURUSD period=${PERIOD.D1} place=0 count=9`)).toMatchObject({
      count: 1,
      rates: [{ time: (SERVER_MS - 7_200_000) / 1000, open: 1.1, high: 1.3 }],
    })
  })

  it('of the past are loaded, and counted with the rest', () => {
    const start = SERVER_MS / 1000 - 7200
    probe.run(`bar EURUSD ${start} 1.0 1.1 0.9 1.05 100 7`, `bar EURUSD ${start + 60} 1.05 1.2 1.0 1.1 50 6`)
    expect(probe.ask(`rates symbol=EURUSD period=${PERIOD.H1} from=${start} to=${start}`)).toMatchObject({
      rates: [{ open: 1, high: 1.2, low: 0.9, close: 1.1, ticks: 150, spread: 6 }],
    })
    expect(probe.ask(`rates symbol=EURUSD period=1 from=${start - 60} to=${start - 1}`)).toMatchObject({
      count: -1,
      error: 4401,
    })
  })
})

describe('the calendar', () => {
  it('tells what was loaded, by time and currency', () => {
    probe.run(
      'calendar country 840 US USD United States',
      'calendar country 999 EU EUR European Union',
      'calendar event 1 840 high Nonfarm Payrolls',
      'calendar event 2 999 low Consumer Confidence',
      'calendar value 10 1 2000 forecast=180.5',
      'calendar value 11 2 3000 actual=-14.2',
    )
    expect(probe.ask('calendar from=0 to=0')).toMatchObject({ count: 2 })
    expect(probe.ask('calendar from=0 to=0 currency=USD')['news']).toEqual([
      {
        time: 2000,
        name: 'Nonfarm Payrolls',
        importance: 'CALENDAR_IMPORTANCE_HIGH',
        actual: false,
        forecast: 180.5,
      },
    ])
    expect(probe.ask('calendar from=2500 to=2900')).toMatchObject({ count: 0 })
    probe.run('calendar fails 5401')
    expect(probe.ask('calendar from=0 to=0')).toMatchObject({ count: -1, error: 5401 })
  })
})

describe('objects of the chart', () => {
  it('keep what was set, and end with the program’s life', () => {
    expect(probe.ask('label name=row1 text=linked x=12')).toMatchObject({
      ok: true,
      text: 'linked',
      found: 0,
      missing: -1,
    })
    expect(probe.terminal.run('objects')[0]).toMatchObject({
      objects: [{ name: 'row1', text: 'linked', x: 12 }],
    })
    probe.run('crash')
    expect(probe.terminal.run('objects')[0]).toMatchObject({ objects: [] })
  })

  it('hold 63 characters of text', () => {
    expect(probe.ask(`label name=row1 text=${'x'.repeat(80)}`)['text']).toHaveLength(63)
  })
})
