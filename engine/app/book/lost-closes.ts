/** Closes of which the terminal does not know what became: asked about until it does, or until its positions have said it. */
import type { Ulid } from '../../contracts/index.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { Desk } from '../desk.ts'
import { closesUnderWay, unanswered } from '../orders/asked.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** By the computer's clock: so long after the word that it is not known it is asked about. */
const ASK_AFTER_MS = 20_000
/** So long a terminal that sees the broker may itself be looking for it, and so long is the pause to the next question. */
const SEARCH_MS = MINUTE_MS

/** A close that an answer left open, and the lots that its position had then. */
export type LostClose = Readonly<{ sinceWallMs: number; lots: string; isUndone: boolean }>

/** The terminal said that it does not know: the truth follows, or a question brings it. */
export function askSoon(desk: Desk, terminal: TerminalDesk, command: Ulid): void {
  terminal.awaits(command, desk.ports.clock.now() + ASK_AFTER_MS)
}

/**
 * A question is answered. What has no last word all the same is asked about again while its position is open. The list of positions has
 * come with the answer: a close whose position has stood as it was from one answer to another, for as long as a terminal looks for it,
 * has not happened.
 */
export function noteLostCloses(desk: Desk, terminal: TerminalDesk): void {
  const wallMs = desk.ports.clock.now()
  const lotsOf = new Map(terminal.positions?.map(({ position, lots }) => [position, lots]))
  for (const [command, { position }] of unanswered(desk.state, terminal.id))
    if (position !== null && lotsOf.has(position)) terminal.awaits(command, wallMs + SEARCH_MS)
  const before = new Map(terminal.lostCloses)
  terminal.lostCloses.clear()
  // Without the broker the list is as old as its line.
  if (terminal.beat?.brokerConnected !== true) return
  for (const [command, { position }] of closesUnderWay(desk.state, terminal.id)) {
    const lots = position === null ? undefined : lotsOf.get(position)
    if (lots === undefined) continue
    const known = before.get(command)
    const sinceWallMs = known?.lots === lots ? known.sinceWallMs : wallMs
    terminal.lostCloses.set(command, { sinceWallMs, lots, isUndone: wallMs - sinceWallMs >= SEARCH_MS })
  }
}
