import { limitsUnder, type Limits } from '../../domain/fire/limits.ts'
import { ownLimits, tighterOf, type OwnLimits } from '../../domain/fire/own-limits.ts'
import { accountKey } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { frozenDay } from '../guards/frozen-limits.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What holds on this account: the rank earned with its kind of money, and the trader's own limits, always the tighter. */
export function limitsOf(desk: Desk, terminal: TerminalDesk): Limits {
  const { xp, settings } = desk.state
  const { kind } = terminal.hello
  const { riskPct, limits } = heldLimits(desk, terminal)
  const { practiceUnlocked } = settings
  return limitsUnder(xp.get(kind) ?? 0, kind, { riskPct, limits, practiceUnlocked })
}

/** What the trader has set holds; after a loss of today, or a guard, none of it is looser than it was then. */
export function heldLimits({ state }: Desk, { hello, marketMs }: TerminalDesk): OwnLimits {
  const own = ownLimits(state.settings)
  const book = state.accounts.get(accountKey(hello.loginHash, hello.kind))
  const frozen = book && frozenDay(book, marketMs)
  return frozen ? tighterOf(frozen.own, own) : own
}
