/** Crockford's Base32: no I, L, O or U, and what people type for them is understood. The alphabet of our ULIDs too. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TYPED_INSTEAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** Five bits a character, most significant first; the last character is filled up with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((value >>> bits) & 31)
    }
  }
  return bits === 0 ? text : text + ALPHABET.charAt((value << (5 - bits)) & 31)
}

export type Base32Read =
  Readonly<{ is: 'bytes'; bytes: Uint8Array }> | Readonly<{ is: 'unknown'; character: string }>

/** Whole bytes only; the bits that filled up the last character must be zero, else that character is `unknown`. */
export function fromBase32(text: string): Base32Read {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const typed of text.toUpperCase()) {
    const digit = ALPHABET.indexOf(TYPED_INSTEAD[typed] ?? typed)
    if (digit < 0) return { is: 'unknown', character: typed }
    value = ((value << 5) | digit) & 0x1fff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >>> bits) & 255)
    }
  }
  if ((value & ((1 << bits) - 1)) !== 0) return { is: 'unknown', character: text.slice(-1) }
  return { is: 'bytes', bytes: Uint8Array.from(bytes) }
}
