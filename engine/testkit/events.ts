/** Builders of events: complete and valid, with only the fields that a test is about written out. */
import { EngineEvent, type EventOf } from '../contracts/events.ts'
import { ClosedTrade } from '../contracts/mission.ts'
import { TerminalId, Ticket, Ulid, type AccountKind } from '../contracts/primitives.ts'
import { Deal } from '../contracts/wire/facts.ts'

/** A ULID that ends in the number. */
export function aUlid(number = 1): Ulid {
  return Ulid.parse(String(number).padStart(26, '0'))
}

export function aPause(atMs = 1_000): EngineEvent {
  return EngineEvent.parse({ kind: 'paused', atMs, origin: 'cli' })
}

export function aDealDone(deal: number, terminal = 'terminal-1'): EventOf<'dealDone'> {
  const done = Deal.parse({
    deal: String(deal),
    order: '700',
    position: '700',
    id: null,
    symbol: 'EURUSD',
    entry: 'in',
    side: 'buy',
    lots: '0.10',
    price: '1.10234',
    profit: '0.00',
    commission: '-0.35',
    swap: '0.00',
    timeMs: 1_000,
    reason: 'command',
    magic: 777_001,
  })
  return {
    kind: 'dealDone',
    atMs: done.timeMs,
    terminal: TerminalId.parse(terminal),
    order: null,
    deal: done,
  }
}

type Result = Readonly<{ netCents?: number; r?: number; closeMs?: number; account?: AccountKind }>

export function aTradeClosed(result: Result = {}): EventOf<'tradeClosed'> {
  const { netCents = 1_500, r = 1.5, closeMs = 60_000, account = 'simulated' } = result
  const trade = ClosedTrade.parse({
    mission: aUlid(1),
    order: aUlid(2),
    terminal: 'terminal-1',
    kind: account,
    pair: 'EURUSD',
    side: 'buy',
    digits: 5,
    lots: 0.1,
    open: 110_234,
    close: 110_384,
    stop: 110_134,
    target: 110_434,
    openMs: 0,
    closeMs,
    pips: 15,
    netCents,
    riskCents: 1_000,
    r,
    reason: 'target',
    dealIn: Ticket.parse('1'),
    dealOut: Ticket.parse('2'),
  })
  return { kind: 'tradeClosed', atMs: trade.closeMs, trade }
}
