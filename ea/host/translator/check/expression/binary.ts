import type { BinaryExpression, BinaryOperator } from '../../ast.ts'
import { callOperator, hasOperator } from '../call/operator-call.ts'
import { accept } from '../conversion/accept.ts'
import { commonType, isUnsafeBool, signsDiffer, sumType } from '../conversion/arithmetic.ts'
import { convert } from '../conversion/convert.ts'
import { fold } from '../conversion/fold.ts'
import { isInteger } from '../model/constant.ts'
import { isFloating, isIntegerType, numberFacts } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, numberType, STRING, UNKNOWN, type Type } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'
import { checkCondition } from './condition.ts'

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['<', '>', '<=', '>=', '==', '!='])
const BITS: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['&', '|', '^', '<<', '>>', '%'])
const BOOL = numberType('bool')

export function evaluateBinary(node: BinaryExpression, here: Here): Value {
  const left = here.work.evaluate(node.left, here)
  const right = here.work.evaluate(node.right, here)
  return operate(node, left, right, here)
}

type Operation = Pick<BinaryExpression, 'at' | 'operator' | 'left' | 'right'>

/** The value of an operator between two values. Also serves `a OP= b`. */
export function operate(node: Operation, left: Value, right: Value, here: Here): Value {
  const { operator } = node
  if (operator === '&&' || operator === '||') return logical(node, left, right, here)
  if (isOpen(left.type) || isOpen(right.type)) return valueOf(COMPARISONS.has(operator) ? BOOL : UNKNOWN)
  if (hasOperator(left, operator, right)) {
    return callOperator(operator, left, [{ node: node.right, value: right }], node.at, here)
  }
  if (COMPARISONS.has(operator)) return compare(node, left, right, here)
  if (operator === '+' && (left.type.kind === 'string' || right.type.kind === 'string')) {
    return concatenate(node, left, right, here)
  }
  return calculate(node, left, right, here)
}

function logical(node: Operation, left: Value, right: Value, here: Here): Value {
  checkCondition(left, node.left.at, here)
  checkCondition(right, node.right.at, here)
  return valueOf(BOOL, { known: fold(node.operator, left.known, right.known, BOOL, BOOL) })
}

function concatenate(node: Operation, left: Value, right: Value, here: Here): Value {
  accept(here.work, node.left.at, left, STRING, 150)
  accept(here.work, node.right.at, right, STRING, 150)
  return valueOf(STRING, { known: fold('+', left.known, right.known, STRING, STRING) })
}

function invalid({ operator, at }: Operation, left: Value, right: Value, here: Here): Value {
  const sides = `'${printType(left.type)}' and '${printType(right.type)}'`
  here.work.report(at, 150, `'${operator}' cannot stand between ${sides}`)
  return NOTHING_KNOWN
}

function calculate(node: Operation, left: Value, right: Value, here: Here): Value {
  const { operator } = node
  const common = commonType(zeroed(left), zeroed(right))
  if (common === null) return invalid(node, left, right, here)
  if (BITS.has(operator)) {
    if (!isIntegerType(zeroed(left)) || !isIntegerType(zeroed(right))) return invalid(node, left, right, here)
  } else if (isUnsafeBool(left.type, right.type)) {
    here.work.report(node.at, 66, `a bool in '${operator}' is unsafe`)
  }
  const result = operator === '+' || operator === '-' ? (sumType(left.type, right.type) ?? common) : common
  const isShift = operator === '<<' || operator === '>>'
  const type = isShift ? (commonType(left.type, numberType('int')) ?? common) : result
  checkRightSide(node, right, type, here)
  return valueOf(type, { known: fold(operator, left.known, right.known, common, type) })
}

/** NULL counts as a zero. */
function zeroed({ type }: Value): Type {
  return type.kind === 'null' ? numberType('int') : type
}

function checkRightSide({ operator, right: { at } }: Operation, right: Value, type: Type, here: Here): void {
  if (!isInteger(right.known)) return
  if ((operator === '/' || operator === '%') && right.known === 0n && !isFloating(type)) {
    here.work.report(at, 198, 'division by zero')
  }
  const bits = BigInt((numberFacts(type)?.bytes ?? 8) * 8)
  const isShift = operator === '<<' || operator === '>>'
  if (isShift && (right.known < 0n || right.known >= bits)) {
    here.work.report(at, 75, `a shift by ${right.known} bits is undefined`)
  }
}

function compare(node: Operation, left: Value, right: Value, here: Here): Value {
  const common = commonType(zeroed(left), zeroed(right))
  if (common === null) return compareOthers(node, left, right, here)
  if (signsDiffer(left.type, right.type) && !isHarmless(left) && !isHarmless(right)) {
    here.work.report(node.at, 45, `'${printType(left.type)}' and '${printType(right.type)}' differ in sign`)
  }
  return valueOf(BOOL, { known: fold(node.operator, left.known, right.known, common, BOOL) })
}

/** A constant that is not negative has no sign to be mistaken. */
function isHarmless({ known }: Value): boolean {
  return isInteger(known) && known >= 0n
}

function compareOthers(node: Operation, left: Value, right: Value, here: Here): Value {
  const { operator } = node
  const text = left.type.kind === 'string' || right.type.kind === 'string'
  const equality = operator === '==' || operator === '!='
  if (text) return compareTexts(node, left, right, here)
  const fits = convert(left, right.type) ?? convert(right, left.type)
  const objects = left.type.kind === 'class' || right.type.kind === 'class'
  if (!equality || fits === null || objects) return invalid(node, left, right, here)
  return valueOf(BOOL)
}

function compareTexts(node: Operation, left: Value, right: Value, here: Here): Value {
  const numbers = [left, right].filter(({ type }) => numberFacts(type) !== null)
  const [number] = numbers
  if (number !== undefined) {
    here.work.report(node.at, 180, `implicit conversion from 'string' to '${printType(number.type)}'`)
    return valueOf(BOOL)
  }
  const both = [left, right].every(({ type }) => type.kind === 'string' || type.kind === 'null')
  return both ? valueOf(BOOL) : invalid(node, left, right, here)
}
