/**
 * The secret that app and terminal share: 32 random bytes. As text it is Base32 of key ‖ first two bytes of
 * SHA-256(key), 55 characters in eleven groups of five, so that a mistyped character is noticed where it is typed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { fromBase32, toBase32 } from './base32.ts'

export const KEY_BYTES = 32
const CHECK_BYTES = 2
const GROUP = 5
const CHARACTERS = Math.ceil(((KEY_BYTES + CHECK_BYTES) * 8) / GROUP)

export const newPairingKey = (): Uint8Array => new Uint8Array(randomBytes(KEY_BYTES))

const checkOf = (key: Uint8Array) => createHash('sha256').update(key).digest().subarray(0, CHECK_BYTES)

export function formatPairingKey(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new Error(`a pairing key has ${KEY_BYTES} bytes, not ${key.length}`)
  const text = toBase32(Buffer.concat([key, checkOf(key)]))
  return (text.match(/.{5}/g) ?? []).join('-')
}

export type ParsedKey =
  | Readonly<{ is: 'key'; key: Uint8Array }>
  | Readonly<{ is: 'refused'; code: 'KEY_LENGTH' | 'KEY_CHARACTER' | 'KEY_MISTYPED'; text: string }>

/** Takes what a person pasted: blanks and dashes anywhere, small letters, O for 0, I or L for 1. */
export function parsePairingKey(typed: string): ParsedKey {
  const text = typed.replaceAll(/[\s-]/g, '')
  if (text.length !== CHARACTERS) {
    return refused(
      'KEY_LENGTH',
      `A pairing key has ${CHARACTERS} characters, this one has ${text.length}: copy it again.`,
    )
  }
  const read = fromBase32(text)
  if (read.is === 'unknown') {
    return refused('KEY_CHARACTER', `“${read.character}” does not belong into a pairing key: copy it again.`)
  }
  const key = read.bytes.slice(0, KEY_BYTES)
  const mistyped = !checkOf(key).equals(read.bytes.subarray(KEY_BYTES))
  return mistyped
    ? refused('KEY_MISTYPED', 'The pairing key has a typing mistake: copy it again.')
    : { is: 'key', key }
}

const refused = (code: 'KEY_LENGTH' | 'KEY_CHARACTER' | 'KEY_MISTYPED', text: string): ParsedKey => ({
  is: 'refused',
  code,
  text,
})
