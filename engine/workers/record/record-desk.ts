import type { Archive } from '../../adapters/ledger/index.ts'
import type { Answers } from '../../contracts/queries.ts'
import {
  feederOf,
  newBooks,
  recordAnswer,
  type Books,
  type RecordQuery,
  type RecordQueryKind,
} from '../../domain/record/record-books.ts'
import { ReadingOn } from '../reading-on.ts'

const PAGE = 250
/** Pages and commands that show one debrief ask for it with the same words; who changes the filter comes back to a few. */
const MOST_KEPT = 8

/** Keeps the books of the record, and reads only what came since one of them was last asked. */
export class RecordDesk {
  readonly #books = newBooks()
  readonly #reading
  /** Debriefs of the record as it is, by their question: hundreds of intervals are drawn for each. */
  readonly #debriefs = new Map<string, Answers['debrief']>()

  constructor(archive: Pick<Archive, 'recordEvents'>) {
    const feed = feederOf(this.#books)
    this.#reading = new ReadingOn(
      (after, most) => archive.recordEvents(after, most),
      PAGE,
      stored => {
        this.#debriefs.clear()
        feed(stored)
      },
    )
  }

  /** The books, up to the last event that is stored now; null when it was stopped meanwhile. Throws what the ledger complains about. */
  async upToDate(): Promise<Books | null> {
    return (await this.#reading.upToDate()) ? this.#books : null
  }

  /** Out of the books; null and throws as `upToDate`. */
  async answer(query: RecordQuery): Promise<Answers[RecordQueryKind] | null> {
    const books = await this.upToDate()
    if (books === null) return null
    if (query.kind !== 'debrief') return recordAnswer(books, query)
    const question = JSON.stringify(query)
    const known = this.#debriefs.get(question)
    if (known) return known
    const debrief = recordAnswer(books, query)
    if (this.#debriefs.size === MOST_KEPT) this.#debriefs.clear()
    this.#debriefs.set(question, debrief)
    return debrief
  }

  stop(): void {
    this.#reading.stop()
  }
}
