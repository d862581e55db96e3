import type { BrokerState } from '../contracts/simulator-state.ts'
import type { Deal, BodyOf } from '../contracts/wire/index.ts'
import { openBooks, restoreBooks, stateOf, type Books, type BrokerSetup } from './books.ts'
import { close } from './close.ts'
import { accountBody, positionsBody, specsBody, type BrokerFact } from './facts.ts'
import { fire } from './fire.ts'
import { flatten } from './flatten.ts'
import { denies, halt, limit, resume } from './guard.ts'
import { once, sync, type Arrival } from './journal.ts'
import { modify } from './modify.ts'
import { NOTHING, trigger } from './triggers.ts'
import type { EpochMs } from '../contracts/primitives.ts'

/**
 * A simulated broker with one account, and the part of the Expert Advisor that answers commands. Pure: its state follows
 * from its seed and what it was given. Facts come back in the order in which a terminal would tell them.
 */
export interface Broker {
  /** The next quote of a symbol (by index of the setup), points; times never go back. */
  onTick(symbol: number, timeMs: number, bid: number, ask: number): readonly BrokerFact[]
  fire(command: BodyOf<'fire'>, arrival: Arrival): readonly BrokerFact[]
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
  deals(): readonly Deal[]
  /** Everything as plain data; `restoreBroker` goes on from it. */
  state(): BrokerState
}

export const createBroker = (setup: BrokerSetup): Broker => brokerOf(openBooks(setup))

export const restoreBroker = (setup: BrokerSetup, state: BrokerState): Broker =>
  brokerOf(restoreBooks(setup, state))

function brokerOf(books: Books): Broker {
  const { bid: bids, ask: asks, timeMs: times } = books.quotes
  const at = (marketMs: number) => {
    if (marketMs > books.marketMs) books.marketMs = marketMs as EpochMs
  }
  return {
    onTick(symbol, timeMs, bid, ask) {
      bids[symbol] = bid
      asks[symbol] = ask
      times[symbol] = timeMs
      at(timeMs)
      return books.openOn[symbol] === 0 ? NOTHING : trigger(books, symbol)
    },
    fire(command, { marketMs, late }) {
      at(marketMs)
      return once(books, command.id, late, () => fire(books, command))
    },
    close(command, { marketMs, late }) {
      at(marketMs)
      return once(books, command.id, late, () => close(books, command))
    },
    modify(command, { marketMs, late }) {
      at(marketMs)
      return once(books, command.id, late, () => modify(books, command))
    },
    flatten(command, marketMs) {
      at(marketMs)
      return once(books, command.id, false, () => flatten(books, command))
    },
    limits: command => once(books, command.id, false, () => limit(books, command)),
    halt: command => once(books, command.id, false, () => halt(books, command)),
    resume: command => once(books, command.id, false, () => resume(books, command)),
    denies: () => denies(books),
    maxLots: () => books.guard.limits.maxLots ?? null,
    sync(command, marketMs) {
      at(marketMs)
      return sync(books, command)
    },
    specs: () => specsBody(books),
    account: () => accountBody(books),
    positions: () => positionsBody(books),
    deals: () => books.deals,
    state: () => stateOf(books),
  }
}
