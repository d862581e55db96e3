import type { BrokerState } from '../contracts/simulator-state.ts'
import type { Deal, BodyOf } from '../contracts/wire/index.ts'
import { openBooks, restoreBooks, stateOf, type Books, type BrokerSetup } from './books.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { accountBody, ordersBody, positionsBody, specsBody, type BrokerFact } from './facts.ts'
import { fire } from './fire.ts'
import { flatten } from './flatten.ts'
import { denies, halt, limit, resume } from './guard.ts'
import { once, sync, type Arrival } from './journal.ts'
import { modify } from './modify.ts'
import { place } from './place.ts'
import { NOTHING, trigger } from './triggers.ts'
import { expire, reach, sweep, watched } from './waiting.ts'
import type { EpochMs, Ulid } from '../contracts/primitives.ts'

/**
 * A simulated broker with one account, and the part of the Expert Advisor that answers commands. Pure: its state follows
 * from its seed and what it was given. Facts come back in the order in which a terminal would tell them.
 */
export interface Broker {
  /** The next quote of a symbol (by index of the setup), points; times never go back. */
  onTick(symbol: number, timeMs: number, bid: number, ask: number): readonly BrokerFact[]
  /** Time has passed, with or without a price: what it has ended. */
  pass(marketMs: number): readonly BrokerFact[]
  fire(command: BodyOf<'fire'>, arrival: Arrival): readonly BrokerFact[]
  place(command: BodyOf<'place'>, arrival: Arrival): readonly BrokerFact[]
  cancel(command: BodyOf<'cancel'>, marketMs: number): readonly BrokerFact[]
  close(command: BodyOf<'close'>, arrival: Arrival): readonly BrokerFact[]
  modify(command: BodyOf<'modify'>, arrival: Arrival): readonly BrokerFact[]
  flatten(command: BodyOf<'flatten'>, marketMs: number): readonly BrokerFact[]
  limits(command: BodyOf<'limits'>): readonly BrokerFact[]
  halt(command: BodyOf<'halt'>): readonly BrokerFact[]
  resume(command: BodyOf<'resume'>): readonly BrokerFact[]
  /** Why any order would be denied now; null when none would be. */
  denies(): string | null
  /** The largest order that the app's limits let through; null when they do not say. */
  maxLots(): string | null
  sync(command: BodyOf<'sync'>, marketMs: number): readonly BrokerFact[]
  /** Symbols that can be valued by now. */
  specs(): BodyOf<'specs'>
  account(): BodyOf<'account'>
  positions(): BodyOf<'positions'>
  orders(): BodyOf<'orders'>
  deals(): readonly Deal[]
  /** Everything as plain data; `restoreBroker` goes on from it. */
  state(): BrokerState
}

export const createBroker = (setup: BrokerSetup): Broker => brokerOf(openBooks(setup))

export const restoreBroker = (setup: BrokerSetup, state: BrokerState): Broker =>
  brokerOf(restoreBooks(setup, state))

function brokerOf(books: Books): Broker {
  return {
    onTick: ticksOf(books),
    ...commandsOf(books),
    denies: () => denies(books),
    maxLots: () => books.guard.limits.maxLots ?? null,
    specs: () => specsBody(books),
    account: () => accountBody(books),
    positions: () => positionsBody(books),
    orders: () => ordersBody(books),
    deals: () => books.deals,
    state: () => stateOf(books),
  }
}

function ticksOf(books: Books): Broker['onTick'] {
  const { bid: bids, ask: asks, timeMs: times } = books.quotes
  const held = (symbol: number) => (books.openOn[symbol] === 0 ? NOTHING : trigger(books, symbol))
  return (symbol, timeMs, bid, ask) => {
    bids[symbol] = bid
    asks[symbol] = ask
    times[symbol] = timeMs
    if (timeMs > books.marketMs) books.marketMs = timeMs as EpochMs
    if (books.waiting.length === 0) return held(symbol)
    // What was filled by this tick meets its stop in the same one; what the terminal then removes was not filled.
    return watched(books, () => [...expire(books), ...reach(books, symbol), ...held(symbol), ...sweep(books)])
  }
}

type Facts = readonly BrokerFact[]
type Commands = Pick<
  Broker,
  | 'pass'
  | 'fire'
  | 'place'
  | 'cancel'
  | 'close'
  | 'modify'
  | 'flatten'
  | 'limits'
  | 'halt'
  | 'resume'
  | 'sync'
>

function commandsOf(books: Books): Commands {
  /** What the time has ended by then is told before what was asked. */
  const at = (marketMs: number, carryOut: () => Facts): Facts => {
    if (marketMs > books.marketMs) books.marketMs = marketMs as EpochMs
    return [...watched(books, () => expire(books)), ...watched(books, carryOut)]
  }
  const timed =
    <C extends { id: Ulid }>(carryOut: (books: Books, command: C) => Facts) =>
    (command: C, { marketMs, late }: Arrival) =>
      at(marketMs, () => once(books, command.id, late, () => carryOut(books, command)))
  const lasting =
    <C extends { id: Ulid }>(carryOut: (books: Books, command: C) => Facts) =>
    (command: C, marketMs: number = books.marketMs) =>
      at(marketMs, () => once(books, command.id, false, () => carryOut(books, command)))
  return {
    pass: marketMs => at(marketMs, () => NOTHING),
    fire: timed(fire),
    place: timed(place),
    close: timed(close),
    modify: timed(modify),
    cancel: lasting(cancel),
    flatten: lasting(flatten),
    limits: lasting((_, command: BodyOf<'limits'>) => [...limit(books, command), ...sweep(books)]),
    halt: lasting((_, command: BodyOf<'halt'>) => [...halt(books, command), ...sweep(books)]),
    resume: lasting(resume),
    sync: (command, marketMs) => at(marketMs, () => sync(books, command)),
  }
}
