export type Decoded = { readonly text: string } | { readonly refusal: string }

/**
 * The text of a source file. MetaEditor writes UTF-16 with a byte order mark or UTF-8; anything else
 * would be read in the code page of whoever compiles, so it is refused.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { refusal: 'is UTF-16 big-endian: save it as UTF-8' }
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const encoding = utf16 ? 'utf-16le' : 'utf-8'
  const text = decodeStrictly(bytes, encoding)
  if (text !== null) return { text }
  return { refusal: `is not valid ${encoding.toUpperCase()}: save it as UTF-8` }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    if (cause instanceof TypeError) return null
    throw cause
  }
}
