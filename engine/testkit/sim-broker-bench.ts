/** Random steps for property tests of the broker, and a bench that plays them. */
import fc from 'fast-check'
import { EpochMs, type Ticket } from '../contracts/primitives.ts'
import type { Broker } from '../broker-sim/broker.ts'
import { cancelOf, closeOf, EURUSD, fireOf, idOf, NOON, placeOf, priceText, syncOf, USDJPY } from './sim-broker.ts' // prettier-ignore
import type { BrokerFact } from '../broker-sim/facts.ts'

export type Step =
  | { do: 'tick'; move: number; spread: number }
  | { do: 'yen'; move: number; spread: number }
  | { do: 'fire'; n: number; side: 'buy' | 'sell'; lots: number; stop: number; target: number; late: boolean }
  | { do: 'close'; n: number; at: number; lots: number | null }
  | { do: 'place'; n: number; side: 'buy' | 'sell'; away: number; lots: number; forMs: number }
  | { do: 'cancel'; n: number; order: number }
  | { do: 'halt'; on: boolean }
  | { do: 'flatten'; n: number }
  | { do: 'sync'; n: number }

const n = fc.integer({ min: 1, max: 12 })
const move = fc.integer({ min: -120, max: 120 })
export const spread = fc.integer({ min: 1, max: 40 })
export const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('tick' as const), move, spread }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('yen' as const), move, spread }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('fire' as const),
        n,
        side: fc.constantFrom('buy' as const, 'sell' as const),
        lots: fc.integer({ min: 0, max: 300 }),
        stop: fc.integer({ min: -10, max: 200 }),
        target: fc.integer({ min: -10, max: 300 }),
        late: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('close' as const),
        n,
        at: fc.nat(3),
        lots: fc.option(fc.integer({ min: 0, max: 200 })),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('place' as const),
        n,
        side: fc.constantFrom('buy' as const, 'sell' as const),
        away: fc.integer({ min: -10, max: 120 }),
        lots: fc.integer({ min: 0, max: 300 }),
        forMs: fc.integer({ min: -100, max: 3_000 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), n, order: n }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('halt' as const), on: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('flatten' as const), n }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('sync' as const), n }) },
  ),
  { maxLength: 60 },
)
export const script = fc.array(
  fc.constantFrom('requote', 'reject', 'timeoutExecuted', 'timeoutLost', 'partial', 'noMoney'),
  { maxLength: 8 },
)
export const margin = fc.constantFrom('hedging' as const, 'netting' as const)

/** Plays steps on a broker and keeps everything it said. */
export class Bench {
  readonly facts: BrokerFact[] = []
  #bid: number = EURUSD.bid
  #ask: number = EURUSD.ask
  #ms = NOON
  #halts = 1_000

  /** A test may start it again from its state. */
  broker: Broker
  constructor(broker: Broker) {
    this.broker = broker
    broker.onTick(EURUSD.symbol, NOON, EURUSD.bid, EURUSD.ask)
    broker.onTick(USDJPY.symbol, NOON, USDJPY.bid, USDJPY.ask)
  }

  /** What this step led to. */
  play(step: Step): readonly BrokerFact[] {
    this.#ms += 100
    const facts = this.#carryOut(step)
    this.facts.push(...facts)
    return facts
  }

  #carryOut(step: Step): readonly BrokerFact[] {
    const at = { marketMs: this.#ms, late: false }
    switch (step.do) {
      case 'tick':
        this.#bid = Math.max(90_000, this.#bid + step.move)
        this.#ask = this.#bid + step.spread
        return this.broker.onTick(EURUSD.symbol, this.#ms, this.#bid, this.#ask)
      case 'yen':
        return this.broker.onTick(
          USDJPY.symbol,
          this.#ms,
          USDJPY.bid + step.move,
          USDJPY.bid + step.move + step.spread,
        )
      case 'fire':
        return this.broker.fire(this.#order(step), { ...at, late: step.late })
      case 'close': {
        const open = this.broker.positions().positions
        const ticket = open[step.at % Math.max(1, open.length)]?.position ?? ('1' as Ticket)
        const lots = step.lots === null ? null : (step.lots / 100).toFixed(2)
        return this.broker.close(closeOf(step.n, ticket, { lots }), at)
      }
      case 'place':
        return this.broker.place(this.#waiting(step), at)
      case 'cancel':
        return this.broker.cancel(cancelOf(step.n, step.order), this.#ms)
      case 'halt': {
        const id = idOf((this.#halts += 1))
        return step.on ? this.broker.halt({ id, reason: 'tried out' }) : this.broker.resume({ id })
      }
      case 'flatten':
        return this.broker.flatten({ id: idOf(step.n), magic: 777_001 }, this.#ms)
      case 'sync':
        return this.broker.sync(syncOf(99, [idOf(step.n)]), this.#ms)
    }
  }

  #waiting({ n, side, away, lots, forMs }: Extract<Step, { do: 'place' }>) {
    const direction = side === 'buy' ? 1 : -1
    const price = (side === 'buy' ? this.#ask : this.#bid) - direction * away
    return placeOf(n, {
      side,
      lots: (lots / 100).toFixed(2),
      price: priceText(price),
      stop: priceText(price - direction * 100),
      target: priceText(price + direction * 200),
      untilMs: EpochMs.parse(this.#ms + forMs),
    })
  }

  #order(step: Extract<Step, { do: 'fire' }>) {
    const direction = step.side === 'buy' ? 1 : -1
    const price = step.side === 'buy' ? this.#ask : this.#bid
    return fireOf(step.n, {
      side: step.side,
      lots: (step.lots / 100).toFixed(2),
      price: priceText(price),
      stop: priceText(price - direction * step.stop),
      target: priceText(price + direction * step.target),
    })
  }
}
