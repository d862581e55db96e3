import type { EpochMs, Ulid } from '../contracts/primitives.ts'

/** New identities, strictly increasing in text order within a process. A replay's are reproducible. */
export interface Ids {
  next(atMs: EpochMs): Ulid
}
