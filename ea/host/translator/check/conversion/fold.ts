import type { BinaryOperator } from '../../ast.ts'
import { isInteger, type Constant } from '../model/constant.ts'
import { isFloating, numberFacts } from '../model/numbers.ts'
import type { Type } from '../model/type.ts'

/** A value brought into its type: integers wrap around, floating numbers lose their fraction in integers. */
export function wrap(value: Constant, type: Type): Constant | null {
  const facts = numberFacts(type)
  if (typeof value === 'string') return type.kind === 'string' ? value : null
  if (facts === null) return null
  if (facts.floating) return Number(value)
  if (type.kind === 'number' && type.name === 'bool') return Number(value) === 0 ? 0n : 1n
  if (!isInteger(value) && !Number.isFinite(value)) return null
  const whole = isInteger(value) ? value : BigInt(Math.trunc(value))
  return facts.signed ? BigInt.asIntN(facts.bytes * 8, whole) : BigInt.asUintN(facts.bytes * 8, whole)
}

const INTEGERS: Partial<Record<BinaryOperator, (one: bigint, other: bigint) => bigint | boolean | null>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => (other === 0n ? null : one / other),
  '%': (one, other) => (other === 0n ? null : one % other),
  '&': (one, other) => one & other,
  '|': (one, other) => one | other,
  '^': (one, other) => one ^ other,
  '<<': (one, other) => (other < 0n || other > 63n ? null : one << other),
  '>>': (one, other) => (other < 0n || other > 63n ? null : one >> other),
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '&&': (one, other) => one !== 0n && other !== 0n,
  '||': (one, other) => one !== 0n || other !== 0n,
}

const FLOATS: Partial<Record<BinaryOperator, (one: number, other: number) => number | boolean>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
}

/** The value of an operator between two constants of the common type; null when it is not known. */
export function fold(
  operator: BinaryOperator,
  one: Constant | null,
  other: Constant | null,
  common: Type,
  result: Type,
): Constant | null {
  if (one === null || other === null) return null
  if (typeof one === 'string' || typeof other === 'string') {
    return operator === '+' && typeof one === 'string' && typeof other === 'string' ? one + other : null
  }
  const value = isFloating(common)
    ? (FLOATS[operator]?.(Number(one), Number(other)) ?? null)
    : isInteger(one) && isInteger(other)
      ? (INTEGERS[operator]?.(one, other) ?? null)
      : null
  if (value === null) return null
  return wrap(typeof value === 'boolean' ? BigInt(value) : value, result)
}
