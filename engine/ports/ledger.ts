import type { EpochMs } from '../contracts/primitives.ts'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'

/**
 * The desk's memory: append-only, hash-chained, one writer. When `append` returns, the events survive a power cut;
 * when it throws `LedgerFault`, none of them was stored.
 */
export interface Ledger {
  append(events: readonly EngineEvent[], wallMs: EpochMs): readonly StoredEvent[]
  /** Every stored event, oldest first. */
  all(): Iterable<StoredEvent>
  /** Number of events, and hash of the last one (64 zeros when empty). */
  head(): { events: number; hash: string }
  close(): void
}

export type LedgerFaultCode =
  'NEWER_SCHEMA' | 'CHAIN_BROKEN' | 'DISK_FULL' | 'LOCKED' | 'CORRUPT' | 'READ_ONLY'

/** The ledger cannot do its duty. `text` says what, where and what to do, for a person. */
export class LedgerFault extends Error {
  readonly code: LedgerFaultCode
  constructor(code: LedgerFaultCode, text: string, options?: { cause?: unknown }) {
    super(text, options)
    this.name = 'LedgerFault'
    this.code = code
  }
}
