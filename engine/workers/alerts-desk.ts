import type { Archive } from '../adapters/ledger/index.ts'
import type { Alert } from '../contracts/alerts.ts'
import type { StoredEvent } from '../contracts/events.ts'
import type { TelegramRecord } from '../contracts/telegram.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'
import { ReadingOn } from './reading-on.ts'

const PAGE = 250
/** Editions that are kept for somebody who missed them: more than anybody would read. */
const MOST_EDITIONS = 2_000

/** Keeps the book of alerts for a bot that starts, and reads only what came since one was last asked for. */
export class AlertsDesk {
  readonly #book = new AlertBook()
  #editions: Alert[] = []
  readonly #reading
  readonly #headSeq: () => number

  constructor(archive: Pick<Archive, 'alertEvents' | 'headSeq'>) {
    this.#headSeq = () => archive.headSeq()
    this.#reading = new ReadingOn(
      (after, most) => archive.alertEvents(after, most),
      PAGE,
      stored => this.#take(stored),
    )
  }

  /** Up to the last event that is stored now; null when it was stopped meanwhile. Throws what the ledger complains about. */
  async record(after?: number): Promise<TelegramRecord | null> {
    // What is behind the last event of an alert is known as well: a bot that took it for missed would ask again and again.
    const headSeq = this.#headSeq()
    if (!(await this.#reading.upToDate())) return null
    const record = this.#book.record()
    const throughSeq = Math.max(record.throughSeq, headSeq)
    if (after === undefined) return { ...record, throughSeq }
    const missed = this.#editions.filter(({ seq }) => seq > after).slice(-MOST_EDITIONS)
    return { ...record, throughSeq, missed }
  }

  /** An alert that has only ended is no edition. Trimmed now and then, not at every event. */
  #take(stored: StoredEvent): void {
    for (const alert of this.#book.take(stored)) if (alert.seq === stored.seq) this.#editions.push(alert)
    if (this.#editions.length > 2 * MOST_EDITIONS) this.#editions = this.#editions.slice(-MOST_EDITIONS)
  }

  stop(): void {
    this.#reading.stop()
  }
}
