/** What stories for the checker are made of: lines of the broker's log and rows of the ledger. */
import { createHash } from 'node:crypto'
import { judge, type LedgerRow, type Terms } from './index.ts'

/** Tuesday 6 January 2026, 10:00 UTC: 05:00 in New York. */
export const TEN = Date.UTC(2026, 0, 6, 10)
/** A hundred quarter hours of a market of its own. */
const closes = (turn: number): number[] =>
  Array.from({ length: 100 }, (_, at) => 1 + 0.001 * Math.sin(at * turn))
export const CLOSES = { EURUSD: closes(0.7), USDJPY: closes(1.1), GBPJPY: closes(1.9) }
export const TERMS: Terms = {
  rank: 'COMMANDER',
  riskPct: 2,
  travelMs: 0,
  announcements: [],
  closes: CLOSES,
  attended: [],
  wantedBack: [],
}
const EURUSD = { name: 'EURUSD', pair: 'EURUSD', digits: 5, contract: 100_000, lotMin: 0.01, lotMax: 100, lotStep: 0.01 } // prettier-ignore
const USDJPY = { ...EURUSD, name: 'USDJPY', pair: 'USDJPY', digits: 3 }
const GBPJPY = { ...EURUSD, name: 'GBPJPY', pair: 'GBPJPY', digits: 3 }
export const QUOTES = [
  { symbol: 'EURUSD', bid: 110_000, ask: 110_006 },
  { symbol: 'USDJPY', bid: 150_000, ask: 150_006 },
  { symbol: 'GBPJPY', bid: 190_000, ask: 190_010 },
]

export const opened = (margin = 'hedging') => ({
  at: 'opened',
  marketMs: TEN,
  commissionPerLot: 7,
  account: { currency: 'USD', margin },
  symbols: [EURUSD, USDJPY, GBPJPY],
})

/** 20 pips of stop and half a lot: 1.035 % of 10,000 with the commission. */
export const order = { id: 'A', symbol: 'EURUSD', side: 'buy', lots: '0.50', stop: '1.09806', target: '1.10406', price: '1.10006', magic: 777_001 } // prettier-ignore
type Order = typeof order

export const fire = (over: Partial<Order> = {}, at: Record<string, unknown> = {}) => ({
  at: 'command',
  what: 'fire',
  command: { ...order, ...over },
  marketMs: TEN,
  late: false,
  verdict: { is: 'accepted', retcode: 10_009 },
  repeat: false,
  balanceCents: 1_000_000,
  quotes: QUOTES,
  ...at,
})

const position = { position: '1', symbol: 'EURUSD', side: 'buy', lots: '0.50', open: '1.10006', stop: '1.09806', magic: 777_001 } // prettier-ignore
export const book = (...positions: Partial<Omit<typeof position, 'stop'> & { stop: string | null }>[]) => ({
  at: 'book',
  marketMs: TEN,
  balanceCents: 1_000_000,
  positions: positions.map(over => ({ ...position, ...over })),
})

export const deal = (over: Record<string, unknown> = {}) => ({
  at: 'deal',
  deal: { deal: '10', position: '1', id: 'A', symbol: 'EURUSD', entry: 'in', side: 'buy', lots: '0.50', price: '1.10006', profit: 0, commission: -175, swap: 0, timeMs: TEN, magic: 777_001, ...over }, // prettier-ignore
})

export function chain(...events: Record<string, unknown>[]): LedgerRow[] {
  let before = '0'.repeat(64)
  return events.map((event, at) => {
    const body = JSON.stringify(event)
    const hash = createHash('sha256')
      .update(`${before}\n${at + 1}\n${TEN}\n${body}`)
      .digest('hex')
    before = hash
    return { seq: at + 1, wallMs: TEN, body, hash }
  })
}

export const recorded = (id: string, mission = `mission of ${id}`, account = 'simulated') => ({ kind: 'orderRecorded', order: id, mission, account }) // prettier-ignore
export const done = (over: Record<string, unknown> = {}) => ({ kind: 'dealDone', order: 'A', deal: { deal: '10', position: '1', entry: 'in', lots: '0.50', ...over } }) // prettier-ignore
/** The ledger knows the deals of a log. */
export const toldOf = (line: unknown): Record<string, unknown>[] => {
  const { at, deal: told } = line as {
    at: string
    deal?: { deal: string; position: string; entry: string; lots: string }
  }
  return at === 'deal' && told ? [{ kind: 'dealDone', order: null, deal: told }] : []
}
/** Orders of a log with their intents on the disk. */
export const recordedAll = (...ids: string[]) => chain(...ids.map(id => recorded(id)))

export const judged = (log: readonly unknown[], ledger: readonly LedgerRow[] = [], terms: Terms = TERMS) =>
  judge({ log, ledger, terms })
