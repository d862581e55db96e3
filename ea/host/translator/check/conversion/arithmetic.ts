import { isBool, isFloating, numberFacts } from '../model/numbers.ts'
import { numberType, type NumberType, type Type } from '../model/type.ts'

const INT = numberType('int')

/** The type that both numbers become before they are added, compared, …; null if one is no number. */
export function commonType(one: Type, other: Type): NumberType | null {
  const first = numberFacts(one)
  const second = numberFacts(other)
  if (first === null || second === null) return null
  if (isDouble(one) || isDouble(other)) return numberType('double')
  if (isFloating(one) || isFloating(other)) return numberType('float')
  const bytes = Math.max(first.bytes, second.bytes)
  const unsigned = [one, other].some(type => numberFacts(type)?.bytes === bytes && isUnsigned(type))
  if (bytes === 8) return numberType(unsigned ? 'ulong' : 'long')
  return bytes === 4 && unsigned ? numberType('uint') : INT
}

/** The type of a number after a sign or a tilde. */
export function promoted(type: Type): NumberType | null {
  return commonType(type, INT)
}

/** `datetime + seconds` stays a time; so does a color with bits added. */
export function sumType(one: Type, other: Type): NumberType | null {
  const common = commonType(one, other)
  if (common === null || isFloating(common)) return common
  const special = [one, other].filter(isTime)
  return special.length === 1 ? numberType('datetime') : common
}

function isTime(type: Type): boolean {
  return type.kind === 'number' && type.name === 'datetime'
}

function isDouble(type: Type): boolean {
  return type.kind === 'number' && type.name === 'double'
}

function isUnsigned(type: Type): boolean {
  const facts = numberFacts(type)
  return facts !== null && facts.plain && !facts.signed
}

/** Comparing them reads one as something that it is not: `-1 > 1u`. */
export function signsDiffer(one: Type, other: Type): boolean {
  const first = numberFacts(one)
  const second = numberFacts(other)
  if (first === null || second === null || !first.plain || !second.plain) return false
  if (first.floating || second.floating || first.signed === second.signed) return false
  const unsigned = first.signed ? second : first
  const signed = first.signed ? first : second
  return unsigned.bytes >= signed.bytes
}

export function isUnsafeBool(one: Type, other: Type): boolean {
  return isBool(one) || isBool(other)
}
