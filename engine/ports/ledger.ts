import type { EpochMs } from '../contracts/primitives.ts'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import { StoreFault } from './store-fault.ts'

/** How far a ledger goes: number of events, and hash of the last one (64 zeros when empty). */
export type LedgerHead = Readonly<{ events: number; hash: string }>

/**
 * The desk's memory: append-only, hash-chained, one writer. When `append` returns, the events survive a power cut;
 * when it throws `LedgerFault`, none of them was stored.
 */
export interface Ledger {
  append(events: readonly EngineEvent[], wallMs: EpochMs): readonly StoredEvent[]
  /**
   * Every stored event, or those after `from`, oldest first. Throws `CHAIN_BROKEN` or `CORRUPT`, naming the event, where it
   * cannot be trusted.
   */
  all(from?: LedgerHead): Iterable<StoredEvent>
  head(): LedgerHead
  close(): void
}

export class LedgerFault extends StoreFault {
  override readonly name = 'LedgerFault'
}
