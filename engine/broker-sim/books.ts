import type {
  BrokerPosition,
  BrokerState,
  BrokerWaiting,
  GuardState,
  JournalEntry,
} from '../contracts/simulator-state.ts'
import type { BrokerTemper, SimulatorStart } from '../contracts/simulator.ts'
import type { Deal } from '../contracts/wire/index.ts'
import type { EpochMs, Ulid } from '../contracts/primitives.ts'
import { Exchange } from './exchange.ts'
import { QuoteBook } from './quote-book.ts'
import { Random, streamSeed } from './random.ts'
import type { BrokerSymbol } from './symbols.ts'

export type BrokerSetup = Readonly<{
  symbols: readonly BrokerSymbol[]
  account: SimulatorStart['account']
  temper: BrokerTemper
  seed: number
  /** Order and deal tickets count up from here; a new account must not repeat the tickets of an older one. */
  firstTicket?: number
}>

/** A position as the broker holds it: of a symbol by index. */
export type Position = Omit<BrokerPosition, 'pair'> & { symbol: number }

/** A limit order that waits for its price. */
export type Waiting = Omit<BrokerWaiting, 'pair'> & { symbol: number }

/** Everything the broker knows. Only the functions of this folder touch it. */
export type Books = {
  readonly symbols: readonly BrokerSymbol[]
  readonly account: SimulatorStart['account']
  readonly temper: BrokerTemper
  readonly quotes: QuoteBook
  readonly exchange: Exchange
  readonly slippage: Random
  /** Answers that are still to be given out of character, oldest first. */
  readonly script: BrokerTemper['script']
  readonly positions: Position[]
  /** Number of open positions by symbol: lets a tick of a quiet symbol pass without a look. */
  readonly openOn: Uint16Array
  readonly waiting: Waiting[]
  readonly deals: Deal[]
  readonly journal: Map<Ulid, JournalEntry>
  guard: GuardState
  marketMs: EpochMs
  balanceCents: number
  nextOrder: number
  nextDeal: number
}

export function openBooks({ symbols, account, temper, seed, firstTicket = 1 }: BrokerSetup): Books {
  const quotes = new QuoteBook(symbols.length)
  return {
    symbols,
    account,
    temper,
    quotes,
    exchange: new Exchange(symbols, account.currency, quotes),
    slippage: new Random(streamSeed(seed, 'slippage')),
    script: [...temper.script],
    positions: [],
    openOn: new Uint16Array(symbols.length),
    waiting: [],
    deals: [],
    journal: new Map(),
    guard: { halted: null, limits: {} },
    marketMs: 0 as EpochMs,
    balanceCents: Math.round(account.balance * 100),
    nextOrder: firstTicket,
    nextDeal: firstTicket,
  }
}

export function stateOf(books: Books): BrokerState {
  return {
    marketMs: books.marketMs,
    balanceCents: books.balanceCents,
    nextOrder: books.nextOrder,
    nextDeal: books.nextDeal,
    positions: books.positions.map(position => paired(books, position)),
    waiting: books.waiting.map(order => paired(books, order)),
    deals: [...books.deals],
    journal: [...books.journal.values()],
    guard: books.guard,
    slippage: [...books.slippage.state()],
    quotes: books.symbols.map(({ pair }, symbol) => ({
      pair,
      timeMs: books.quotes.timeMs[symbol] as EpochMs,
      bid: books.quotes.bidOf(symbol),
      ask: books.quotes.askOf(symbol),
    })),
  }
}

const paired = <T extends { symbol: number }>(books: Books, { symbol, ...rest }: T) => ({
  ...rest,
  pair: symbolAt(books, symbol).pair,
})

/** Books that go on where `state` stopped. Its pairs must be among the setup's symbols. */
export function restoreBooks(setup: BrokerSetup, state: BrokerState): Books {
  const books: Books = { ...openBooks(setup), slippage: Random.restore(state.slippage) }
  const indexOf = (pair: string) => {
    const symbol = setup.symbols.findIndex(offered => offered.pair === pair)
    if (symbol < 0) throw new Error(`the saved account needs ${pair}, which is not offered now`)
    return symbol
  }
  books.marketMs = state.marketMs
  books.balanceCents = state.balanceCents
  books.nextOrder = state.nextOrder
  books.nextDeal = state.nextDeal
  books.guard = state.guard
  books.deals.push(...state.deals)
  for (const entry of state.journal) books.journal.set(entry.verdict.id, entry)
  for (const { pair, ...position } of state.positions)
    addPosition(books, { ...position, symbol: indexOf(pair) })
  for (const { pair, ...order } of state.waiting) books.waiting.push({ ...order, symbol: indexOf(pair) })
  for (const { pair, timeMs, bid, ask } of state.quotes) {
    const symbol = indexOf(pair)
    books.quotes.timeMs[symbol] = timeMs
    books.quotes.bid[symbol] = bid
    books.quotes.ask[symbol] = ask
  }
  return books
}

export function symbolAt(books: Books, symbol: number): BrokerSymbol {
  const found = books.symbols[symbol]
  if (!found) throw new RangeError(`no symbol ${symbol}`)
  return found
}

export function addPosition(books: Books, position: Position): void {
  books.positions.push(position)
  books.openOn[position.symbol] = (books.openOn[position.symbol] as number) + 1
}

export function removePosition(books: Books, position: Position): void {
  books.positions.splice(books.positions.indexOf(position), 1)
  books.openOn[position.symbol] = (books.openOn[position.symbol] as number) - 1
}
