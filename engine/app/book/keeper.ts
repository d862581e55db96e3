import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** The terminal that looks after an order: its own, another one of the account while that is gone, or its own that is gone. */
export function keeperOf({ terminals }: Desk, { recorded, loginHash }: OrderRecord): TerminalDesk | null {
  const own = terminals.get(recorded.terminal)
  const isOn = ({ hello }: TerminalDesk) => hello.loginHash === loginHash
  if (own?.up && isOn(own)) return own
  const other = [...terminals.values()].find(terminal => terminal.up && isOn(terminal))
  return other ?? (own && isOn(own) ? own : null)
}
