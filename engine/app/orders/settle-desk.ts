import type { Command, CommandAnswer } from '../../contracts/index.ts'
import { isExposed } from '../../domain/fire/order-machine.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { nameOf } from '../book/book-check.ts'
import { ask } from '../book/reconciler.ts'
import { isTraceless, mayWaitUnseen, positionOf, speakerFor, waitingFor } from '../book/traceless.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { done, refused } from './answers.ts'

/** By the computer's clock: so long after its validity a terminal may still be looking for an order that the broker did not answer. */
const SEARCH_MS = MINUTE_MS

/**
 * A person ends an order of which its terminal has no trace. It has no result: nothing of it is counted, won or lost. A deal that
 * comes all the same outranks this.
 */
export function settleOrder(desk: Desk, command: Extract<Command, { kind: 'settleOrder' }>): CommandAnswer {
  const order = desk.state.orders.get(command.order)
  if (!order) return refused('UNKNOWN_ORDER', 'This order is not known here.')
  if (!isExposed(order.state))
    return refused('ORDER_ENDED', `The order ${nameOf(order)} has ended already: ${order.state}.`)
  const terminal = speakerFor(desk, order)
  if (!terminal)
    return refused('LINK_DOWN', 'No terminal of its account is linked: link it, so that it can be asked once more.') // prettier-ignore
  const why = whyNot(desk, terminal, order)
  if (why) return why
  const words = wordsFor(order)
  if (command.typed !== words) return refused('WRONG_WORDS', `Type it word for word: ${words}`)
  const { recorded } = order
  const head = { atMs: desk.timeAt(terminal.id), trace: recorded.mission }
  desk.record({ kind: 'orderSettled', ...head, order: recorded.order, origin: command.origin })
  ask(desk, terminal)
  return done(`Ended without a result: ${nameOf(order)}. If a deal of it comes all the same, it is counted.`)
}

const wordsFor = (order: OrderRecord): string => `I end ${nameOf(order)} without a result`

/** The words that end this order by hand; null: it cannot be, or need not be. */
export function settleWords(desk: Desk, order: OrderRecord): string | null {
  const terminal = speakerFor(desk, order)
  return terminal && whyNot(desk, terminal, order) === null ? wordsFor(order) : null
}

/** What stands against it; null: the terminal can see the broker, was asked, and has nothing to show. */
function whyNot(desk: Desk, terminal: TerminalDesk, order: OrderRecord): CommandAnswer | null {
  const { recorded } = order
  if (terminal.beat?.brokerConnected !== true)
    return refused('BROKER_DOWN', 'The terminal is not connected to the broker: what it shows may be old.')
  const position = positionOf(desk, terminal, order)
  if (position) {
    const { position: ticket, symbol } = position
    return refused('POSITION_OPEN', `Position ${ticket} on ${symbol} is open and may be of this order: close it instead.`) // prettier-ignore
  }
  const waiting = waitingFor(terminal, order)
  if (waiting)
    return refused('ORDER_WAITS', `It waits at the broker as order ${waiting.order}: take it back instead.`)
  if (mayWaitUnseen(desk, terminal, order))
    return refused('ORDER_MAY_WAIT', 'It may wait at the broker, and this terminal does not tell what waits there: not before its time is over.') // prettier-ignore
  if (order.deals.length === 0 && desk.ports.clock.now() <= recorded.validUntilWallMs + SEARCH_MS)
    return refused('TOO_EARLY', 'The terminal may still be looking for it: give it a minute.')
  if (!isTraceless(terminal, order)) {
    const own = terminal.id === recorded.terminal ? 'The terminal' : `Its own terminal (${recorded.terminal})`
    return refused('NOT_ASKED', `${own} has not answered yet what became of it; try again when it has.`)
  }
  return null
}
