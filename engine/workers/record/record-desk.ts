import type { Archive } from '../../adapters/ledger/index.ts'
import { newBooks, type Book, type Books } from '../../domain/record/record-books.ts'
import { ReadingOn } from '../reading-on.ts'

const PAGE = 250

/** Keeps the books of the record, and reads only what came since one of them was last asked. */
export class RecordDesk {
  readonly #books = newBooks()
  readonly #reading

  constructor(archive: Pick<Archive, 'recordEvents'>) {
    const books = Object.values<Book>(this.#books)
    this.#reading = new ReadingOn(
      (after, most) => archive.recordEvents(after, most),
      PAGE,
      stored => {
        for (const book of books) book.take(stored)
      },
    )
  }

  /** The books, up to the last event that is stored now; null when it was stopped meanwhile. Throws what the ledger complains about. */
  async upToDate(): Promise<Books | null> {
    return (await this.#reading.upToDate()) ? this.#books : null
  }

  stop(): void {
    this.#reading.stop()
  }
}
