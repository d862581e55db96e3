import { closesUnderWay } from '../orders/asked.ts'
import { closePosition } from '../orders/close-desk.ts'
import type { Desk } from '../desk.ts'
import { mustGoBeforeWeekend } from '../guards/weekend.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Who asked, in the ledger and on the screen. */
export const FLAT_BY_WEEKEND = 'prop.flatByWeekend'
/** By the computer's clock: a close that was refused is tried again after so long. */
const AGAIN_AFTER_MS = 15_000

/** Closes what the settings want closed before the week ends, one by one, until nothing is left. */
export function closeBeforeWeekend(desk: Desk, terminal: TerminalDesk): void {
  const nowMs = desk.ports.clock.now()
  if (!terminal.up || Math.abs(nowMs - terminal.flatTriedWallMs) < AGAIN_AFTER_MS) return
  const due = mustGoBeforeWeekend(desk, terminal)
  if (due.length === 0) return
  terminal.flatTriedWallMs = nowMs
  const underWay = closesUnderWay(desk.state, terminal.id)
  for (const { position } of due) {
    if (underWay.some(close => close.position === position || close.position === null)) continue
    const command = { id: desk.nextId(), terminal: terminal.id, position, origin: FLAT_BY_WEEKEND }
    closePosition(desk, command)
  }
}
