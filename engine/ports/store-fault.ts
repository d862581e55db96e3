/**
 * `DISK_FAILED`: the disk did not do what it was asked, which says nothing against what is on it. `CHAIN_BROKEN`: an event was
 * changed, removed or put in. `DUPLICATE_DEAL`: a fill that is stored already. `NO_BINDING`: no SQLite fits this runtime.
 * `INSTALL_KEY`: the key of this install cannot be read or made.
 */
export type StoreFaultCode =
  | 'NEWER_SCHEMA'
  | 'DISK_FULL'
  | 'DISK_FAILED'
  | 'LOCKED'
  | 'CORRUPT'
  | 'READ_ONLY'
  | 'CHAIN_BROKEN'
  | 'DUPLICATE_DEAL'
  | 'NO_BINDING'
  | 'INSTALL_KEY'

/** A database file cannot do its duty. Its message says what, where and what to do, for a person. */
export class StoreFault extends Error {
  override readonly name: string = 'StoreFault'
  readonly code: StoreFaultCode
  constructor(code: StoreFaultCode, text: string, options?: { cause?: unknown }) {
    super(text, options)
    this.code = code
  }
}
