/** JSON as the wire allows it: UTF-8 without a byte order mark, and no deeper than the limit. */
import { wireRefusal, type WireRefusal, type WireRefusalCode } from './refusal.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export type ParsedJson = Readonly<{ is: 'json'; value: unknown }>

/** `what` names the part in the refusal ("header", "body of fire"). */
export function parseJson(bytes: Uint8Array, what: string, code: WireRefusalCode): ParsedJson | WireRefusal {
  try {
    return { is: 'json', value: JSON.parse(utf8.decode(bytes)) }
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'is not UTF-8 text'
    return wireRefusal(code, `The ${what} ${why}.`)
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/**
 * Deepest nesting of arrays and objects, counted on the bytes before anything is built from them. UTF-8 never has an
 * ASCII byte inside a longer character, so bytes are enough.
 */
export function jsonDepth(bytes: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (inText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (OPENING.has(byte)) deepest = Math.max(deepest, (depth += 1))
    else if (CLOSING.has(byte)) depth -= 1
  }
  return deepest
}

/** As much of a schema's error as a sentence needs. */
export type Issues = Readonly<{
  issues: readonly Readonly<{ path: readonly PropertyKey[]; message: string }>[]
}>

/** The first complaint of a schema with its path: "symbols.0.digits: expected int". */
export function firstIssue(error: Issues): string {
  const issue = error.issues[0]
  if (!issue) return 'invalid'
  const path = issue.path.map(String).join('.')
  return path === '' ? issue.message : `${path}: ${issue.message}`
}
