import type { Archive } from '../adapters/ledger/index.ts'
import type { TelegramRecord } from '../contracts/telegram.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'
import { ReadingOn } from './reading-on.ts'

const PAGE = 250

/** Keeps the book of alerts for a bot that starts, and reads only what came since one was last asked for. */
export class AlertsDesk {
  readonly #book = new AlertBook()
  readonly #reading

  constructor(archive: Pick<Archive, 'alertEvents'>) {
    this.#reading = new ReadingOn(
      (after, most) => archive.alertEvents(after, most),
      PAGE,
      stored => void this.#book.take(stored),
    )
  }

  /** Up to the last event that is stored now; null when it was stopped meanwhile. Throws what the ledger complains about. */
  async record(): Promise<TelegramRecord | null> {
    return (await this.#reading.upToDate()) ? this.#book.record() : null
  }

  stop(): void {
    this.#reading.stop()
  }
}
