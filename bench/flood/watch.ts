import type { EventKind, StoredEvent, Ulid } from '../../engine/contracts/index.ts'
import type { Host } from '../../engine/host/index.ts'

/** What became of orders and of the flatten while the flood went on; times are milliseconds from the trader's command. */
export class FloodWatch {
  readonly answers: number[] = []
  readonly denials: string[] = []
  flattenMs: number | null = null
  left: number | null = null
  /** Deals that belong to no order of ours. */
  strangersDeals = 0
  readonly #counts = new Map<EventKind, number>()
  readonly #orders = new Map<Ulid, number>()
  #firedAtMs = 0
  #flattenedAtMs = 0

  constructor(host: Host) {
    host.onTold(events => events.forEach(stored => this.#hear(stored)))
  }

  fires(): void {
    this.#firedAtMs = performance.now()
  }

  flattens(): void {
    this.#flattenedAtMs = performance.now()
  }

  count(kind: EventKind): number {
    return this.#counts.get(kind) ?? 0
  }

  #hear({ event }: StoredEvent): void {
    this.#counts.set(event.kind, this.count(event.kind) + 1)
    if (event.kind === 'orderRecorded') this.#orders.set(event.order, this.#firedAtMs)
    if (event.kind === 'orderAnswered') {
      const firedAtMs = this.#orders.get(event.order)
      if (firedAtMs !== undefined) this.answers.push(performance.now() - firedAtMs)
    }
    if (event.kind === 'dealDone' && event.order === null) this.strangersDeals += 1
    if (event.kind === 'fireDenied') this.denials.push(...event.denials.map(({ text }) => text))
    if (event.kind === 'flattenEnded') {
      this.flattenMs = performance.now() - this.#flattenedAtMs
      this.left = event.left.length
    }
  }
}
