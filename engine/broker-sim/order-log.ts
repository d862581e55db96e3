import type { Ulid } from '../contracts/primitives.ts'
import type { BrokerTemper, SimulatorStart } from '../contracts/simulator.ts'
import type { BodyOf, Deal, OpenPosition, Verdict, WaitingOrder } from '../contracts/wire/index.ts'
import type { Broker } from './broker.ts'
import type { BrokerFact } from './facts.ts'
import type { Arrival } from './journal.ts'
import type { BrokerSymbol } from './symbols.ts'

/** Commands that open, change or end something. */
type Logged = 'fire' | 'place' | 'cancel' | 'modify' | 'close' | 'flatten'

export type QuoteLine = Readonly<{ symbol: string; bid: number; ask: number }>

/**
 * What a broker writes down for itself, in the order in which it happened, so that somebody who knows nothing of the app can
 * judge it: every command as it came with the quotes and the money of that moment, every later word about an order that waits,
 * every deal, and the book after each change.
 */
export type BrokerLogLine =
  | Readonly<{
      at: 'opened'
      marketMs: number
      account: SimulatorStart['account']
      commissionPerLot: number
      symbols: readonly BrokerSymbol[]
    }>
  | Readonly<{
      at: 'command'
      marketMs: number
      what: Logged
      command: BodyOf<Logged>
      /** It came after its validity had passed. */
      late: boolean
      verdict: Pick<Verdict, 'is' | 'retcode'> | null
      /** The id had been answered before. */
      repeat: boolean
      balanceCents: number
      quotes: readonly QuoteLine[]
    }>
  | Readonly<{ at: 'deal'; deal: Deal }>
  | Readonly<{ at: 'word'; marketMs: number; about: Ulid; is: Verdict['is'] }>
  | Readonly<{
      at: 'book'
      marketMs: number
      balanceCents: number
      positions: readonly OpenPosition[]
      orders: readonly WaitingOrder[]
    }>

type Opening = Readonly<{
  symbols: readonly BrokerSymbol[]
  account: SimulatorStart['account']
  temper: Pick<BrokerTemper, 'commissionPerLot'>
}>

/** The same broker, which writes its log to `write` before it answers. */
export function withOrderLog(broker: Broker, opening: Opening, write: (line: BrokerLogLine) => void): Broker {
  const log = new OrderLog(broker, opening, write)
  const inTime = (marketMs: number): Arrival => ({ marketMs, late: false })
  return {
    ...broker,
    onTick: (symbol, timeMs, bid, ask) => log.tick(symbol, timeMs, bid, ask),
    pass: marketMs => log.pass(marketMs),
    fire: (command, arrival) => log.carriedOut('fire', command, arrival, () => broker.fire(command, arrival)),
    place: (command, arrival) =>
      log.carriedOut('place', command, arrival, () => broker.place(command, arrival)),
    close: (command, arrival) =>
      log.carriedOut('close', command, arrival, () => broker.close(command, arrival)),
    modify: (command, arrival) =>
      log.carriedOut('modify', command, arrival, () => broker.modify(command, arrival)),
    cancel: (command, marketMs) =>
      log.carriedOut('cancel', command, inTime(marketMs), () => broker.cancel(command, marketMs)),
    flatten: (command, marketMs) =>
      log.carriedOut('flatten', command, inTime(marketMs), () => broker.flatten(command, marketMs)),
    // They may end what waits.
    limits: command => log.told(broker.limits(command)),
    halt: command => log.told(broker.halt(command)),
    sync: (command, marketMs) => log.told(broker.sync(command, marketMs)),
  }
}

class OrderLog {
  readonly #broker: Broker
  readonly #write: (line: BrokerLogLine) => void
  readonly #quotes: { symbol: string; bid: number; ask: number }[]

  constructor(broker: Broker, opening: Opening, write: (line: BrokerLogLine) => void) {
    const { symbols, account, temper } = opening
    this.#broker = broker
    this.#write = write
    const { marketMs, quotes } = broker.state()
    // A broker that goes on from its state has the prices of before.
    this.#quotes = symbols.map(({ name }, at) => ({
      symbol: name,
      bid: quotes[at]?.bid ?? 0,
      ask: quotes[at]?.ask ?? 0,
    }))
    write({ at: 'opened', marketMs, account, commissionPerLot: temper.commissionPerLot, symbols })
    for (const deal of broker.deals()) write({ at: 'deal', deal })
    this.#book(marketMs)
  }

  tick(symbol: number, timeMs: number, bid: number, ask: number): readonly BrokerFact[] {
    const quote = this.#quotes[symbol]
    if (quote) Object.assign(quote, { bid, ask })
    return this.#told(this.#broker.onTick(symbol, timeMs, bid, ask), timeMs, null)
  }

  pass(marketMs: number): readonly BrokerFact[] {
    return this.#told(this.#broker.pass(marketMs), marketMs, null)
  }

  /** The command as it came, with what it found, and what it led to behind it. */
  carriedOut<C extends Logged>(
    what: C,
    command: BodyOf<C>,
    { marketMs, late }: Arrival,
    carryOut: () => readonly BrokerFact[],
  ): readonly BrokerFact[] {
    const quotes = this.#quotes.map(quote => ({ ...quote }))
    const before = { balanceCents: this.#broker.account().balance, quotes }
    const facts = carryOut()
    const answer = facts.filter(fact => fact.type === 'verdict').find(({ body }) => body.id === command.id)
    const verdict = answer ? { is: answer.body.is, retcode: answer.body.retcode } : null
    const repeat = answer?.repeat === true
    this.#write({ at: 'command', marketMs, what, command, late, verdict, repeat, ...before })
    return this.#told(facts, marketMs, command.id)
  }

  /** What a command led to that is not written down itself. */
  told(facts: readonly BrokerFact[]): readonly BrokerFact[] {
    return this.#told(facts, this.#broker.state().marketMs, null)
  }

  /** `command`: the word about it is written with it. */
  #told(facts: readonly BrokerFact[], marketMs: number, command: Ulid | null): readonly BrokerFact[] {
    for (const fact of facts) {
      if (fact.type === 'deal' && !fact.repeat) this.#write({ at: 'deal', deal: fact.body })
      if (fact.type === 'verdict' && !fact.repeat && fact.body.id !== command)
        this.#write({ at: 'word', marketMs, about: fact.body.id, is: fact.body.is })
    }
    if (facts.some(({ type }) => type === 'positions' || type === 'orders')) this.#book(marketMs)
    return facts
  }

  #book(marketMs: number): void {
    const { positions } = this.#broker.positions()
    const { orders } = this.#broker.orders()
    this.#write({ at: 'book', marketMs, balanceCents: this.#broker.account().balance, positions, orders })
  }
}
