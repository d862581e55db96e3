import type { TerminalId, Ulid } from '../../contracts/index.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { VALID_MS } from './answers.ts'
import type { CancelRecord } from './asked-records.ts'
import { lastCancel, openCancels } from './cancels.ts'
import type { Desk } from '../desk.ts'
import { takesPlace } from '../terminals/takes-place.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** By the computer's clock: what was not taken back is asked for again, under a new id, after so long; and each time twice as long. */
const AGAIN_AFTER_MS = 15_000
const LONGEST_PAUSE_MS = 5 * MINUTE_MS

export type Cause = Readonly<{ origin: string; why: string; trace?: Ulid }>

/**
 * Makes sure that an order of ours can become no position any more: recorded, then sent, and asked for again until the terminal has
 * said so. To a terminal that is not linked it goes when it is.
 */
export function takeBack(desk: Desk, terminal: TerminalDesk, order: Ulid, cause: Cause): void {
  if (isUnderWay(desk, terminal, lastCancel(desk.state, order), order)) return
  const { origin, why, trace } = cause
  const command = desk.nextId()
  const head = { atMs: desk.timeAt(terminal.id), ...(trace && { trace }) }
  desk.record({ kind: 'cancelRequested', ...head, command, terminal: terminal.id, order, origin, why })
  const tries = (desk.takenBack.get(order)?.tries ?? 0) + 1
  desk.takenBack.set(order, { tries, wallMs: desk.ports.clock.now() })
  tell(desk, terminal, command, order)
}

/** One that the terminal has not answered is waited for; one that it has answered, while the order waits still, for a while. */
function isUnderWay(desk: Desk, terminal: TerminalDesk, last: CancelRecord | null, order: Ulid): boolean {
  if (!last || isForgone(desk, last.terminal, terminal.id)) return false
  if (last.verdict === null || (terminal.up && !takesPlace(terminal))) return true
  const before = desk.takenBack.get(order)
  if (!before) return false
  const pauseMs = Math.min(LONGEST_PAUSE_MS, AGAIN_AFTER_MS * 2 ** (before.tries - 1))
  return Math.abs(desk.ports.clock.now() - before.wallMs) < pauseMs
}

/** Asked of a terminal that is gone, while another one of the account is here. */
const isForgone = ({ terminals }: Desk, asked: TerminalId, present: TerminalId): boolean =>
  asked !== present && !terminals.get(asked)?.up

function tell(desk: Desk, terminal: TerminalDesk, command: Ulid, order: Ulid): void {
  if (!terminal.up || !takesPlace(terminal)) return
  desk.send(terminal.id, { type: 'cancel', body: { id: command, order } })
  terminal.awaits(command, desk.ports.clock.now() + VALID_MS)
}

/** A terminal that has just been linked: under the ids that they had, and before any `sync`, which would bury them. */
export function tellCancels(desk: Desk, terminal: TerminalDesk): void {
  for (const [command, { order, verdict }] of openCancels(desk.state, terminal.id))
    if (verdict === null) tell(desk, terminal, command, order)
}

/** The same for one order, whose taking back is asked for once more. */
export function tellAgain(desk: Desk, terminal: TerminalDesk, order: Ulid): void {
  const command = desk.state.takenBack.get(order)
  if (command !== undefined && lastCancel(desk.state, order)?.verdict === null)
    tell(desk, terminal, command, order)
}
