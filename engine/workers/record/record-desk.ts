import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Archive } from '../../adapters/ledger/index.ts'
import { newBooks, type Book, type Books } from '../../domain/record/record-books.ts'

/** Events of one turn: some milliseconds, between which other questions are answered. */
const PAGE = 250

/** Keeps the books of the record, and reads only what came since one of them was last asked. */
export class RecordDesk {
  readonly #archive: Pick<Archive, 'recordEvents'>
  readonly #books = newBooks()
  #read = 0
  #stopped = false

  constructor(archive: Pick<Archive, 'recordEvents'>) {
    this.#archive = archive
  }

  /** The books, up to the last event that is stored now; null when it was stopped meanwhile. Throws what the ledger complains about. */
  async upToDate(): Promise<Books | null> {
    while (!this.#stopped && this.#readOn()) await nextTurn()
    return this.#stopped ? null : this.#books
  }

  stop(): void {
    this.#stopped = true
  }

  /** False when everything that the ledger has was read. Several questions may read on in turns. */
  #readOn(): boolean {
    const events = this.#archive.recordEvents(this.#read, PAGE)
    for (const stored of events) {
      for (const book of Object.values<Book>(this.#books)) book.take(stored)
      this.#read = stored.seq
    }
    return events.length === PAGE
  }
}
