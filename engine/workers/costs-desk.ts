import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Archive } from '../adapters/ledger/index.ts'
import type { ExecutionCosts } from '../contracts/execution-costs.ts'
import type { AccountKind } from '../contracts/primitives.ts'
import { CostBook } from '../domain/debrief/execution-costs/cost-book.ts'
import { ReadingOn } from './reading-on.ts'

const PAGE = 250

/** Keeps what orders have cost, and reads only what came since it was last asked. */
export class CostsDesk {
  readonly #book = new CostBook()
  readonly #reading

  constructor(archive: Pick<Archive, 'orderEvents'>) {
    this.#reading = new ReadingOn(
      (after, most) => archive.orderEvents(after, most),
      PAGE,
      event => this.#book.take(event),
    )
  }

  /** Null when it was stopped meanwhile. Throws what the ledger complains about. */
  async costs(account: AccountKind): Promise<ExecutionCosts | null> {
    await this.#reading.upToDate()
    const summing = this.#book.costs(account)
    while (!this.#reading.isStopped) {
      const { done, value } = summing.next()
      if (done === true) return value
      if (this.#book.trades > PAGE) await nextTurn()
    }
    return null
  }

  stop(): void {
    this.#reading.stop()
  }
}
