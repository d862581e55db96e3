/** What stands between an honest broker and the app: at most one lie at a time, told with the next fact that it fits. */
import type { BrokerFact } from '../../../engine/broker-sim/index.ts'
import type { KeptFact } from '../../../engine/contracts/simulator-state.ts'
import type { BodyOf, OpenPosition, WaitingOrder, WireTick } from '../../../engine/contracts/wire/index.ts'
import { EpochMs, Ticket } from '../../../engine/contracts/index.ts'
import type { Lie } from './cells.ts'

const A_STRANGER: Omit<OpenPosition, 'symbol'> = {
  position: Ticket.parse('987654321'),
  side: 'buy',
  lots: '0.10',
  open: '1.00000',
  stop: null,
  target: null,
  profit: 0 as OpenPosition['profit'],
  swap: 0 as OpenPosition['swap'],
  openMs: EpochMs.parse(0),
  magic: 0,
  id: null,
}

const A_STRANGERS_ORDER: Omit<WaitingOrder, 'symbol'> = {
  order: Ticket.parse('987654322'),
  side: 'buy',
  at: 'stop',
  lots: '0.10',
  price: '1.20000',
  stop: null,
  target: null,
  untilMs: null,
  magic: 0,
  id: null,
}

export class Adversary {
  /** Orders that wait, or did. */
  readonly #placed = new Set<string>()
  #lie: Lie | null = null
  hasLied = false

  tell(lie: Lie): void {
    this.#lie = lie
  }

  /** From now on only the truth is told. */
  repent(): void {
    this.#lie = null
  }

  #tells(lie: Lie): boolean {
    if (this.#lie !== lie) return false
    this.hasLied = true
    return true
  }

  #tellsOnce(lie: Lie): boolean {
    if (!this.#tells(lie)) return false
    this.#lie = null
    return true
  }

  isTwice(type: KeptFact['type']): boolean {
    return this.#tellsOnce(type === 'verdict' ? 'verdict twice' : 'deal twice')
  }

  /** Not told in this session, as if it had been lost on its way out of the terminal. */
  loses(fact: KeptFact): boolean {
    if (fact.type === 'verdict') return this.#tellsOnce('deal without verdict') || this.#tells('answer lost')
    return this.#tellsOnce('answer lost')
  }

  order(all: readonly BrokerFact[]): readonly BrokerFact[] {
    const facts = all.map(fact => this.#denied(fact))
    const isOrder = facts.some(({ type }) => type === 'verdict') && facts.some(({ type }) => type === 'deal')
    if (!isOrder || !this.#tellsOnce('verdict after deal')) return facts
    return [
      ...facts.filter(({ type }) => type !== 'verdict'),
      ...facts.filter(({ type }) => type === 'verdict'),
    ]
  }

  /** Lies about what is open are told until it repents, as a terminal would that has lost its bearings. */
  positions({ positions }: BodyOf<'positions'>): BodyOf<'positions'> {
    const hidden = positions.find(({ id }) => id !== null)
    // One of ours: a stranger's that is hidden on a netting account is beyond what anybody could know.
    if (hidden && this.#tells('snapshot misses a position'))
      return { positions: positions.filter(position => position !== hidden) }
    if (this.#tells('snapshot shows a stranger'))
      return { positions: [...positions, { ...A_STRANGER, symbol: 'EURUSD' }] }
    return { positions }
  }

  orders({ orders }: BodyOf<'orders'>): BodyOf<'orders'> {
    const hidden = orders.find(({ id }) => id !== null)
    if (hidden && this.#tells('orders list misses ours'))
      return { orders: orders.filter(order => order !== hidden) }
    if (this.#tells('orders list shows a stranger'))
      return { orders: [...orders, { ...A_STRANGERS_ORDER, symbol: 'EURUSD' }] }
    return { orders }
  }

  /** The fill of an order that waited is called its end without one; its deal is told all the same. */
  #denied(fact: BrokerFact): BrokerFact {
    if (fact.type !== 'verdict') return fact
    const { id, is } = fact.body
    if (is === 'placed') this.#placed.add(id)
    if (is !== 'accepted' || !this.#placed.has(id) || !this.#tellsOnce('cancelled although filled'))
      return fact
    return {
      ...fact,
      body: { ...fact.body, is: 'cancelled', deal: null, position: null, price: null, lots: null },
    }
  }

  specs(body: Uint8Array): Uint8Array {
    if (!this.#tells('tick value 0')) return body
    return Buffer.from(
      Buffer.from(body)
        .toString()
        .replaceAll(/"tickValue":[^,}]+/g, '"tickValue":0'),
    )
  }

  ticks(ticks: readonly WireTick[]): readonly WireTick[] {
    if (this.#tells('negative spread')) return ticks.map(tick => ({ ...tick, bid: tick.ask, ask: tick.bid }))
    if (this.#tells('price of 0 or NaN'))
      return ticks.map((tick, at) => ({
        ...tick,
        bid: at % 2 === 0 ? 0 : Number.NaN,
        ask: at % 2 === 0 ? 0 : Number.NaN,
      }))
    return ticks
  }
}
