/** The terminal's snapshot against the book that the ledger gives: what is there, what is missing, and where the stops are. */
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { openLots } from '../../domain/fire/trade.ts'
import { pointsFromText } from '../../domain/market/price.ts'
import { stopsUnderWay } from '../orders/asked.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { exposedOrders, isOurs, orderBehind } from './exposure.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

export const nameOf = ({ recorded }: OrderRecord): string =>
  `${recorded.side} ${recorded.lots} ${recorded.pair}`

/** Strangers' positions are noted once, counted, and never touched. */
export function noteExternals(desk: Desk, terminal: TerminalDesk): number {
  let count = 0
  for (const position of terminal.positions ?? []) {
    if (orderBehind(desk, terminal, position)) continue
    count++
    if (desk.state.externals.has(ticketKey(terminal.hello.loginHash, position.position))) continue
    const { position: ticket, symbol } = position
    desk.record({
      kind: 'externalSeen',
      atMs: desk.timeAt(terminal.id),
      terminal: terminal.id,
      position: ticket,
      symbol,
    })
  }
  return count
}

/** Orders whose position is gone from the snapshot without the deal that closed it. */
export function vanished(desk: Desk, terminal: TerminalDesk): OrderRecord[] {
  const open = new Set(terminal.positions?.map(position => position.position))
  return exposedOrders(desk, terminal).filter(
    ({ position, deals }) => position !== null && deals.length > 0 && !open.has(position),
  )
}

/** Positions of our orders that the deals on record do not explain. */
export function unexplained(desk: Desk, terminal: TerminalDesk): OpenPosition[] {
  return (terminal.positions ?? []).filter(position => {
    const order = orderBehind(desk, terminal, position)
    if (!order) return false
    const isExposed = desk.state.exposed.has(order.recorded.order)
    return !isExposed || (order.deals.length > 0 && openLots(order.deals) !== Number(position.lots))
  })
}

/** Everything in which the snapshot and the book differ, a sentence each. */
export function differences(desk: Desk, terminal: TerminalDesk): string[] {
  return [
    ...vanished(desk, terminal).map(
      order => `Position ${order.position} (${nameOf(order)}) is gone and the terminal has no deal for it.`,
    ),
    ...unexplained(desk, terminal).map(position => {
      const known = openLots(orderBehind(desk, terminal, position)?.deals ?? [])
      const { side, symbol, lots } = position
      return `Position ${position.position} (${side} ${symbol}) has ${lots} lots; by its deals it has ${known}. Look in MetaTrader's history.`
    }),
  ]
}

/** A stop that is not where it was recorded is noted; one that is missing is a problem. */
export function checkStops(desk: Desk, terminal: TerminalDesk): string[] {
  const problems: string[] = []
  for (const position of terminal.positions ?? []) {
    const order = orderBehind(desk, terminal, position)
    if (!order && !isOurs(position)) continue
    const { position: ticket, side, lots, symbol } = position
    const what = order ? nameOf(order) : `${side} ${lots} ${symbol}`
    if (stopOf(position) === null)
      problems.push(`Position ${ticket} (${what}) has no stop. Set one or close it.`)
    if (order) noteStop(desk, terminal, order, position)
  }
  return problems
}

/** MetaTrader's own word for no stop is a price of zero. */
const stopOf = ({ stop }: OpenPosition): string | null => (stop !== null && Number(stop) > 0 ? stop : null)

function noteStop(desk: Desk, terminal: TerminalDesk, order: OrderRecord, position: OpenPosition): void {
  const text = stopOf(position)
  const stop = text === null ? null : pointsFromText(text, order.recorded.digits)
  const key = ticketKey(terminal.hello.loginHash, position.position)
  const known = desk.state.stops.has(key) ? desk.state.stops.get(key) : order.recorded.stop
  const isOnItsWay = stop !== null && stopsUnderWay(desk.state, terminal.id, position.position).includes(stop)
  if (stop === known || isOnItsWay) return
  desk.record({
    kind: 'stopChanged',
    atMs: desk.timeAt(terminal.id),
    trace: order.recorded.mission,
    terminal: terminal.id,
    position: position.position,
    stop,
  })
}
