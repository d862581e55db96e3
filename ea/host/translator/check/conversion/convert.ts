import { isSameOrDerived } from '../model/class-facts.ts'
import { isInteger, type Constant } from '../model/constant.ts'
import { fitsInteger, isBool, numberFacts } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, sameType, type EnumType, type Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'
import { OWN_CODES } from '../own-codes.ts'

/** How far a value is from a type: what chooses between overloads. */
export const RANK = { same: 0, promoted: 1, widened: 2, changed: 3, narrowed: 4, text: 6 } as const

export type Conversion = {
  readonly rank: number
  /** What the compiler says about it, if anything. */
  readonly complaint: Complaint | null
}

export type Complaint = { readonly code: number; readonly text: string }

function plain(rank: number): Conversion {
  return { rank, complaint: null }
}

function complaining(rank: number, code: number, text: string): Conversion {
  return { rank, complaint: { code, text } }
}

type Convertible = { readonly type: Type; readonly known: Constant | null; readonly constant: boolean }

/** The implicit conversion of a value to a type; null when there is none. */
export function convert(value: Convertible, to: Type): Conversion | null {
  const from = value.type
  if (isOpen(from) || isOpen(to)) return plain(RANK.widened)
  if (from.kind === 'pointer' && to.kind === 'pointer') return convertPointer(value, from.constant, to)
  if (sameType(from, to)) return from.kind === 'array' || from.kind === 'void' ? null : plain(RANK.same)
  if (from.kind === 'null') return convertNull(to)
  if (to.kind === 'enum') return convertToEnum(value, to)
  if (to.kind === 'string') return numberFacts(from) === null ? null : toText(from)
  if (from.kind === 'string') return fromText(to)
  if (to.kind === 'class') return convertToObject(from, to)
  return convertNumber(value, to)
}

function toText(from: Type): Conversion {
  return complaining(RANK.text, 181, `implicit conversion from '${printType(from)}' to 'string'`)
}

function fromText(to: Type): Conversion | null {
  if (numberFacts(to) === null) return null
  if (isBool(to)) return complaining(RANK.text, 246, "cannot implicitly convert type 'string' to 'bool'")
  return complaining(RANK.text, 180, `implicit conversion from 'string' to '${printType(to)}'`)
}

function convertNull(to: Type): Conversion | null {
  if (to.kind === 'pointer' || to.kind === 'string' || to.kind === 'functionPointer')
    return plain(RANK.promoted)
  return numberFacts(to) === null ? null : plain(RANK.changed)
}

function convertPointer(
  value: Convertible,
  fromConstant: boolean,
  to: Type & { kind: 'pointer' },
): Conversion | null {
  const from = value.type
  if (from.kind !== 'pointer' || !isSameOrDerived(from.to, to.to)) return null
  if (fromConstant && !to.constant) {
    return complaining(
      RANK.changed,
      358,
      'a pointer to a constant object cannot become a pointer to a changeable one',
    )
  }
  return plain(sameType(from.to, to.to) ? RANK.same : RANK.promoted)
}

/** A pointer stands for its object where an object is wanted; a derived object for its base. */
function convertToObject(from: Type, to: Type & { kind: 'class' }): Conversion | null {
  const object = from.kind === 'pointer' ? from.to : from
  if (!isSameOrDerived(object, to)) return null
  return plain(sameType(object, to) ? RANK.promoted : RANK.widened)
}

function convertToEnum(value: Convertible, to: EnumType): Conversion | null {
  const facts = numberFacts(value.type)
  if (facts === null) return null
  const from = printType(value.type)
  if (!isInteger(value.known)) {
    return complaining(
      RANK.narrowed,
      facts.floating ? 262 : OWN_CODES.implicitEnum,
      `implicit conversion from '${from}' to enumeration '${to.symbol.name}'`,
    )
  }
  const fits = value.known === -1n || to.symbol.members.some(member => member.value === value.known)
  if (!fits) return complaining(RANK.narrowed, 262, `${value.known} is no value of '${to.symbol.name}'`)
  if (value.type.kind !== 'enum') return plain(RANK.changed)
  return complaining(
    RANK.changed,
    OWN_CODES.implicitEnum,
    `implicit conversion from '${from}' to '${to.symbol.name}'`,
  )
}

function convertNumber(value: Convertible, to: Type): Conversion | null {
  const byType = convertNumberType(value.type, to)
  if (byType === null || value.known === null || isBool(to)) return byType
  // What a constant loses is known: nothing, or something for sure.
  const kept = keeps(value.known, to)
  return { rank: byType.rank, complaint: kept ? null : truncation(to) }
}

function convertNumberType(type: Type, to: Type): Conversion | null {
  const from = numberFacts(type)
  const target = numberFacts(to)
  if (from === null || target === null) return null
  if (isBool(to)) return plain(RANK.narrowed)
  if (from.floating && !target.floating) return lossy(type, to)
  if (from.floating) return target.bytes < from.bytes ? lossy(type, to) : plain(RANK.promoted)
  if (target.floating) {
    const rounds = from.bytes >= target.bytes && from.bytes > 2
    return rounds ? lossy(type, to, RANK.changed) : plain(RANK.widened)
  }
  if (target.bytes < from.bytes) return lossy(type, to)
  if (target.bytes === from.bytes) return plain(RANK.changed)
  return plain(from.bytes < 4 && isInt(to) ? RANK.promoted : RANK.widened)
}

function isInt(type: Type): boolean {
  return type.kind === 'number' && type.name === 'int'
}

function keeps(known: Constant, to: Type): boolean {
  if (isInteger(known)) return fitsInteger(known, to)
  return numberFacts(to)?.floating === true || Number.isInteger(known)
}

function truncation(to: Type): Complaint {
  return { code: 44, text: `truncation of constant value to '${printType(to)}'` }
}

function lossy(from: Type, to: Type, rank: number = RANK.narrowed): Conversion {
  const types = `from '${printType(from)}' to '${printType(to)}'`
  return complaining(rank, 43, `possible loss of data due to type conversion ${types}`)
}

/** `(type)value`: what no cast can do. */
export function canCast(value: Value, to: Type): boolean {
  const from = value.type
  if (isOpen(from) || isOpen(to)) return true
  if (to.kind === 'void' || to.kind === 'array' || from.kind === 'array' || from.kind === 'void') return false
  if (from.kind === 'string' && isBool(to)) return false
  if (to.kind === 'string' || from.kind === 'string')
    return numberFacts(from) !== null || numberFacts(to) !== null || sameType(from, to)
  if (numberFacts(to) !== null)
    return numberFacts(from) !== null || from.kind === 'null' || from.kind === 'pointer'
  if (to.kind === 'pointer') return canCastPointer(from, to)
  if (to.kind === 'functionPointer') return from.kind === 'null' || sameType(from, to)
  return to.kind === 'class' && canCastObject(from, to)
}

function canCastPointer(from: Type, to: Type & { kind: 'pointer' }): boolean {
  if (from.kind === 'null') return true
  return from.kind === 'pointer' && (isSameOrDerived(from.to, to.to) || isSameOrDerived(to.to, from.to))
}

function canCastObject(from: Type, to: Type & { kind: 'class' }): boolean {
  const object = from.kind === 'pointer' ? from.to : from
  if (isSameOrDerived(object, to) || isSameOrDerived(to, object)) return true
  // Structures of simple fields may be cast to one another: their bytes are copied.
  return object.kind === 'class' && object.symbol.keyword === 'struct' && to.symbol.keyword === 'struct'
}
