import type { CharacterLiteral, FloatLiteral, IntegerLiteral, Literal } from '../ast.ts'
import { stringLiteral } from './words.ts'

const INT_MAX = 0x7fff_ffffn
const LONG_MAX = 0x7fff_ffff_ffff_ffffn

export function isLiteral(expression: { readonly kind: string }): expression is Literal {
  return LITERALS.has(expression.kind)
}

const LITERALS = new Set([
  'integer',
  'floating',
  'character',
  'string',
  'boolean',
  'null',
  'datetime',
  'color',
])

export function writeLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'integer':
      return integer(literal)
    case 'floating':
      return floating(literal)
    case 'character':
      return character(literal)
    case 'string':
      return stringLiteral(literal.value)
    case 'boolean':
      return String(literal.value)
    case 'null':
      return 'mql::null'
    case 'datetime':
      return `datetime(${literal.value})`
    case 'color':
      return `color(0x${literal.value.toString(16).padStart(6, '0').toUpperCase()})`
  }
}

/** A decimal that is too large for int is long, and beyond that ulong; other bases try uint in between. */
function integer({ value, base, suffix }: IntegerLiteral): string {
  const digits = base === 'decimal' ? String(value) : `0x${value.toString(16).toUpperCase()}`
  if (suffix !== '') return digits + suffix.toUpperCase()
  if (value > LONG_MAX) return `${digits}UL`
  return base === 'decimal' && value > INT_MAX ? `${digits}L` : digits
}

function floating({ value, single }: FloatLiteral): string {
  const digits = String(value)
  const real = /[.e]/.test(digits) ? digits : `${digits}.0`
  return single ? `${real}f` : real
}

function character({ value }: CharacterLiteral): string {
  const printable = value > 0x20 && value < 0x7f && value !== 0x27 && value !== 0x5c
  return `uint16_t{${printable ? `u'${String.fromCharCode(value)}'` : value}}`
}
