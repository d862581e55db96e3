import type { EpochMs } from '../../contracts/index.ts'
import { unreachable } from '../../contracts/index.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import type { TerminalFact } from '../../ports/index.ts'
import { onDeal } from '../orders/deal-desk.ts'
import { followOn } from '../missions/candidate-desk.ts'
import { hauntAgain } from '../missions/ghost-desk.ts'
import { followPositions } from '../positions/excursion-desk.ts'
import type { Desk } from '../desk.ts'
import { noteVerdict } from '../emergency/told.ts'
import { HISTORY_BARS, HISTORY_MS } from '../market/history.ts'
import { onAccount, onOrders, onPositions, onSynced } from '../book/reconciler.ts'
import type { TerminalDesk } from './terminal-desk.ts'
import { advance } from '../market/tick-pipeline.ts'
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

/** Once a session, a symbol's own history fills the gap since its last bar before its ticks are let in. */
function onSpecs(desk: Desk, terminal: TerminalDesk, { symbols, quoted = [] }: BodyOf<'specs'>): void {
  terminal.specify([...symbols, ...quoted])
  for (const symbol of terminal.symbols) {
    if (symbol.askedIn === terminal.session) continue
    followPositions(desk, terminal, symbol)
    if (symbol.askedIn === null) {
      followOn(desk, terminal, symbol)
      hauntAgain(desk, terminal, symbol)
    }
    symbol.askedIn = terminal.session
    const fromMs = Math.max(0, symbol.market.bars.horizonMs, terminal.marketMs - HISTORY_MS) as EpochMs
    const id = desk.nextId()
    symbol.warming = id
    desk.send(terminal.id, {
      type: 'history',
      body: { id, index: symbol.spec.index, tf: 1, fromMs, max: HISTORY_BARS },
    })
  }
}
