import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { buy, pending, sell, stops, TYPE } from './probe/requests.ts'
import { call, probeBinary, ProbeTerminal, type Facts } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
afterAll(() => probe.close())

const lots = fc.integer({ min: 1, max: 30 }).map(steps => (steps / 100).toFixed(2))
const ticket = fc.integer({ min: 1001, max: 1030 })
const away = fc.integer({ min: -300, max: 300 }).map(points => 1.1 + points / 100_000)

/** What a program, another hand, a market and a script may do to an account. */
const step = fc.oneof(
  fc.tuple(lots, away).map(([volume, sl]) => call(buy(`volume=${volume} sl=${sl.toFixed(5)} filling=1`))),
  lots.map(volume => call(sell(`volume=${volume}`))),
  fc.tuple(ticket, lots).map(([position, volume]) => call(sell(`position=${position} volume=${volume}`))),
  fc.tuple(ticket, away).map(([position, sl]) => call(stops(position, `sl=${sl.toFixed(5)}`))),
  fc.tuple(lots, away).map(([volume, price]) => call(pending(TYPE.buyLimit, price, `volume=${volume}`))),
  fc.tuple(ticket, ticket).map(([one, other]) => call(`send action=10 position=${one} by=${other}`)),
  fc
    .tuple(fc.constantFrom('EURUSD', 'USDJPY', 'GBPUSD'), lots)
    .map(([symbol, volume]) => `position open ${symbol} sell ${volume}`),
  lots.map(volume => call(buy(`volume=${volume} symbol=USDJPY`))),
  away.map(bid => `tick EURUSD ${bid.toFixed(5)} ${(bid + 0.0001).toFixed(5)}`),
  fc.constantFrom(
    'fault partial 0.02',
    'fault timeout executed',
    'fault timeout lost',
    'fault timeout late 5',
    'fault slip 9',
  ),
  fc.constantFrom('advance 10', 'advance 90000000', 'crash\tinit', 'fault tell 3'),
)

const sum = (rows: readonly Facts[], ...names: string[]): number =>
  rows.reduce((total, row) => total + names.reduce((part, name) => part + Number(row[name]), 0), 0)

function checkBooks(): void {
  const deals = probe.list('deals')
  const positions = probe.list('positions')
  const account = Object(probe.state('account')) as Facts
  expect(account['balance']).toBeCloseTo(10_000 + sum(deals, 'profit', 'swap', 'commission'), 6)
  expect(account['equity']).toBeCloseTo(Number(account['balance']) + sum(positions, 'profit', 'swap'), 6)
  expect(account['margin']).toBeCloseTo(sum(positions, 'margin'), 6)
  const opened = sum(
    deals.filter(deal => deal['entry'] === 'in'),
    'lots',
  )
  const closed = sum(
    deals.filter(deal => deal['entry'] === 'out' || deal['entry'] === 'outby'),
    'lots',
  )
  if (account['margining'] === 'hedging') expect(sum(positions, 'lots')).toBeCloseTo(opened - closed, 6)
  if (account['margining'] === 'netting') expect(positions.length).toBeLessThanOrEqual(3)
  expect(new Set(deals.map(deal => deal['ticket'])).size).toBe(deals.length)
}

describe.each(['hedging', 'netting'])('a %s account', margining => {
  it('balances after whatever happens, and the terminal comes to know all of it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        probe.begin(`account margin=${margining}`, 'symbol EURUSD commission=3.5 swaplong=-5 swapshort=2')
        probe.run(...steps, 'advance 10')
        checkBooks()
        const tickets = (part: string): number[] =>
          probe
            .list(part)
            .map(row => Number(row['ticket']))
            .toSorted((one, other) => one - other)
        expect(probe.state('seen')).toMatchObject({
          positions: tickets('positions'),
          orders: tickets('orders'),
          balance: (Object(probe.state('account')) as Facts)['balance'],
        })
      }),
      { numRuns: 500 },
    )
  })
})
