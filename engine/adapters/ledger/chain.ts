/**
 * The hash chain. Event `seq` has
 *
 *     hash = SHA-256( previous hash ‖ "\n" ‖ seq ‖ "\n" ‖ wallMs ‖ "\n" ‖ body )
 *
 * in UTF-8, the hash as 64 lower-case hexadecimal digits, numbers in decimal, `body` the event's canonical JSON, and 64
 * zeros before the first event. So the last hash vouches for every event, its place and its time of storing.
 */
import { createHash } from 'node:crypto'
import { EngineEvent, type StoredEvent } from '../../contracts/events.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { LedgerHead } from '../../ports/ledger.ts'
import { canonicalJson } from './canonical-json.ts'

export const GENESIS_HASH = '0'.repeat(64)

export type Head = LedgerHead
export const EMPTY_HEAD: Head = { events: 0, hash: GENESIS_HASH }

/** An event as it lies on disk. */
export type Row = Readonly<{ seq: number; wallMs: number; body: string; hash: string }>

/** An event ready to be stored, and the same as its row. */
export type Sealed = Readonly<{ stored: StoredEvent; row: Row }>

export function hashOf(previousHash: string, seq: number, wallMs: number, body: string): string {
  return createHash('sha256').update(`${previousHash}\n${seq}\n${wallMs}\n${body}`).digest('hex')
}

/** Puts new events after `head`. Throws when an event does not fit its own contract: that is a bug, not a fault. */
export function seal(events: readonly EngineEvent[], head: Head, wallMs: EpochMs): readonly Sealed[] {
  let { events: seq, hash } = head
  return events.map(event => {
    const body = canonicalJson(wireFormOf(event))
    seq += 1
    hash = hashOf(hash, seq, wallMs, body)
    return { stored: { seq, wallMs, event, hash }, row: { seq, wallMs, body, hash } }
  })
}

export function headAfter(head: Head, sealed: readonly Sealed[]): Head {
  const last = sealed.at(-1)
  return last === undefined ? head : { events: last.row.seq, hash: last.row.hash }
}

/** What is wrong with a row that follows `head`, in words that come after "event N …"; null when it fits. */
export function breakOf(row: Row, head: Head): string | null {
  if (row.seq !== head.events + 1) return `stands where event ${head.events + 1} belongs: one is missing`
  if (hashOf(head.hash, row.seq, row.wallMs, row.body) !== row.hash)
    return 'does not fit its hash: it, or one before it, was changed after it was stored'
  return null
}

function wireFormOf(event: EngineEvent): unknown {
  const encoded = EngineEvent.safeEncode(event)
  if (encoded.success) return encoded.data
  const issue = encoded.error.issues[0]
  throw new Error(`cannot store ${event.kind}: ${issue?.path.join('.')}: ${issue?.message}`, {
    cause: encoded.error,
  })
}
