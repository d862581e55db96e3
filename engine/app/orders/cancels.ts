/** Orders that are taken back: what was asked, and what the terminal said. */
import type { EventOf } from '../../contracts/events.ts'
import type { TerminalId, Ulid } from '../../contracts/index.ts'
import { BY_RULE } from '../../domain/fire/order-facts.ts'
import { isOf, isOpenEnded } from './asked.ts'
import type { CancelRecord } from './asked-records.ts'
import type { DeskState } from '../desk-state.ts'

export function cancelRequested(desk: DeskState, event: EventOf<'cancelRequested'>): void {
  const { command, terminal, order, origin, why } = event
  const loginHash = desk.logins.get(terminal) ?? ''
  desk.cancels.set(command, { terminal, loginHash, order, origin, why, verdict: null })
  desk.takenBack.set(order, command)
}

export function cancelAnswered(desk: DeskState, { command, is }: EventOf<'cancelAnswered'>): void {
  const cancel = desk.cancels.get(command)
  if (cancel) cancel.verdict = is
}

export const isByPerson = ({ origin }: CancelRecord): boolean => origin !== BY_RULE

/** How an order was taken back last; null: it never was. */
export function lastCancel({ cancels, takenBack }: DeskState, order: Ulid): CancelRecord | null {
  const command = takenBack.get(order)
  return (command !== undefined && cancels.get(command)) || null
}

/** The last of each order that this terminal has not said its last word about. */
export function openCancels(desk: DeskState, terminal: TerminalId): [Ulid, CancelRecord][] {
  const open: [Ulid, CancelRecord][] = []
  for (const command of desk.takenBack.values()) {
    const cancel = desk.cancels.get(command)
    if (cancel && isOf(desk, terminal)(cancel) && isOpenEnded(cancel)) open.push([command, cancel])
  }
  return open
}
