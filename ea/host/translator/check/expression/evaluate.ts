import type { Expression } from '../../ast.ts'
import { evaluateCall } from '../call/call.ts'
import { commonType } from '../conversion/arithmetic.ts'
import { isInteger } from '../model/constant.ts'
import { isOpen, sameType } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'
import { accept } from '../conversion/accept.ts'
import { evaluateAssignment } from './assignment.ts'
import { evaluateBinary } from './binary.ts'
import { evaluateCast, evaluateDynamicCast, evaluateNew, evaluateQuestion } from './casts.ts'
import { evaluateIndex, evaluateMember } from './members.ts'
import { checkCondition } from './condition.ts'
import { literalValue } from './literals.ts'
import { evaluateName, evaluateScoped, evaluateThis } from './names.ts'
import { evaluatePostfix, evaluateUnary } from './unary.ts'

/** Finds out type, constness and, where it can be known, value of an expression, and tells what is wrong. */
export function evaluate(node: Expression, here: Here): Value {
  return here.work.types.keepValue(node, evaluateKind(node, here))
}

function evaluateKind(node: Expression, here: Here): Value {
  switch (node.kind) {
    case 'identifier':
      return evaluateName(node, here)
    case 'scoped':
      return evaluateScoped(node, here)
    case 'this':
      return evaluateThis(node, here)
    case 'member':
      return evaluateMember(node, here)
    case 'index':
      return evaluateIndex(node, here)
    case 'call':
      return evaluateCall(node, here)
    case 'unary':
      return evaluateUnary(node, here)
    case 'postfix':
      return evaluatePostfix(node, here)
    case 'binary':
      return evaluateBinary(node, here)
    case 'assignment':
      return evaluateAssignment(node, here)
    case 'conditional':
      return evaluateConditional(node, here)
    case 'comma':
      return node.expressions.map(each => evaluate(each, here)).at(-1) ?? NOTHING_KNOWN
    case 'cast':
      return evaluateCast(node, here)
    case 'new':
      return evaluateNew(node, here)
    case 'dynamicCast':
      return evaluateDynamicCast(node, here)
    case 'sizeof':
    case 'typename':
    case 'offsetof':
      return evaluateQuestion(node, here)
    case 'initializerList':
      here.work.report(node.at, 276, 'a list of values can only stand where a variable is declared')
      return NOTHING_KNOWN
    default:
      return literalValue(node)
  }
}

function evaluateConditional(node: Expression & { kind: 'conditional' }, here: Here): Value {
  const condition = evaluate(node.condition, here)
  checkCondition(condition, node.condition.at, here)
  const one = evaluate(node.whenTrue, here)
  const other = evaluate(node.whenFalse, here)
  const known = isInteger(condition.known) ? (condition.known === 0n ? other.known : one.known) : null
  if (isOpen(one.type) || isOpen(other.type)) return valueOf(isOpen(one.type) ? other.type : one.type)
  return valueOf(branchType(one, other, node, here), { known })
}

function branchType(
  one: Value,
  other: Value,
  node: Expression & { kind: 'conditional' },
  here: Here,
): Value['type'] {
  if (sameType(one.type, other.type)) return one.type
  if (one.type.kind === 'null') return other.type
  if (other.type.kind === 'null') return one.type
  const common = commonType(one.type, other.type)
  if (common !== null) return common
  const [to, from, at] =
    one.type.kind === 'string' || other.type.kind !== 'string'
      ? [one, other, node.whenFalse.at]
      : [other, one, node.whenTrue.at]
  accept(here.work, at, from, to.type)
  return to.type
}
