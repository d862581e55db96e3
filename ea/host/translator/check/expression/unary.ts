import type { PostfixExpression, UnaryExpression } from '../../ast.ts'
import { callOperator, hasOperator } from '../call/operator-call.ts'
import { promoted } from '../conversion/arithmetic.ts'
import { wrap } from '../conversion/fold.ts'
import { isBool, isIntegerType, numberFacts } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, numberType, type Type } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'
import { checkCondition } from './condition.ts'
import { checkWritable } from './writing.ts'

export function evaluatePostfix(node: PostfixExpression, here: Here): Value {
  const operand = here.work.evaluate(node.operand, here)
  if (hasOperator(operand, node.operator)) return callOperator(node.operator, operand, [], node.at, here)
  return { ...step(node, operand, here), place: false }
}

export function evaluateUnary(node: UnaryExpression, here: Here): Value {
  const operand = here.work.evaluate(node.operand, here)
  const { operator } = node
  if (operator === '&') return addressOf(node, operand, here)
  if (hasOperator(operand, operator)) return callOperator(operator, operand, [], node.at, here)
  if (operator === '*') return objectBehind(node, operand, here)
  if (operator === '++' || operator === '--') return step(node, operand, here)
  if (operator === '!') return not(node, operand, here)
  return signed(node, operand, here)
}

function step(node: UnaryExpression | PostfixExpression, operand: Value, here: Here): Value {
  if (isOpen(operand.type)) return NOTHING_KNOWN
  if (numberFacts(operand.type) === null) return invalid(node, operand.type, here)
  checkWritable(operand, node.at, here)
  if (isBool(operand.type)) here.work.report(node.at, 66, `'${node.operator}' with a bool is unsafe`)
  return { ...operand, known: null }
}

function invalid(node: UnaryExpression | PostfixExpression, type: Type, here: Here): Value {
  here.work.report(node.at, 150, `'${node.operator}' cannot stand with '${printType(type)}'`)
  return NOTHING_KNOWN
}

function not(node: UnaryExpression, operand: Value, here: Here): Value {
  checkCondition(operand, node.operand.at, here)
  const { known } = operand
  return valueOf(numberType('bool'), { known: typeof known === 'bigint' ? BigInt(known === 0n) : null })
}

function signed(node: UnaryExpression, operand: Value, here: Here): Value {
  if (isOpen(operand.type)) return NOTHING_KNOWN
  const type = promoted(operand.type)
  if (type === null || (node.operator === '~' && !isIntegerType(operand.type))) {
    return invalid(node, operand.type, here)
  }
  if (isBool(operand.type)) here.work.report(node.at, 66, `'${node.operator}' with a bool is unsafe`)
  // The digits of LONG_MIN without their sign are one too many for a long.
  const isLongMin = node.operator === '-' && operand.known === 1n << 63n
  if (isLongMin) return valueOf(numberType('long'), { known: -(1n << 63n) })
  if (node.operator === '-' && type.name === 'ulong') {
    here.work.report(node.at, 67, 'a minus before a ulong is undefined')
  }
  return valueOf(type, { known: signedConstant(node, operand, type) })
}

function signedConstant({ operator }: UnaryExpression, { known }: Value, type: Type): Value['known'] {
  if (known === null || typeof known === 'string') return null
  if (operator === '+') return known
  if (operator === '-') return wrap(-known, type)
  return typeof known === 'bigint' ? wrap(~known, type) : null
}

/** `&object`: a pointer to it. Only objects of classes can be pointed at. */
function addressOf(node: UnaryExpression, operand: Value, here: Here): Value {
  const { type } = operand
  if (isOpen(type)) return NOTHING_KNOWN
  if (type.kind === 'pointer') return operand
  if (type.kind !== 'class' || !['class', 'interface'].includes(type.symbol.keyword)) {
    here.work.report(
      node.at,
      253,
      `'&' gives the address of an object of a class, not of '${printType(type)}'`,
    )
    return NOTHING_KNOWN
  }
  return valueOf({ kind: 'pointer', to: type, constant: operand.constant })
}

/** `*pointer` is not in the reference: a pointer is followed by a dot, or passed where an object is wanted. */
function objectBehind(node: UnaryExpression, operand: Value, here: Here): Value {
  const { type } = operand
  if (isOpen(type)) return NOTHING_KNOWN
  if (type.kind !== 'pointer') return invalid(node, type, here)
  here.work.report(node.at, 149, "an object is reached by its pointer and a dot, not by '*'")
  return valueOf(type.to, { place: true, constant: type.constant })
}
