import { setImmediate as nextTurn } from 'node:timers/promises'

/** Rows after `after`, oldest first, at most `most` of them. Throws what the ledger complains about. */
type Pages<Row> = (after: number, most: number) => readonly Row[]

/** Hands every row of the ledger on once, in turns, between which other questions are answered. */
export class ReadingOn<Row extends Readonly<{ seq: number }>> {
  readonly #pages: Pages<Row>
  /** Rows of one turn: some milliseconds. */
  readonly #most: number
  readonly #take: (row: Row) => void
  #read = 0
  #stopped = false

  constructor(pages: Pages<Row>, most: number, take: (row: Row) => void) {
    this.#pages = pages
    this.#most = most
    this.#take = take
  }

  get isStopped(): boolean {
    return this.#stopped
  }

  /** Reads what came since the last time. False when it was stopped meanwhile. Several questions may read on in turns. */
  async upToDate(): Promise<boolean> {
    while (!this.#stopped && this.#readOn()) await nextTurn()
    return !this.#stopped
  }

  stop(): void {
    this.#stopped = true
  }

  /** False when everything that the ledger has was read. */
  #readOn(): boolean {
    const rows = this.#pages(this.#read, this.#most)
    for (const row of rows) {
      this.#take(row)
      this.#read = row.seq
    }
    return rows.length === this.#most
  }
}
