import type { OpenPosition } from '../../contracts/wire/index.ts'
import { HOUR_MS } from '../../domain/market/civil.ts'
import { msToWeekend } from '../../domain/market/session-clock.ts'
import type { Desk } from '../desk.ts'
import { heldLimits } from '../book/limits-desk.ts'
import { isOurs } from '../book/exposure.ts'
import { agreedMs } from '../missions/agreed-time.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** At 16:00 on Friday in New York: a quarter of an hour before the spreads of the day's turn. */
const FLAT_BEFORE_MS = HOUR_MS

/**
 * Positions of ours that the settings want closed now, because the week ends (`prop.flatByWeekend`). It names them until they are
 * gone or the market has closed, so whoever closes them asks again until there are none.
 */
export function mustGoBeforeWeekend(desk: Desk, terminal: TerminalDesk): OpenPosition[] {
  const { positions } = terminal
  // A terminal that has just started tells the time of its computer, on which any day may be a Friday.
  const leftMs = msToWeekend(agreedMs(terminal, desk.ports.clock.now()))
  if (leftMs <= 0 || leftMs > FLAT_BEFORE_MS || !heldLimits(desk, terminal).prop.flatByWeekend) return []
  return (positions ?? []).filter(isOurs)
}
