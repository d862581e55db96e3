import { deflateSync, inflateSync } from 'node:zlib'
import type { EventKind } from '../../../contracts/events.ts'
import { DICTIONARY } from './dictionary.ts'

/** What lies in the file for an event's JSON text: the text itself, or its kind alone and the text in `packed`. */
export type Packing = Readonly<{ body: string; packed: Uint8Array | null }>

/** Long, many and alike. No index reads their bodies, and none of them is written while a shot waits. */
const PACKED: readonly EventKind[] = ['missionIssued', 'missionRefused', 'missionRetimed']

/** A mission has 5,000. What claims to be more than this is damaged, and is not unpacked to the end. */
const MOST_BYTES = 1_000_000

/** A zlib stream (RFC 1950) with the dictionary: it carries checksums of both the dictionary and the text. */
export function packed(kind: EventKind, text: string): Packing {
  if (!PACKED.includes(kind) || Buffer.byteLength(text) > MOST_BYTES) return { body: text, packed: null }
  return { body: stubOf(kind), packed: deflateSync(text, { dictionary: DICTIONARY }) }
}

/** The text; null when this is nothing that `packed` has made. */
export function unpacked({ body, packed: stream }: Packing): string | null {
  if (stream === null) return body
  const text = inflated(stream)
  const kind = PACKED.find(one => body === stubOf(one))
  return text !== null && kind !== undefined && text.includes(`"kind":"${kind}"`) ? text : null
}

/** Without the text itself the column `kind` still says what it is. */
const stubOf = (kind: EventKind): string => `{"kind":"${kind}"}`

function inflated(stream: Uint8Array): string | null {
  try {
    return inflateSync(stream, { dictionary: DICTIONARY, maxOutputLength: MOST_BYTES }).toString()
  } catch (cause) {
    if (isOfZlib(cause)) return null
    throw cause
  }
}

const isOfZlib = (cause: unknown): boolean =>
  cause instanceof Error &&
  'code' in cause &&
  (String(cause.code).startsWith('Z_') || cause.code === 'ERR_BUFFER_TOO_LARGE')
