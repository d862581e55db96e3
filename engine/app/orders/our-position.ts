import type { CommandAnswer, TerminalId, Ticket } from '../../contracts/index.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { refused } from './answers.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { isOurs, orderBehind } from '../book/exposure.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** An open position that may be touched; `order` is null when the ledger has lost it. */
export type OurPosition = Readonly<{ terminal: TerminalDesk; open: OpenPosition; order: OrderRecord | null }>

/** The position of ours with this ticket, or why nothing is done to it. */
export function ourPosition(desk: Desk, id: TerminalId, position: Ticket): OurPosition | CommandAnswer {
  const terminal = desk.terminals.get(id)
  if (!terminal?.up) return refused('LINK_DOWN', 'The terminal is not linked; do it in MetaTrader itself.')
  const open = terminal.positions?.find(entry => entry.position === position)
  if (!open) return refused('POSITION_GONE', `Position ${position} is not open.`)
  const order = orderBehind(desk, terminal, open)
  if (!order && !isOurs(open))
    return refused('NOT_OURS', `Position ${position} was not opened by BITTEN; it is never touched.`)
  return { terminal, open, order }
}
