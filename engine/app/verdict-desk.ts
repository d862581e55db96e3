import type { BodyOf } from '../contracts/wire/index.ts'
import type { Desk } from './desk.ts'
import { isOverdue } from './exposure.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** A verdict about an order, a close or a flatten. One that says nothing new is dropped. */
export function onVerdict(desk: Desk, terminal: TerminalDesk, verdict: BodyOf<'verdict'>): void {
  const atMs = desk.timeAt(terminal.id)
  const order = desk.state.orders.get(verdict.id)
  if (order) {
    if (order.verdict === verdict.is) return
    const { id, is, retcode, position, text } = verdict
    desk.record({
      kind: 'orderAnswered',
      atMs,
      trace: order.recorded.mission,
      order: id,
      is,
      retcode,
      position,
      text,
    })
    return
  }
  const close = desk.state.closes.get(verdict.id)
  if (!close || close.verdict === verdict.is) return
  desk.record({
    kind: 'closeAnswered',
    atMs,
    command: verdict.id,
    is: verdict.is,
    retcode: verdict.retcode,
    text: verdict.text,
  })
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
