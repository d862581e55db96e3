const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const REFERENCE = /^&(?:#x([\da-f]+)|#(\d+)|([a-z]+));?/i

/**
 * `&lt;`, `&#60;` or `&#x3c;` at a place in a text, or null when it is none: then the & stands for itself. The server knows
 * four names and any number below U+10FFFF: https://core.telegram.org/bots/api#html-style
 */
export function characterReference(
  source: string,
  at: number,
): Readonly<{ stands: string; length: number }> | null {
  const found = REFERENCE.exec(source.slice(at, at + 16))
  if (!found) return null
  const [whole, hexadecimal, decimal, name] = found
  if (name !== undefined) {
    const stands = NAMED[name]
    return stands === undefined ? null : { stands, length: whole.length }
  }
  const code = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16)
  if (code === 0 || code >= 0x10ffff || whole.length > 10) return null
  return { stands: String.fromCodePoint(code), length: whole.length }
}
