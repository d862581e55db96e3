import type { EventKind, EventOf, StoredEvent } from '../../../contracts/events.ts'
import type { AccountKind, TerminalId, Ticket, Ulid } from '../../../contracts/primitives.ts'
import type { Deal } from '../../../contracts/wire/index.ts'
import { openLots } from '../../fire/trade.ts'
import { pointsFromText } from '../../market/price.ts'

/** The computer's clock when each step of an order was stored; null for one that never was. */
export type StepTimes = {
  recorded: number
  sent: number | null
  answered: number | null
  deal: number | null
}

/** One order from its record to its last deal. */
export type OrderStory = {
  readonly recorded: EventOf<'orderRecorded'>
  /** Account of the terminal when it was recorded. */
  readonly login: string
  readonly wallMs: StepTimes
  readonly deals: Deal[]
  /** Where the stop stands, points; null: there is none. */
  stop: number | null
  /** Of fills at the stop: distance beyond it times lots, in points; null when no stop was hit. */
  beyondStop: number | null
}

/** What the stories are made of: nothing else need be read. */
export const STORY_EVENTS = [
  'terminalLinked', 'orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'stopChanged', 'modifyRequested', 'modifyAnswered',
] as const satisfies readonly EventKind[] // prettier-ignore

/** Follows orders through the ledger; only those that are open are kept. */
export class OrderStories {
  readonly #stories = new Map<Ulid, OrderStory>()
  readonly #orders = new Map<string, Ulid>()
  readonly #modifies = new Map<Ulid, EventOf<'modifyRequested'>>()
  readonly #logins = new Map<TerminalId, string>()

  /** Filled, and not closed. */
  open(account: AccountKind): number {
    const all = [...this.#stories.values()]
    return all.filter(({ recorded, deals }) => recorded.account === account && deals.length > 0).length
  }

  /** The story that this event ends, or null. */
  take({ event, wallMs }: StoredEvent): OrderStory | null {
    switch (event.kind) {
      case 'terminalLinked':
        this.#logins.set(event.terminal, event.loginHash)
        return null
      case 'orderRecorded':
        return this.#begin(event, wallMs)
      case 'orderSent':
        this.#step(event.order, 'sent', wallMs)
        return null
      case 'orderAnswered':
        if (event.is !== 'unknown') this.#step(event.order, 'answered', wallMs)
        return null
      case 'dealDone':
        return this.#deal(event, wallMs)
      case 'stopChanged':
        this.#moveStop(event.terminal, event.position, event.stop)
        return null
      case 'modifyRequested':
        this.#modifies.set(event.command, event)
        return null
      case 'modifyAnswered':
        this.#modified(event)
        return null
      default:
        return null
    }
  }

  #begin(recorded: EventOf<'orderRecorded'>, wallMs: number): null {
    this.#stories.set(recorded.order, {
      recorded,
      login: this.#logins.get(recorded.terminal) ?? '',
      wallMs: { recorded: wallMs, sent: null, answered: null, deal: null },
      deals: [],
      stop: recorded.stop,
      beyondStop: null,
    })
    return null
  }

  #step(order: Ulid, step: 'sent' | 'answered', wallMs: number): void {
    const story = this.#stories.get(order)
    if (story) story.wallMs[step] ??= wallMs
  }

  #deal({ order, terminal, deal }: EventOf<'dealDone'>, wallMs: number): OrderStory | null {
    const story = order === null ? undefined : this.#stories.get(order)
    if (!story) return null
    story.deals.push(deal)
    const key = keyOf(terminal, deal.position)
    this.#orders.set(key, story.recorded.order)
    if (deal.entry === 'in') story.wallMs.deal ??= wallMs
    else if (deal.reason === 'stop') noteStop(story, deal)
    const isClosed = story.deals.some(({ entry }) => entry === 'out') && openLots(story.deals) <= 0
    if (!isClosed) return null
    this.#orders.delete(key)
    this.#stories.delete(story.recorded.order)
    return story
  }

  #moveStop(terminal: TerminalId, position: Ticket, stop: number | null): void {
    const order = this.#orders.get(keyOf(terminal, position))
    const story = order && this.#stories.get(order)
    if (story) story.stop = stop
  }

  #modified({ command, is }: EventOf<'modifyAnswered'>): void {
    const asked = this.#modifies.get(command)
    if (is !== 'unknown') this.#modifies.delete(command)
    if (asked && is === 'accepted') this.#moveStop(asked.terminal, asked.position, asked.stop)
  }
}

const keyOf = (terminal: TerminalId, position: Ticket): string => `${terminal} ${position}`

/** Where the stop was is known; a fill at a stop that nobody knows of is compared with nothing. */
function noteStop(story: OrderStory, { price, lots }: Deal): void {
  const { recorded, stop } = story
  if (stop === null) return
  const fill = pointsFromText(price, recorded.digits)
  const beyond = recorded.side === 'buy' ? stop - fill : fill - stop
  story.beyondStop = (story.beyondStop ?? 0) + beyond * Number(lots)
}
