import { closesUnderWay } from '../orders/asked.ts'
import { closePosition } from '../orders/close-desk.ts'
import type { Desk } from '../desk.ts'
import { mustGoBeforeWeekend } from '../guards/weekend.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { outOfTime } from './time-exit.ts'

/** Who asked, in the ledger and on the screen. */
export const FLAT_BY_WEEKEND = 'prop.flatByWeekend'
export const TIME_EXIT = 'timeExit'
/** By the computer's clock: a close that was refused is tried again after so long. */
const AGAIN_AFTER_MS = 15_000

/**
 * Closes what is past its time exit, and what the settings want closed before the week ends, one by one, until nothing of it is
 * left.
 */
export function closeWhatIsDue(desk: Desk, terminal: TerminalDesk): void {
  const nowMs = desk.ports.clock.now()
  if (!terminal.up || Math.abs(nowMs - terminal.dueTriedWallMs) < AGAIN_AFTER_MS) return
  const due = new Map([
    ...mustGoBeforeWeekend(desk, terminal).map(({ position }) => [position, FLAT_BY_WEEKEND] as const),
    ...outOfTime(desk, terminal).map(({ position }) => [position, TIME_EXIT] as const),
  ])
  if (due.size === 0) return
  terminal.dueTriedWallMs = nowMs
  const underWay = closesUnderWay(desk.state, terminal.id)
  for (const [position, origin] of due) {
    if (underWay.some(close => close.position === position || close.position === null)) continue
    closePosition(desk, { id: desk.nextId(), terminal: terminal.id, position, origin })
  }
}
