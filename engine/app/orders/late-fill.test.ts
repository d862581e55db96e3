import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../contracts/wire/index.ts'
import { netTodayCents } from '../guards/guards-of.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

type Told = Readonly<{ deal: string; lots: string; profit?: number; entry: 'in' | 'out' }>

const FIRST_IN: Told = { deal: '1001', lots: '0.14', entry: 'in' }
const FIRST_OUT: Told = { deal: '1003', lots: '0.14', entry: 'out', profit: -5_000 }
const LATE_IN: Told = { deal: '1002', lots: '0.13', entry: 'in' }
const LATE_OUT: Told = { deal: '1004', lots: '0.13', entry: 'out', profit: -4_000 }

/** An order on its way, and a way to tell its deals in any order. */
function fired() {
  const desk = new DeskHarness()
  const { id, side } = desk.mission()
  desk.fire(id)
  desk.lose()
  const order = () => [...desk.engine.desk.state.orders.values()].at(-1)
  const tell = ({ deal, lots, entry, profit = 0 }: Told) => {
    const body = { deal, order: deal, position: '77', lots, entry, profit, id: order()?.recorded.order, symbol: 'EURUSD', side: entry === 'in' ? side : 'buy', price: '1.10400', commission: -10, swap: 0, reason: entry === 'in' ? 'command' : 'stop', timeMs: desk.nowMs() + Number(deal), magic: 777_001 } // prettier-ignore
    desk.tell({ type: 'deal', body: body as unknown as Deal })
  }
  const exposed = () => desk.engine.desk.state.exposed.has(order()?.recorded.order ?? ('' as never))
  const trades = () => desk.events('tradeClosed').map(({ trade }) => trade)
  const netCents = () => trades().reduce((sum, trade) => sum + trade.netCents, 0)
  const accountCents = () => {
    const terminal = desk.engine.desk.terminals.get(DESK)
    return terminal && netTodayCents(desk.engine.desk, terminal)
  }
  return { desk, order, tell, exposed, trades, netCents, accountCents }
}

describe('a part of an order that is told as filled after the first part was closed', () => {
  test('is a position again, and at its end the rest of the trade', () => {
    const { desk, order, tell, exposed, trades, accountCents } = fired()
    ;[FIRST_IN, FIRST_OUT].forEach(tell)
    expect([order()?.state, exposed(), trades().length]).toEqual(['closed', false, 1])
    tell(LATE_IN)
    expect([order()?.state, exposed(), trades().length]).toEqual(['filled', true, 1])
    tell(LATE_OUT)
    expect([order()?.state, exposed()]).toEqual(['closed', false])
    expect(trades()).toMatchObject([
      { lots: 0.14, netCents: -5_020 },
      { lots: 0.13, netCents: -4_020 },
    ])
    expect(accountCents()).toBe(-9_040)
    const before = desk.engine.desk.state.orders
    desk.crash()
    expect(desk.engine.desk.state.orders).toEqual(before)
  })

  test('earns or costs no XP a second time', () => {
    const { desk, tell } = fired()
    ;[FIRST_IN, FIRST_OUT].forEach(tell)
    const once = desk.events('xpAwarded')
    ;[LATE_IN, LATE_OUT].forEach(tell)
    expect(once.length).toBeGreaterThan(0)
    expect(desk.events('xpAwarded')).toEqual(once)
  })

  test('counts once with all its money in whatever order the deals come, and nothing is left open', () => {
    const all = [FIRST_IN, FIRST_OUT, LATE_IN, LATE_OUT]
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4, maxLength: 4 }), deals => {
        const { order, tell, exposed, netCents } = fired()
        deals.forEach(tell)
        expect([order()?.state, exposed(), netCents()]).toEqual(['closed', false, -9_040])
      }),
      { numRuns: 6 },
    )
  })

  test('that closes more than was told as filled leaves the order open: a deal in is missing', () => {
    const { order, tell, exposed, trades, netCents } = fired()
    ;[FIRST_IN, { ...FIRST_OUT, lots: '0.27' }].forEach(tell)
    expect([order()?.state, exposed(), trades()]).toEqual(['filled', true, []])
    tell(LATE_IN)
    expect([order()?.state, netCents()]).toEqual(['closed', -5_030])
  })
})
