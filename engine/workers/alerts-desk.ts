import type { Archive } from '../adapters/ledger/index.ts'
import type { TelegramRecord } from '../contracts/telegram.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'
import { ReadingOn } from './reading-on.ts'

const PAGE = 250

/** Keeps the book of alerts for a bot that starts, and reads only what came since one was last asked for. */
export class AlertsDesk {
  readonly #book = new AlertBook()
  readonly #reading
  readonly #headSeq: () => number

  constructor(archive: Pick<Archive, 'alertEvents' | 'headSeq'>) {
    this.#headSeq = () => archive.headSeq()
    this.#reading = new ReadingOn(
      (after, most) => archive.alertEvents(after, most),
      PAGE,
      stored => void this.#book.take(stored),
    )
  }

  /** Up to the last event that is stored now; null when it was stopped meanwhile. Throws what the ledger complains about. */
  async record(): Promise<TelegramRecord | null> {
    // What is behind the last event of an alert is known as well: a bot that took it for missed would ask again and again.
    const headSeq = this.#headSeq()
    if (!(await this.#reading.upToDate())) return null
    const record = this.#book.record()
    return { ...record, throughSeq: Math.max(record.throughSeq, headSeq) }
  }

  stop(): void {
    this.#reading.stop()
  }
}
