import type { EventOf } from '../../contracts/events.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { isMarketOpen } from '../../domain/market/session-clock.ts'
import { isOurs, orderBehind } from '../book/exposure.ts'
import { keeperOf } from '../book/keeper.ts'
import type { Desk } from '../desk.ts'
import { VALID_MS } from '../orders/answers.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** By then the terminal has carried the time exit out itself, if a quote has come. */
const TERMINAL_FIRST_MS = 5_000

/**
 * Positions of ours that are past their time exit. The terminal closes them by their plan, at the first quote from then on; this
 * goes by the market's time, which beats carry on between two quotes. Nothing while the market is closed: it would be refused.
 */
export function outOfTime(desk: Desk, terminal: TerminalDesk): OpenPosition[] {
  const { marketMs, positions } = terminal
  if (!isMarketOpen(marketMs)) return []
  return (positions ?? []).filter(position => {
    const order = isOurs(position) ? orderBehind(desk, terminal, position) : null
    const exitMs = order && (desk.state.missions.get(order.recorded.mission)?.mission.timeExitMs ?? null)
    if (!order || exitMs === null || marketMs < exitMs + TERMINAL_FIRST_MS) return false
    // Two terminals of one account would both send a deal against it.
    if (keeperOf(desk, order) !== terminal) return false
    return hasHadItsTime(desk, order.recorded, exitMs)
  })
}

/**
 * So long by the computer's clock too. The market's time is wrong where a terminal has just started and goes by a computer's clock
 * that is, or where its zone was mended meanwhile: no good trade ends early for that. Where a training ground hurries on, its own
 * broker goes by its time.
 */
function hasHadItsTime({ ports }: Desk, order: EventOf<'orderRecorded'>, exitMs: number): boolean {
  const recordedWallMs = order.validUntilWallMs - VALID_MS
  return ports.clock.now() - recordedWallMs >= exitMs - order.atMs
}
