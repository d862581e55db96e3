import { describe, expect, test } from 'vitest'
import type { TerminalId, Ticket } from '../../contracts/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { bookFor } from './book.ts'
import { openBook } from './open-book.ts'

const terminalOf = (desk: DeskHarness, id: TerminalId = DESK) => {
  const terminal = desk.engine.desk.terminals.get(id)
  if (!terminal) throw new Error(`no terminal ${id}`)
  return terminal
}
const bookOf = (desk: DeskHarness, id: TerminalId = DESK) =>
  bookFor(desk.engine.desk, terminalOf(desk, id), 'GBPUSD', 'GBPUSD')

describe('money at the stops of our trades', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver()
  const [order] = desk.engine.desk.state.orders.values()
  const atFirst = order?.recorded.riskCents ?? 0
  const [position] = desk.broker.positions().positions
  const ours = { ...position, position: position?.position ?? ('1' as Ticket) }

  test('is what was shown before the shot', () => {
    expect(atFirst).toBeGreaterThan(0)
    expect(bookOf(desk)).toMatchObject({ openTrades: 1, openRiskCents: atFirst, unknownRisk: null })
  })

  test('shrinks by what was closed of them', () => {
    const lots = Number(position?.lots)
    const part = (Math.floor(lots * 50) / 100).toFixed(2)
    desk.engine.command({ kind: 'closePosition', id: desk.ids.next(desk.clock.now()), origin: 'window', terminal: DESK, position: ours.position, lots: part }) // prettier-ignore
    desk.deliver()
    expect(bookOf(desk).openRiskCents).toBe(Math.ceil((atFirst * (lots - Number(part))) / lots))
  })

  test('is nothing behind a stop that has been moved beyond the entry', () => {
    const [open] = desk.broker.positions().positions
    if (!open) throw new Error('it is closed')
    const away = mission.side === 'buy' ? 1 : -1
    const beyond = ((mission.entry + away * 300) / 100_000).toFixed(5)
    desk.tell({ type: 'positions', body: { positions: [{ ...open, stop: beyond }] } })
    expect(bookOf(desk)).toMatchObject({ openTrades: 1, openRiskCents: 0 })
  })
})

test('money at the stop of a trade counts what slipped away when it was filled', () => {
  const desk = new DeskHarness({ temper: { slippagePoints: 20 } })
  desk.fire(desk.mission().id)
  desk.deliver()
  const [order] = desk.engine.desk.state.orders.values()
  const [deal] = order?.deals ?? []
  if (!order || !deal) throw new Error('nothing was filled')
  const { price, stop, riskCents, digits } = order.recorded
  const opened = Math.round(Number(deal.price) * 10 ** digits)
  expect(Math.abs(opened - stop)).toBeGreaterThan(Math.abs(price - stop))
  const share = Math.abs(opened - stop) / Math.abs(price - stop)
  expect(bookOf(desk).openRiskCents).toBe(Math.ceil(riskCents * share))
})

test('trades on another linked terminal are seen, and those of the same account or of practice beside real accounts are not', () => {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  desk.deliver()
  const second = 'second' as TerminalId
  const otherOf = (over: Parameters<typeof aHello>[0]) => {
    desk.engine.terminalUp(second, `session of ${JSON.stringify(over)}`, aHello({ uuid: second, ...over }))
    return bookOf(desk, second).otherTerminal
  }
  expect(otherOf({ loginHash: 'b'.repeat(32) })).toBe(true)
  expect(otherOf({})).toBe(false)
  expect(otherOf({ loginHash: 'c'.repeat(32), kind: 'demo' })).toBe(false)
  expect(bookOf(desk).otherTerminal).toBe(false)
  desk.engine.terminalDown(DESK, 'gone')
  expect(otherOf({ loginHash: 'd'.repeat(32) })).toBe(false)
})

describe('of the money at a stop is certain', () => {
  const shareOf = (desk: DeskHarness) => openBook(desk.engine.desk, terminalOf(desk))[0]?.certainShare ?? -1

  test('nothing of an order without an answer, and all of a trade that was filled as judged', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    expect(shareOf(desk)).toBe(0)
    desk.deliver()
    expect(shareOf(desk)).toBe(1)
  })

  test('no more than a stop leaves that is on its way nearer', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    desk.deliver()
    const [open] = desk.broker.positions().positions
    if (!open) throw new Error('nothing was filled')
    const half = Math.round((mission.entry + mission.stop) / 2)
    desk.engine.command({ kind: 'modifyPosition', id: desk.ids.next(desk.clock.now()), origin: 'window', terminal: DESK, position: open.position, stop: (half / 100_000).toFixed(5), target: open.target }) // prettier-ignore
    expect(shareOf(desk)).toBeGreaterThan(0.3)
    expect(shareOf(desk)).toBeLessThan(0.7)
  })
})
