import { unreachable } from '../../contracts/index.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import type { TerminalFact } from '../../ports/index.ts'
import { onDeal } from '../orders/deal-desk.ts'
import type { Desk } from '../desk.ts'
import { noteVerdict } from '../emergency/told.ts'
import { readHistory } from '../market/read-history.ts'
import { onAccount, onOrders, onPositions, onSynced } from '../book/reconciler.ts'
import type { TerminalDesk } from './terminal-desk.ts'
import { advance } from '../market/tick-pipeline.ts'
import { noteStops } from '../test-fire/test-closes.ts'
import { onVerdict } from '../orders/verdict-desk.ts'

/** What a terminal says, brought to the use case that it is for. */
export function onFact(desk: Desk, terminal: TerminalDesk, fact: TerminalFact): void {
  switch (fact.type) {
    case 'specs':
      return onSpecs(desk, terminal, fact.body)
    case 'account':
      terminal.tellAccount(fact.body)
      return onAccount(desk, terminal)
    case 'positions':
      terminal.positions = fact.body.positions
      noteStops(desk, terminal)
      return onPositions(desk, terminal)
    case 'orders':
      terminal.orders = fact.body.orders
      terminal.ordersWallMs = desk.ports.clock.now()
      return onOrders(desk, terminal)
    case 'calendar':
      terminal.calendar = fact.body
      return
    case 'verdict':
      noteVerdict(terminal, fact.body)
      return onVerdict(desk, terminal, fact.body)
    case 'deal':
      return onDeal(desk, terminal, fact.body)
    case 'synced':
      return onSynced(desk, terminal, fact.body.id)
    case 'beat':
      terminal.beat = fact.body
      terminal.beatWallMs = desk.ports.clock.now()
      terminal.beatMs = fact.body.marketMs
      return advance(desk, terminal, fact.body.marketMs)
    default:
      unreachable(fact)
  }
}

function onSpecs(desk: Desk, terminal: TerminalDesk, { symbols, quoted = [] }: BodyOf<'specs'>): void {
  terminal.specify([...symbols, ...quoted])
  for (const symbol of terminal.symbols) readHistory(desk, terminal, symbol)
}
