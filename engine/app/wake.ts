import { autoFire } from './orders/auto-desk.ts'
import type { Desk } from './desk.ts'
import { watchFlattens } from './emergency/flatten-watch.ts'
import { watchAccount } from './guards/watch-account.ts'
import { tellNewLimits } from './emergency/last-line.ts'
import { askAfterSleep, askAgain, askInDoubt, compareAgain } from './book/reconciler.ts'
import { tellReports } from './notebook/report-desk.ts'
import { markUnanswered } from './orders/verdict-desk.ts'
import { tellGhosts } from './missions/ghost-desk.ts'
import { withdrawDenied } from './orders/withdraw-desk.ts'
import type { TerminalDesk } from './terminals/terminal-desk.ts'
import { closeWhatIsDue } from './emergency/due-closes.ts'

/** The desk is woken several times a second: a longer silence is a computer that slept, or a clock that was set. */
const SLEPT_MS = 30_000

/** What the passing of time asks of the desk, by the computer's clock. */
export function onWake(desk: Desk): void {
  const sleptMs = sinceLastWake(desk)
  markUnanswered(desk)
  for (const terminal of desk.terminals.values()) {
    if (sleptMs > SLEPT_MS) afterSleep(desk, terminal, sleptMs)
    askInDoubt(desk, terminal)
    askAgain(desk, terminal)
    compareAgain(desk, terminal)
    watchAccount(desk, terminal)
    closeWhatIsDue(desk, terminal)
    tellNewLimits(desk, terminal)
    autoFire(desk, terminal)
  }
  watchFlattens(desk)
  tellReports(desk)
  withdrawDenied(desk)
  tellGhosts(desk)
}

function afterSleep(desk: Desk, terminal: TerminalDesk, sleptMs: number): void {
  terminal.forgetClock()
  askAfterSleep(desk, terminal, sleptMs)
}

function sinceLastWake(desk: Desk): number {
  const nowMs = desk.ports.clock.now()
  const sleptMs = desk.wokenWallMs === null ? 0 : Math.abs(nowMs - desk.wokenWallMs)
  desk.wokenWallMs = nowMs
  return sleptMs
}
