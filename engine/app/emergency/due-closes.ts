import { closesUnderWay } from '../orders/asked.ts'
import { closePosition } from '../orders/close-desk.ts'
import type { Desk } from '../desk.ts'
import type { Ticket } from '../../contracts/index.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { mustGoBeforeWeekend } from '../guards/weekend.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { openTests } from '../test-fire/test-closes.ts'
import { outOfTime } from './time-exit.ts'

/** Who asked, in the ledger and on the screen. */
export const FLAT_BY_WEEKEND = 'prop.flatByWeekend'
export const TIME_EXIT = 'timeExit'
export const TEST_FIRE = 'testFire'
/**
 * By the computer's clock: a close that was refused is tried again after so long. Before a week's end that is all there is time
 * for; past a time exit, and after a test fire, each pause is twice as long, since a broker may be shut for a whole day.
 */
const AGAIN_AFTER_MS = 15_000
const LONGEST_PAUSE_MS = 5 * MINUTE_MS

/**
 * Closes what is past its time exit, what was only a test, and what the settings want closed before the week ends, one by one, until
 * nothing of it is left.
 */
export function closeWhatIsDue(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.up) return
  const due = new Map<Ticket, string>([
    ...openTests(desk, terminal).map(({ position }) => [position, TEST_FIRE] as const),
    ...outOfTime(desk, terminal).map(({ position }) => [position, TIME_EXIT] as const),
    ...mustGoBeforeWeekend(desk, terminal).map(({ position }) => [position, FLAT_BY_WEEKEND] as const),
  ])
  for (const position of terminal.dueTried.keys()) if (!due.has(position)) terminal.dueTried.delete(position)
  if (due.size === 0) return
  const underWay = closesUnderWay(desk.state, terminal.id).filter(
    ([command]) => terminal.lostCloses.get(command)?.isUndone !== true,
  )
  for (const [position, origin] of due) {
    if (underWay.some(([, close]) => close.position === position || close.position === null)) continue
    if (isTriedLately(desk, terminal, position, origin)) continue
    const tries = (terminal.dueTried.get(position)?.tries ?? 0) + 1
    terminal.dueTried.set(position, { tries, wallMs: desk.ports.clock.now() })
    closePosition(desk, { id: desk.nextId(), terminal: terminal.id, position, origin })
  }
}

function isTriedLately(desk: Desk, { dueTried }: TerminalDesk, position: Ticket, origin: string): boolean {
  const before = dueTried.get(position)
  if (!before) return false
  const again = origin !== FLAT_BY_WEEKEND ? AGAIN_AFTER_MS * 2 ** (before.tries - 1) : AGAIN_AFTER_MS
  return Math.abs(desk.ports.clock.now() - before.wallMs) < Math.min(LONGEST_PAUSE_MS, again)
}
