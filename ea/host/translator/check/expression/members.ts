import type { Expression, IndexExpression, MemberExpression } from '../../ast.ts'
import { checkAccess } from '../call/access.ts'
import { callOperator } from '../call/operator-call.ts'
import { accept } from '../conversion/accept.ts'
import { resolveType } from '../declare/resolve-type.ts'
import { fillingOf, findMembers } from '../model/class-facts.ts'
import { isInteger } from '../model/constant.ts'
import { isIntegerType } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import type { FunctionSymbol } from '../model/symbol.ts'
import { isOpen, numberType, substitute, UNKNOWN, type ClassType, type Type } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'

export function evaluateMember(node: MemberExpression, here: Here): Value {
  const object = here.work.evaluate(node.object, here)
  const type = object.type.kind === 'pointer' ? object.type.to : object.type
  if (isOpen(type) && type.kind !== 'class') return NOTHING_KNOWN
  if (type.kind !== 'class') {
    here.work.report(node.at, 280, `'.${node.name}' needs an object before the dot, not '${printType(type)}'`)
    return NOTHING_KNOWN
  }
  const constant = object.type.kind === 'pointer' ? object.type.constant : object.constant
  return fieldOf(type, constant, node, here)
}

function fieldOf(type: ClassType, constant: boolean, node: MemberExpression, here: Here): Value {
  const scope = node.scope === null ? null : resolveType(node.scope, here)
  const found = findMembers(scope?.kind === 'class' ? scope.symbol : type.symbol, node.name)
  const [member] = found
  if (member?.kind === 'variable') {
    member.used = true
    checkAccess(member, node.at, here)
    const filled = member.owner === null ? new Map<string, Type>() : fillingOf(type, member.owner)
    return valueOf(substitute(member.type, filled), {
      place: true,
      constant: member.constant || (constant && !member.isStatic),
      symbol: member,
    })
  }
  if (member?.kind === 'function') {
    return valueOf(UNKNOWN, {
      overloads: found.filter((each): each is FunctionSymbol => each.kind === 'function'),
    })
  }
  if (member?.kind === 'enumMember')
    return valueOf({ kind: 'enum', symbol: member.owner }, { known: member.value })
  here.work.report(node.at, 130, `'${type.symbol.name}' has no member '${node.name}'`)
  return NOTHING_KNOWN
}

export function evaluateIndex(node: IndexExpression, here: Here): Value {
  const object = here.work.evaluate(node.object, here)
  return node.indexes.reduce((value, index) => indexOnce(value, index, node, here), object)
}

function indexOnce(object: Value, index: Expression, node: IndexExpression, here: Here): Value {
  const at = here.work.evaluate(index, here)
  const { type } = object
  if (type.kind === 'class' || (type.kind === 'pointer' && type.to.kind === 'class')) {
    return callOperator('[]', object, [{ node: index, value: at }], node.at, here)
  }
  checkIndex(at, index, here)
  if (isOpen(type) && type.kind !== 'array') return NOTHING_KNOWN
  // A string's characters can be read by their place.
  if (type.kind === 'string') return valueOf(numberType('ushort'), { place: true, constant: object.constant })
  if (type.kind !== 'array') {
    here.work.report(node.at, 241, `'[' follows '${printType(type)}', which is no array`)
    return NOTHING_KNOWN
  }
  const [size, ...rest] = type.dimensions
  if (isInteger(at.known) && (at.known < 0n || (typeof size === 'number' && at.known >= BigInt(size)))) {
    here.work.report(index.at, 218, `index ${at.known} is out of the array's range`)
  }
  const element = rest.length === 0 ? type.element : { ...type, dimensions: rest }
  return valueOf(element, { place: true, constant: object.constant })
}

function checkIndex(value: Value, index: Expression, here: Here): void {
  if (isOpen(value.type) || value.type.kind === 'null') return
  if (!isIntegerType(value.type)) {
    here.work.report(index.at, 334, `an index is an integer, not '${printType(value.type)}'`)
    return
  }
  // A place beyond four bytes does not exist, so a long loses half of itself.
  accept(here.work, index.at, value, numberType(isUnsignedInt(value.type) ? 'uint' : 'int'))
}

function isUnsignedInt(type: Type): boolean {
  return type.kind === 'number' && ['uint', 'ulong'].includes(type.name)
}
