/** What events tell away from the screen, edition by edition. */
import type { Alert, AlertFact, AlertKind } from '../contracts/alerts.ts'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'

type FactOf<K extends AlertKind> = Extract<AlertFact, Readonly<{ kind: K }>>

export class AlertReader {
  readonly book = new AlertBook()
  readonly editions: Alert[] = []
  #seq = 0

  /** Of events that were read before, nothing is told again. */
  read(events: Iterable<StoredEvent>): this {
    for (const stored of events) {
      this.#seq = stored.seq
      this.editions.push(...this.book.take(stored))
    }
    return this
  }

  /** Stored one after another, `wallMs` by the computer's clock. Gives what these events alone have told. */
  store(events: readonly EngineEvent[], wallMs: number): readonly Alert[] {
    const before = this.editions.length
    this.read(storedAt(events, wallMs, this.#seq + 1))
    return this.editions.slice(before)
  }

  /** Keys in the order in which they were first told. */
  keys(): string[] {
    return [...new Set(this.editions.map(({ key }) => key))]
  }

  newest(key: string): Alert {
    const alert = this.editions.findLast(edition => edition.key === key)
    if (!alert) throw new Error(`${key} was never told; there were ${this.keys().join(', ')}`)
    return alert
  }

  /** The newest edition of each alert of a kind. */
  facts<K extends AlertKind>(kind: K): FactOf<K>[] {
    const isOfKind = (fact: AlertFact): fact is FactOf<K> => fact.kind === kind
    return this.keys()
      .map(key => this.newest(key).fact)
      .filter(isOfKind)
  }
}

/** As a ledger would give them back; nobody looks at the hashes. */
export const storedAt = (events: readonly EngineEvent[], wallMs: number, firstSeq = 1): StoredEvent[] =>
  events.map((event, k) => ({ seq: firstSeq + k, wallMs: EpochMs.parse(wallMs), event, hash: '' }))
