import type { FloatLiteral, IntegerLiteral } from '../../ast.ts'
import type { Token } from '../../lex/token.ts'
import type { TokenStream } from '../token-stream.ts'

const DECIMAL = /^(\d+)(ul|lu|u|l)?$/i
const HEXADECIMAL = /^0x([0-9a-f]*)(ul|lu|u|l)?$/i
const FLOATING = /^((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(f)?$/i
const ULONG_MAX = 0xffff_ffff_ffff_ffffn

export function numberLiteral(stream: TokenStream, token: Token): IntegerLiteral | FloatLiteral {
  const { text, at } = token
  const hexadecimal = HEXADECIMAL.exec(text)
  if (hexadecimal?.[1] === '') stream.fail(36, `the digits after '0x' are missing`, token)
  const digits = hexadecimal?.[1] ?? DECIMAL.exec(text)?.[1]
  if (digits !== undefined) {
    const value = BigInt(hexadecimal === null ? digits : `0x${digits}`)
    if (value > ULONG_MAX) stream.fail(34, `'${text}' does not fit into any integer type`, token)
    const suffix = (hexadecimal ?? DECIMAL.exec(text))?.[2]?.toLowerCase() ?? ''
    return { kind: 'integer', at, value, base: hexadecimal ? 'hexadecimal' : 'decimal', suffix, text }
  }
  const [, written, single] = FLOATING.exec(text) ?? []
  if (written === undefined) stream.fail(149, `'${text}' is not a number`, token)
  return { kind: 'floating', at, value: Number(written), single: single !== undefined, text }
}

/** `B'0101'`. */
export function bitsLiteral(stream: TokenStream, token: Token): IntegerLiteral {
  const digits = token.text.slice(2, -1)
  if (!/^[01]{1,64}$/.test(digits)) stream.fail(158, `${token.text} must hold 1 to 64 digits 0 and 1`, token)
  const { at, text } = token
  return { kind: 'integer', at, value: BigInt(`0b${digits}`), base: 'binary', suffix: '', text }
}
