import type { CharacterLiteral } from '../../ast.ts'
import type { Token } from '../../lex/token.ts'
import type { TokenStream } from '../token-stream.ts'

const ESCAPE = /\\(?:x([0-9a-f]{1,4})|(\d{1,5})|([^]))/gi

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

/** What a string or character token says: its text without quotes, its escapes read. */
export function readText(stream: TokenStream, token: Token): string {
  return token.text
    .slice(1, -1)
    .replace(ESCAPE, (whole, hexadecimal?: string, decimal?: string, letter?: string) => {
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
      const character = letter === undefined ? codeUnit(code) : ESCAPED[letter]
      return character ?? stream.fail(25, `MQL5 does not know the escape '${whole}'`, token)
    })
}

export function characterLiteral(stream: TokenStream, token: Token): CharacterLiteral {
  const text = readText(stream, token)
  if (text.length !== 1) stream.fail(239, `${token.text} must hold exactly one character`, token)
  return { kind: 'character', at: token.at, value: text.charCodeAt(0) }
}

function codeUnit(code: number): string | undefined {
  return code <= 0xffff ? String.fromCharCode(code) : undefined
}
