import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Archive } from '../adapters/ledger/index.ts'
import type { GhostReport, GhostsQuery } from '../contracts/ghosts.ts'
import { GhostBook } from '../domain/debrief/ghosts/ghost-book.ts'

/** Ghosts of one turn: some milliseconds, between which other questions are answered. */
const PAGE = 1_000

/** Keeps the sums of the ghosts, and reads only what came since it was last asked. */
export class GhostsDesk {
  readonly #archive: Pick<Archive, 'ghostRows'>
  readonly #book = new GhostBook()
  #read = 0
  #stopped = false

  constructor(archive: Pick<Archive, 'ghostRows'>) {
    this.#archive = archive
  }

  /** Null when it was stopped meanwhile. Throws what the ledger complains about. */
  async report(query: Omit<GhostsQuery, 'kind'>): Promise<GhostReport | null> {
    while (!this.#stopped && this.#readOn()) await nextTurn()
    return this.#stopped ? null : this.#book.report(query)
  }

  stop(): void {
    this.#stopped = true
  }

  /** False when everything that the ledger has was read. Several questions may read on in turns. */
  #readOn(): boolean {
    const rows = this.#archive.ghostRows(this.#read, PAGE)
    for (const row of rows) {
      this.#book.take(row)
      this.#read = row.seq
    }
    return rows.length === PAGE
  }
}
