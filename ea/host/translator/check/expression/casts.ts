import type {
  CastExpression,
  DynamicCastExpression,
  Expression,
  NewExpression,
  OffsetofExpression,
  SizeofExpression,
  TypenameExpression,
  TypeNode,
} from '../../ast.ts'
import { checkConstruction, checkInstantiable } from '../call/construct.ts'
import { canCast } from '../conversion/convert.ts'
import { wrap } from '../conversion/fold.ts'
import { resolveType } from '../declare/resolve-type.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, numberType, STRING } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'

export function evaluateCast(node: CastExpression, here: Here): Value {
  const type = resolveType(node.type, here)
  const value = here.work.evaluate(node.operand, here)
  if (!canCast(value, type)) {
    here.work.report(node.at, 252, `'${printType(value.type)}' cannot be cast to '${printType(type)}'`)
  }
  return valueOf(type, { known: value.known === null ? null : wrap(value.known, type) })
}

export function evaluateNew(node: NewExpression, here: Here): Value {
  const type = resolveType(node.type, here)
  if (isOpen(type) && type.kind !== 'class') return NOTHING_KNOWN
  if (type.kind !== 'class' || !['class', 'interface'].includes(type.symbol.keyword)) {
    here.work.report(node.at, 299, `only objects of a class can be made with 'new', not '${printType(type)}'`)
    return NOTHING_KNOWN
  }
  checkInstantiable(type, node.at, here)
  checkConstruction(type, node.arguments ?? [], node.at, here)
  return valueOf({ kind: 'pointer', to: type, constant: false })
}

export function evaluateDynamicCast(node: DynamicCastExpression, here: Here): Value {
  const type = resolveType(node.type, here)
  const value = here.work.evaluate(node.operand, here)
  if (type.kind !== 'pointer' && !isOpen(type)) {
    here.work.report(node.at, 384, `dynamic_cast makes a pointer, not '${printType(type)}'`)
    return NOTHING_KNOWN
  }
  if (value.type.kind !== 'pointer' && value.type.kind !== 'null' && !isOpen(value.type)) {
    here.work.report(node.at, 384, `dynamic_cast needs a pointer, not '${printType(value.type)}'`)
  }
  return valueOf(type)
}

/** `sizeof`, `typename` and `offsetof`: questions that the compiler answers. */
export function evaluateQuestion(
  node: SizeofExpression | TypenameExpression | OffsetofExpression,
  here: Here,
): Value {
  if (node.kind === 'offsetof') resolveType(node.type, here)
  else if (isType(node.operand)) resolveType(node.operand, here)
  else here.work.evaluate(node.operand, here)
  return valueOf(node.kind === 'typename' ? STRING : numberType('int'))
}

function isType(operand: TypeNode | Expression): operand is TypeNode {
  return operand.kind === 'type'
}
