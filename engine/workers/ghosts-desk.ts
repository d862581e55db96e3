import type { Archive } from '../adapters/ledger/index.ts'
import type { GhostReport, GhostsQuery } from '../contracts/ghosts.ts'
import { GhostBook } from '../domain/debrief/ghosts/ghost-book.ts'
import { ReadingOn } from './reading-on.ts'

/** A ghost's row is a few figures: more of them make a turn. */
const PAGE = 1_000

/** Keeps the sums of the ghosts, and reads only what came since it was last asked. */
export class GhostsDesk {
  readonly #book = new GhostBook()
  readonly #reading

  constructor(archive: Pick<Archive, 'ghostRows'>) {
    this.#reading = new ReadingOn(
      (after, most) => archive.ghostRows(after, most),
      PAGE,
      row => this.#book.take(row),
    )
  }

  /** Null when it was stopped meanwhile. Throws what the ledger complains about. */
  async report(query: Omit<GhostsQuery, 'kind'>): Promise<GhostReport | null> {
    return (await this.#reading.upToDate()) ? this.#book.report(query) : null
  }

  stop(): void {
    this.#reading.stop()
  }
}
