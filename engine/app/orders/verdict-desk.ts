import type { Ulid } from '../../contracts/index.ts'
import type { BodyOf, OpenPosition } from '../../contracts/wire/index.ts'
import { nextOrderState } from '../../domain/fire/order-machine.ts'
import { isNearer } from '../../domain/fire/stop-move.ts'
import { pointsFromText, textFromPoints } from '../../domain/market/price.ts'
import type { CancelRecord, MoveRecord } from './asked-records.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { isOverdue } from '../book/exposure.ts'
import { askSoon } from '../book/lost-closes.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

type Verdict = BodyOf<'verdict'>

/** A verdict about an order, a close, a change or a flatten. One that says nothing new is dropped. */
export function onVerdict(desk: Desk, terminal: TerminalDesk, verdict: Verdict): void {
  const { id, is, retcode, position, order: ticket, lots, text } = verdict
  const atMs = desk.timeAt(terminal.id)
  terminal.awaited.delete(id)
  const order = desk.state.orders.get(id)
  if (order) {
    if (!isNews(order, verdict)) return
    const trace = order.recorded.mission
    const filled = is === 'accepted' && lots !== null ? { lots } : {}
    desk.record({ kind: 'orderAnswered', atMs, trace, order: id, is, retcode, position, ticket, ...filled, text }) // prettier-ignore
    return
  }
  const cancel = desk.state.cancels.get(id)
  if (cancel) return onCancelled(desk, terminal, cancel, verdict)
  const move = desk.state.moves.get(id)
  if (move) return onMoved(desk, terminal, move, verdict)
  const close = desk.state.closes.get(id)
  if (!close) return
  if (is === 'unknown') askSoon(desk, terminal, id)
  if (close.verdict === is) return
  const trace = close.position && traceOf(desk, terminal, close.position)
  desk.record({ kind: 'closeAnswered', atMs, ...(trace && { trace }), command: id, is, retcode, text })
}

/**
 * An order that waits has more than one verdict, and a repeat of an earlier one may come late. `placed` says something only of an order
 * that is not known to wait or to have gone on; of the others a new position is news too, and how much of a part was filled.
 */
function isNews(order: OrderRecord, { is, position, lots }: Verdict): boolean {
  if (is === 'accepted' && order.state === 'partlyFilled' && order.filledLots === null && lots !== null)
    return true
  if (is === 'placed') return nextOrderState(order.state, is) !== order.state
  return order.verdict !== is || (position !== null && position !== order.position)
}

function onCancelled(desk: Desk, terminal: TerminalDesk, cancel: CancelRecord, verdict: Verdict): void {
  const { id, is, retcode, text } = verdict
  if (cancel.verdict === is) return
  const trace = desk.state.orders.get(cancel.order)?.recorded.mission
  const atMs = desk.timeAt(terminal.id)
  desk.record({ kind: 'cancelAnswered', atMs, ...(trace && { trace }), command: id, is, retcode, text })
}

/** The snapshot here follows at once, so that nothing is compared with what was before the change. */
function onMoved(desk: Desk, terminal: TerminalDesk, move: MoveRecord, verdict: Verdict): void {
  const { id, is, retcode, text } = verdict
  if (is === 'unknown') askSoon(desk, terminal, id)
  if (move.verdict === is) return
  const trace = traceOf(desk, terminal, move.position)
  const atMs = desk.timeAt(terminal.id)
  desk.record({ kind: 'modifyAnswered', atMs, ...(trace && { trace }), command: id, is, retcode, text })
  if (is !== 'accepted') return
  if (terminal.positions) terminal.positions = terminal.positions.map(open => movedBy(terminal, move, open))
}

function movedBy(terminal: TerminalDesk, move: MoveRecord, open: OpenPosition): OpenPosition {
  const digits = terminal.named(open.symbol)?.spec.digits
  if (open.position !== move.position || digits === undefined) return open
  const now = open.stop === null || Number(open.stop) === 0 ? null : pointsFromText(open.stop, digits)
  // Answers may come in another order than they were given: what is nearer came later.
  if (now !== move.stop && !isNearer(open.side, move.stop, now)) return open
  const target = move.target === null ? null : textFromPoints(move.target, digits)
  return { ...open, stop: textFromPoints(move.stop, digits), target }
}

function traceOf(
  { state }: Desk,
  terminal: TerminalDesk,
  position: MoveRecord['position'],
): Ulid | undefined {
  const order = state.positions.get(ticketKey(terminal.hello.loginHash, position))
  return order && state.orders.get(order)?.recorded.mission
}

/** Orders that the terminal has not answered in time become unknown, which counts as open until it says otherwise. */
export function markUnanswered(desk: Desk): void {
  for (const id of desk.state.exposed) {
    const order = desk.state.orders.get(id)
    if (!order || (order.state !== 'recorded' && order.state !== 'sent')) continue
    const { recorded } = order
    if (!isOverdue(desk, order)) continue
    const why = 'The terminal has not answered; it counts as open until it does.'
    const atMs = desk.timeAt(recorded.terminal)
    desk.record({ kind: 'orderBecame', atMs, trace: recorded.mission, order: id, state: 'unknown', why })
  }
}
