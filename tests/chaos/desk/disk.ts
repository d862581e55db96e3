/** The ledger's disk: what was committed stays, whoever dies; it can be full, and a death can fall into the middle of a write. */
import { EMPTY_HEAD, headAfter, seal, type Head, type Row } from '../../../engine/adapters/ledger/chain.ts'
import type { EngineEvent, StoredEvent } from '../../../engine/contracts/index.ts'
import { LedgerFault, type Ledger } from '../../../engine/ports/index.ts'

export type DiskHooks = Readonly<{
  /** The turn is over and nothing of it is written. */
  before(events: readonly EngineEvent[]): void
  /** The transaction is being written; what dies here has it rolled back, or not. */
  during(events: readonly EngineEvent[]): void
  /** It is on the disk, and the writer does not know it yet. */
  after(events: readonly EngineEvent[]): void
  /** Whether a transaction that is interrupted is on the disk all the same. */
  isKept(): boolean
}>

export class Disk {
  readonly #stored: StoredEvent[] = []
  readonly rows: Row[] = []
  readonly #deals = new Set<string>()
  #head: Head = EMPTY_HEAD
  isFull = false

  /** The ledger as one life of the app opens it. */
  open(hooks: DiskHooks | null): Ledger {
    return {
      append: (events, wallMs) => {
        hooks?.before(events)
        if (this.isFull) throw new LedgerFault('DISK_FULL', 'The disk is full: nothing was stored.')
        const isKept = hooks?.isKept() ?? true
        if (!isKept) hooks?.during(events)
        const stored = this.#append(events, wallMs)
        if (isKept) hooks?.during(events)
        hooks?.after(events)
        return stored
      },
      all: () => this.#stored.values(),
      head: () => this.#head,
      close: () => undefined,
    }
  }

  #append(...[events, wallMs]: Parameters<Ledger['append']>): readonly StoredEvent[] {
    const sealed = seal(events, this.#head, wallMs)
    for (const event of events) {
      if (event.kind !== 'dealDone') continue
      const deal = `${event.deal.deal} of ${event.terminal}`
      if (this.#deals.has(deal)) throw new LedgerFault('DUPLICATE_DEAL', `Deal ${deal} is stored already.`)
      this.#deals.add(deal)
    }
    this.#head = headAfter(this.#head, sealed)
    this.#stored.push(...sealed.map(({ stored }) => stored))
    this.rows.push(...sealed.map(({ row }) => row))
    return sealed.map(({ stored }) => stored)
  }
}
