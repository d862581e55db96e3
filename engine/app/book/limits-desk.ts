import { limitsUnder, type Limits } from '../../domain/fire/limits.ts'
import { tighterOf, type OwnLimits } from '../../domain/fire/own-limits.ts'
import { accountKey } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import type { AccountBook } from '../guards/account-book.ts'
import { frozenDay } from '../guards/frozen-limits.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What holds on this account: the rank earned with its kind of money, and the trader's own limits, always the tighter. */
export function limitsOf({ state }: Desk, { hello, marketMs }: TerminalDesk): Limits {
  const { xp, accounts, settings } = state
  const own = ownLimits(accounts.get(accountKey(hello.loginHash, hello.kind)), marketMs, settings)
  const { practiceUnlocked } = settings
  return limitsUnder(xp.get(hello.kind) ?? 0, hello.kind, { ...own, practiceUnlocked })
}

/** After a loss of today, or a guard, none of the trader's own limits is looser than it was then. */
function ownLimits(
  book: AccountBook | undefined,
  marketMs: number,
  { riskPct, limits }: OwnLimits,
): OwnLimits {
  const frozen = book && frozenDay(book, marketMs)
  return frozen ? tighterOf(frozen.own, { riskPct, limits }) : { riskPct, limits }
}
