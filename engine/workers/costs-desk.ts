import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Archive } from '../adapters/ledger/index.ts'
import type { ExecutionCosts } from '../contracts/execution-costs.ts'
import type { AccountKind } from '../contracts/primitives.ts'
import { CostBook } from '../domain/debrief/execution-costs/cost-book.ts'

/** Events of one turn: some milliseconds, between which other questions are answered. */
const PAGE = 250

/** Keeps what orders have cost, and reads only what came since it was last asked. */
export class CostsDesk {
  readonly #archive: Pick<Archive, 'orderEvents'>
  readonly #book = new CostBook()
  #read = 0
  #stopped = false

  constructor(archive: Pick<Archive, 'orderEvents'>) {
    this.#archive = archive
  }

  /** Null when it was stopped meanwhile. Throws what the ledger complains about. */
  async costs(account: AccountKind): Promise<ExecutionCosts | null> {
    while (!this.#stopped && this.#readOn()) await nextTurn()
    const summing = this.#book.costs(account)
    while (!this.#stopped) {
      const { done, value } = summing.next()
      if (done === true) return value
      if (this.#book.trades > PAGE) await nextTurn()
    }
    return null
  }

  stop(): void {
    this.#stopped = true
  }

  /** False when everything that the ledger has was read. Several questions may read on in turns. */
  #readOn(): boolean {
    const events = this.#archive.orderEvents(this.#read, PAGE)
    for (const event of events) {
      this.#book.take(event)
      this.#read = event.seq
    }
    return events.length === PAGE
  }
}
