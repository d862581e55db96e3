import type { PublicKey } from '../../contracts/squad.ts'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Crockford's: no letter that is taken for a digit. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP = 4

/**
 * The first 80 bits of a key in four groups, for two people to compare by voice: who has another key with the same ones has tried
 * 2⁸⁰ of them.
 */
export function fingerprint(key: PublicKey): string {
  const bits = Array.from(key, letter => BASE64URL.indexOf(letter).toString(2).padStart(6, '0')).join('')
  const letters = Array.from({ length: GROUPS * GROUP }, (_, at) =>
    BASE32.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
  ).join('')
  return Array.from({ length: GROUPS }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP)).join('-')
}
