import type { AssignmentExpression, AssignmentOperator, BinaryOperator } from '../../ast.ts'
import { callOperator, hasOperator } from '../call/operator-call.ts'
import { accept } from '../conversion/accept.ts'
import { isIntegerType } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, sameType } from '../model/type.ts'
import { valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'
import { operate } from './binary.ts'
import { acceptFunction } from './function-value.ts'
import { checkWritable } from './writing.ts'

const OPERATIONS: Readonly<Record<Exclude<AssignmentOperator, '='>, BinaryOperator>> = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '%=': '%',
  '<<=': '<<',
  '>>=': '>>',
  '&=': '&',
  '|=': '|',
  '^=': '^',
}

export function evaluateAssignment(node: AssignmentExpression, here: Here): Value {
  const target = here.work.evaluate(node.target, here)
  const value = here.work.evaluate(node.value, here)
  const { operator } = node
  if (hasOperator(target, operator, value)) {
    callOperator(operator, target, [{ node: node.value, value }], node.at, here)
    return { ...target, known: null }
  }
  checkWritable(target, node.at, here)
  if (operator === '=') assign(target, value, node, here)
  else compound(OPERATIONS[operator], target, value, node, here)
  return { ...target, known: null }
}

function assign(target: Value, value: Value, node: AssignmentExpression, here: Here): void {
  const { type } = target
  if (type.kind === 'array') {
    const copies = value.type.kind === 'array' && sameType(type, value.type)
    if (!copies && !isOpen(value.type)) {
      here.work.report(node.at, 120, `'${printType(value.type)}' cannot be put into '${printType(type)}'`)
    }
    return
  }
  if (acceptFunction(type, value, node.value.at, here)) return
  accept(here.work, node.value.at, value, type)
}

function compound(
  operation: BinaryOperator,
  target: Value,
  value: Value,
  node: AssignmentExpression,
  here: Here,
): void {
  const asRead = { ...target, known: null }
  const { at } = node
  const result = operate(
    { at, operator: operation, left: node.target, right: node.value },
    asRead,
    value,
    here,
  )
  if (result.type.kind === 'unknown') return
  // Small integers become int on the way; only what the right side brings can be lost.
  const whole = isIntegerType(target.type) && isIntegerType(value.type)
  const isShift = operation === '<<' || operation === '>>'
  if (whole && isShift) return
  accept(here.work, node.value.at, whole ? value : valueOf(result.type), target.type)
}
