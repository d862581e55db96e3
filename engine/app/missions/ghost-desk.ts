import type { EpochMs, Ulid } from '../../contracts/index.ts'
import type { GhostEnd } from '../../domain/debrief/ghosts/ghost-watch.ts'
import type { Desk } from '../desk.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import type { OpenGhost } from './ghost-fold.ts'

/** From its entry on, before the next tick comes: one that is taken after all is forgotten when it ends. */
export function haunt(desk: Desk, { ghosts }: SymbolDesk, id: Ulid): void {
  const ghost = desk.state.ghosts.get(id)
  if (ghost) ghosts.follow({ ...ghost, fromMs: ghost.issuedMs }, id)
}

/** What was followed before a restart is followed again from its entry: the terminal's history, which comes next, has its minutes. */
export function hauntAgain(desk: Desk, { id: terminal }: TerminalDesk, symbol: SymbolDesk): void {
  const { pair, digits } = symbol.spec
  for (const ghost of desk.state.ghosts.values())
    if (ghost.terminal === terminal && ghost.pair === pair && ghost.digits === digits)
      haunt(desk, symbol, ghost.id)
}

/** Those of this symbol that a tick or a minute has ended. One that may still be taken waits until it is known. */
export function endGhosts(desk: Desk, { ghosts }: SymbolDesk): void {
  for (const { what: id, end } of ghosts.takeEnded()) {
    const ghost = desk.state.ghosts.get(id)
    if (ghost?.fate) recordEnd(desk, ghost, end)
    else if (ghost) desk.endedGhosts.set(id, end)
  }
}

/** At the end of each turn: what had ended before anybody decided. */
export function tellGhosts(desk: Desk): void {
  if (desk.endedGhosts.size === 0) return
  for (const [id, end] of desk.endedGhosts) {
    const ghost = desk.state.ghosts.get(id)
    if (ghost && !ghost.fate) continue
    desk.endedGhosts.delete(id)
    if (ghost) recordEnd(desk, ghost, end)
  }
}

/** Fractions of R, and of a probability, beyond four digits say nothing, and would take a third of the line. */
const inLine = (value: number): number => Math.round(value * 1e4) / 1e4

function recordEnd(
  desk: Desk,
  { id, terminal, kind, pair, setup, side, p, fate }: OpenGhost,
  end: GhostEnd,
): void {
  if (!fate) return
  const { notTaken, why } = fate
  desk.record({
    kind: 'ghostEnded',
    atMs: desk.timeAt(terminal),
    trace: id,
    mission: id,
    terminal,
    account: kind,
    pair,
    setup,
    side,
    notTaken,
    why: [...why],
    outcome: end.outcome,
    ...(p !== null && { p: inLine(p) }),
    r: inLine(end.r),
    maeR: inLine(end.maeR),
    mfeR: inLine(end.mfeR),
    endedMs: end.endedMs as EpochMs,
    by: end.by,
  })
}
