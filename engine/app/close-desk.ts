import type { CommandAnswer, TerminalId, Ticket, Ulid } from '../contracts/index.ts'
import { refused, VALID_MS } from './answers.ts'
import { ticketKey } from './desk-state.ts'
import type { Desk } from './desk.ts'

/** Closing is always allowed, whatever the state of rank, guards or selector. */
export function closePosition(
  desk: Desk,
  id: Ulid,
  terminalId: TerminalId,
  position: Ticket,
  origin: string,
): CommandAnswer {
  const terminal = desk.terminals.get(terminalId)
  if (!terminal?.up)
    return refused('LINK_DOWN', 'The terminal is not linked; close the position in MetaTrader itself.')
  const open = terminal.positions?.find(entry => entry.position === position)
  if (!open) return refused('POSITION_GONE', `Position ${position} is not open.`)
  const ours = open.id ?? desk.state.positions.get(ticketKey(terminalId, position))
  if (!ours) return refused('NOT_OURS', `Position ${position} was not opened by BITTEN; it is never touched.`)
  desk.record({
    kind: 'closeRequested',
    atMs: desk.timeAt(terminalId),
    command: id,
    terminal: terminalId,
    position,
    origin,
  })
  desk.send(terminalId, {
    type: 'close',
    body: { id, position, lots: null, deviation: 100, ttlMs: VALID_MS },
  })
  return { is: 'done', text: `Close of ${position} sent; waiting for the terminal.` }
}
