import type { Origin } from '../../contracts/commands.ts'
import type { Denial, DenialCode } from '../../contracts/vocabulary.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Limits that no shot passes while they stand, by the name under which they are tried. */
const HARD_STOPS: Readonly<Partial<Record<DenialCode, string>>> = {
  TILT_LOCKOUT: 'TILT_LOCKOUT',
  DAILY_LOSS: 'DAILY_STOP',
  DAILY_EQUITY: 'DAILY_STOP',
  PROP_DAILY_LOSS: 'DAILY_STOP',
  DAILY_STOP: 'DAILY_STOP',
  PROP_DRAWDOWN: 'DRAWDOWN_STOP',
  DRAWDOWN_STOP: 'DRAWDOWN_STOP',
  SHOTS_TODAY: 'SHOTS_TODAY',
  OPEN_TRADES: 'OPEN_TRADES',
  TOTAL_RISK: 'TOTAL_RISK',
}

/** A person wanted a shot that a hard stop denied: one line for each of them. A standing order only does what it is told. */
export function noteDenied(
  desk: Desk,
  terminal: TerminalDesk,
  denials: readonly Denial[],
  origin: Origin,
): void {
  if (origin === 'auto' || origin === 'replay') return
  const tried = new Map<string, string>()
  for (const { code, text } of denials) {
    const what = HARD_STOPS[code]
    if (what !== undefined && !tried.has(what)) tried.set(what, `a shot was tried against a limit: ${text}`)
  }
  for (const [what, text] of tried) note(desk, terminal, what, text, origin)
}

/** Somebody wanted settings that are looser than the rank: on every account that is linked. */
export function noteTooLoose(desk: Desk, text: string, origin: Origin): void {
  for (const terminal of desk.terminals.values())
    if (terminal.up) note(desk, terminal, 'LOOSER_THAN_RANK', text, origin)
}

function note(desk: Desk, { id, hello }: TerminalDesk, what: string, text: string, origin: Origin): void {
  const { kind: account, loginHash } = hello
  desk.record({ kind: 'limitTried', atMs: desk.timeAt(id), account, loginHash, what, text, origin })
}
