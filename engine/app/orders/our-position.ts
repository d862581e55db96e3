import type { CommandAnswer, TerminalId, Ticket } from '../../contracts/index.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { refused } from './answers.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { isOurs, orderBehind } from '../book/exposure.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** An open position that may be touched; `order` is null when the ledger has lost it. */
export type OurPosition = Readonly<{ terminal: TerminalDesk; open: OpenPosition; order: OrderRecord | null }>

/** The order of ours that holds this position by the ledger: in a new session, before the terminal has told what is open. */
export function heldByLedger(desk: Desk, id: TerminalId, position: Ticket): Omit<OurPosition, 'open'> | null {
  const terminal = desk.terminals.get(id)
  if (!terminal?.up || terminal.positions) return null
  const held = desk.state.positions.get(ticketKey(terminal.hello.loginHash, position))
  const order = held !== undefined && desk.state.exposed.has(held) && desk.state.orders.get(held)
  return order ? { terminal, order } : null
}

/** The position of ours with this ticket, or why nothing is done to it. */
export function ourPosition(desk: Desk, id: TerminalId, position: Ticket): OurPosition | CommandAnswer {
  const terminal = desk.terminals.get(id)
  if (!terminal?.up) return refused('LINK_DOWN', 'The terminal is not linked; do it in MetaTrader itself.')
  if (!terminal.positions)
    return refused('POSITIONS_UNKNOWN', 'The terminal has not told its positions yet; try again in a moment.')
  const open = terminal.positions.find(entry => entry.position === position)
  if (!open) return refused('POSITION_GONE', `Position ${position} is not open.`)
  const order = orderBehind(desk, terminal, open)
  if (!order && !isOurs(open))
    return refused('NOT_OURS', `Position ${position} was not opened by BITTEN; it is never touched.`)
  return { terminal, open, order }
}
