import { limitsUnder, type Limits } from '../../domain/fire/limits.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What holds on this account: the rank earned with its kind of money, and the trader's own limits, always the tighter. */
export const limitsOf = ({ state }: Desk, { hello }: TerminalDesk): Limits =>
  limitsUnder(state.xp.get(hello.kind) ?? 0, hello.kind, state.settings)
