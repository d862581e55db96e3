import type { NumberName, Type } from './type.ts'

type NumberFacts = {
  readonly bytes: 1 | 2 | 4 | 8
  readonly signed: boolean
  /** Signs of bool, datetime, color and enumerations are nobody's concern. */
  readonly plain: boolean
  readonly floating: boolean
}

function integer(bytes: NumberFacts['bytes'], signed: boolean, plain = true): NumberFacts {
  return { bytes, signed, plain, floating: false }
}

const FACTS: Readonly<Record<NumberName, NumberFacts>> = {
  bool: integer(1, false, false),
  char: integer(1, true),
  uchar: integer(1, false),
  short: integer(2, true),
  ushort: integer(2, false),
  int: integer(4, true),
  uint: integer(4, false),
  color: integer(4, false, false),
  long: integer(8, true),
  ulong: integer(8, false),
  datetime: integer(8, true, false),
  float: { bytes: 4, signed: true, plain: true, floating: true },
  double: { bytes: 8, signed: true, plain: true, floating: true },
}

const ENUM_FACTS: NumberFacts = integer(4, true, false)

/** Null for what is no number. An enumeration is a four-byte integer. */
export function numberFacts(type: Type): NumberFacts | null {
  if (type.kind === 'number') return FACTS[type.name]
  return type.kind === 'enum' ? ENUM_FACTS : null
}

export function isIntegerType(type: Type): boolean {
  return numberFacts(type)?.floating === false
}

export function isFloating(type: Type): boolean {
  return numberFacts(type)?.floating === true
}

export function isBool(type: Type): boolean {
  return type.kind === 'number' && type.name === 'bool'
}

/** Whether an integer constant can be kept by an integer type. A sign pattern of hexadecimal digits can. */
export function fitsInteger(value: bigint, type: Type): boolean {
  const facts = numberFacts(type)
  if (facts === null || facts.floating) return true
  const bits = BigInt(facts.bytes * 8)
  const top = 1n << bits
  if (isBool(type)) return true
  // A color of -1 (clrNONE) and a uint of -1 are how MQL5's own constants are written.
  if (!facts.signed) return value >= -(top >> 1n) && value < top
  return value >= -(top >> 1n) && value < top >> 1n
}
