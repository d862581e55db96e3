import { deflateSync, inflateSync } from 'node:zlib'
import type { EventKind } from '../../../contracts/events.ts'
import type { Ulid } from '../../../contracts/primitives.ts'
import { DICTIONARY } from './dictionary.ts'

/** What lies in the file for an event's JSON text: the text itself, or its kind alone and the text in `packed`. */
export type Packing = Readonly<{ body: string; packed: Uint8Array | null }>

/** Long, many and alike. No index reads their bodies, and none of them is written while a shot waits. */
const PACKED: readonly EventKind[] = ['missionIssued', 'missionRefused', 'missionRetimed']

/** A mission has 5,000. What claims to be more than this is damaged, and is not unpacked to the end. */
const MOST_BYTES = 1_000_000

/** What an index reads of an event that is packed. */
type Told = Readonly<{ kind: EventKind; trace?: Ulid | undefined }>

/** A zlib stream (RFC 1950) with the dictionary: it carries checksums of both the dictionary and the text. */
export function packed({ kind, trace }: Told, text: string): Packing {
  if (!PACKED.includes(kind) || Buffer.byteLength(text) > MOST_BYTES) return { body: text, packed: null }
  return { body: stubOf({ kind, trace }), packed: deflateSync(text, { dictionary: DICTIONARY }) }
}

/** The text; null when this is nothing that `packed` has made. */
export function unpacked({ body, packed: stream }: Packing): string | null {
  if (stream === null) return body
  const text = inflated(stream)
  const told = toldBy(body)
  return text !== null && told !== null && told.every(one => text.includes(one)) ? text : null
}

/** Without the text itself the columns `kind` and `story` still say what it is, and of which mission. */
const stubOf = ({ kind, trace }: Told): string =>
  trace === undefined ? `{"kind":"${kind}"}` : `{"kind":"${kind}","trace":"${trace}"}`

const STUB = /^\{("kind":"(\w+)")(?:,("trace":"\w{26}"))?\}$/

/** What a stub says, as the text itself must say it; null when it is none. Those of before told no trace. */
function toldBy(body: string): readonly string[] | null {
  const [, kind, name, trace] = STUB.exec(body) ?? []
  if (kind === undefined || !PACKED.some(one => one === name)) return null
  return trace === undefined ? [kind] : [kind, trace]
}

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
