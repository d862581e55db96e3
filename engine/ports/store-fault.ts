/**
 * `CHAIN_BROKEN`: an event was changed, removed or put in. `DUPLICATE_DEAL`: a fill that is stored already. `NO_BINDING`:
 * no SQLite fits this runtime.
 */
export type StoreFaultCode =
  | 'NEWER_SCHEMA'
  | 'DISK_FULL'
  | 'LOCKED'
  | 'CORRUPT'
  | 'READ_ONLY'
  | 'CHAIN_BROKEN'
  | 'DUPLICATE_DEAL'
  | 'NO_BINDING'

/** A database file cannot do its duty. Its message says what, where and what to do, for a person. */
export class StoreFault extends Error {
  override readonly name: string = 'StoreFault'
  readonly code: StoreFaultCode
  constructor(code: StoreFaultCode, text: string, options?: { cause?: unknown }) {
    super(text, options)
    this.code = code
  }
}
