import type { StoredEvent } from '../../contracts/events.ts'
import type { ClosedTrade } from '../../contracts/mission.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import type { CallSign } from '../../contracts/squad.ts'
import { planOf, tradeFacts, type Plan } from './trade-facts.ts'
import type { TradeFacts } from '../../contracts/card.ts'

type Told = Readonly<{ seq: number; trade: ClosedTrade }>

/** What cards tell: closed trades with the mission behind each, and the call-sign of today. */
export class CardBook {
  readonly #plans = new Map<Ulid, Plan>()
  /** An order of which a part was filled after the rest was closed has two. */
  readonly #trades = new Map<Ulid, Told[]>()
  #callSign: CallSign | null = null

  get callSign(): CallSign | null {
    return this.#callSign
  }

  take({ seq, event }: StoredEvent): void {
    if (event.kind === 'missionIssued') this.#plans.set(event.mission.id, planOf(event.mission))
    if (event.kind === 'callSignTaken') this.#callSign = event.callSign
    if (event.kind !== 'tradeClosed') return
    const { order } = event.trade
    this.#trades.set(order, [...(this.#trades.get(order) ?? []), { seq, trade: event.trade }])
  }

  /** Everything of a closed trade: the last of its order, or the one of that event. Null: there is none. */
  factsOf(order: Ulid, seq?: number): TradeFacts | null {
    const told = this.#trades.get(order)?.findLast(one => seq === undefined || one.seq === seq)
    if (told === undefined) return null
    const { trade } = told
    const plan = trade.mission === null ? undefined : this.#plans.get(trade.mission)
    return tradeFacts({ trade, plan: plan ?? null, callSign: this.#callSign })
  }
}
