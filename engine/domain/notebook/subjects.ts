import type { EventOf, StoredEvent } from '../../contracts/events.ts'
import type { NoteSubject } from '../../contracts/journal.ts'
import type { ClosedTrade, Mission } from '../../contracts/mission.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'

type MissionTold = Pick<Mission, 'kind' | 'pair' | 'side' | 'setup' | 'session'>
type Order = Pick<EventOf<'orderRecorded'>, 'mission' | 'pair' | 'side'>

/** Of the newest closed trades, so many are asked for their debrief. */
const RECENT = 20

/** What notes are about: missions, orders and closed trades, as far as a note wants to know them. */
export class Subjects {
  readonly #missions = new Map<Ulid, MissionTold>()
  readonly #orders = new Map<Ulid, Order>()
  /** The first of each order: what is filled late is no trade to be debriefed anew. */
  readonly #trades = new Map<Ulid, ClosedTrade>()
  readonly #recent = new Map<AccountKind, ClosedTrade[]>()

  take({ event }: StoredEvent): void {
    if (event.kind === 'missionIssued') {
      const { id, kind, pair, side, setup, session } = event.mission
      this.#missions.set(id, { kind, pair, side, setup, session })
    }
    if (event.kind === 'orderRecorded') {
      const { order, mission, pair, side } = event
      this.#orders.set(order, { mission, pair, side })
    }
    if (event.kind === 'tradeClosed') this.#closed(event.trade)
  }

  #closed(trade: ClosedTrade): void {
    if (this.#trades.has(trade.order)) return
    this.#trades.set(trade.order, trade)
    const recent = this.#recent.get(trade.kind) ?? []
    this.#recent.set(trade.kind, [trade, ...recent].slice(0, RECENT))
  }

  mission(id: Ulid): MissionTold | null {
    return this.#missions.get(id) ?? null
  }

  trade(order: Ulid): ClosedTrade | null {
    return this.#trades.get(order) ?? null
  }

  /** Newest first. */
  recentTrades(account: AccountKind): readonly ClosedTrade[] {
    return this.#recent.get(account) ?? []
  }

  /** Null: neither of them is known to the record. */
  about(order: Ulid | null, mission: Ulid | null): NoteSubject | null {
    const recorded = order === null ? undefined : this.#orders.get(order)
    const trade = order === null ? undefined : this.#trades.get(order)
    const of = mission ?? recorded?.mission ?? trade?.mission ?? null
    const told = of === null ? undefined : this.#missions.get(of)
    const shown = trade ?? recorded ?? told
    if (shown === undefined) return null
    return {
      pair: shown.pair,
      side: shown.side,
      setup: told?.setup ?? null,
      session: told?.session ?? null,
      r: trade?.r ?? null,
      reason: trade?.reason ?? null,
      closedMs: trade?.closeMs ?? null,
    }
  }
}
