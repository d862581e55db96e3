import type { Expression, SourcePosition } from '../../ast.ts'
import { fillingOf, findMembers } from '../model/class-facts.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'
import { checkAccess } from './access.ts'
import { choose } from './choose.ts'
import { reportChoice } from './report-choice.ts'

/** An operator's right side, evaluated. */
export type Operand = { readonly node: Expression; readonly value: Value }

/** The name under which a class keeps the method of an operator. */
export function operatorName(operator: string): string {
  return `operator${operator}`
}

/** `object OPERATOR operands` by the class's own operator. */
export function callOperator(
  operator: string,
  object: Value,
  operands: readonly Operand[],
  at: SourcePosition,
  here: Here,
): Value {
  const type = object.type.kind === 'pointer' ? object.type.to : object.type
  if (type.kind !== 'class') return NOTHING_KNOWN
  const methods = findMembers(type.symbol, operatorName(operator)).filter(
    member => member.kind === 'function',
  )
  if (methods.length === 0) {
    const code = operator === '[]' ? 241 : 150
    here.work.report(at, code, `'${type.symbol.name}' has no operator '${operator}'`)
    return NOTHING_KNOWN
  }
  const owner = methods[0]?.owner ?? type.symbol
  const values = operands.map(({ value }) => value)
  const choice = choose(methods, { values, written: [], owner: fillingOf(type, owner) })
  const written = operands.map(({ node }) => node)
  reportChoice(choice, at, written, here)
  if (choice.kind !== 'chosen') return NOTHING_KNOWN
  const { callee, result } = choice.match
  callee.called = true
  checkAccess(callee, at, here)
  const constant = object.type.kind === 'pointer' ? object.type.constant : object.constant
  if (constant && !callee.declaration.isConst) {
    here.work.report(at, 279, `'operator${operator}' may change its object, which is constant here`)
  }
  return valueOf(result, {
    place: callee.declaration.returnsReference,
    symbol: callee,
  })
}

/** Whether the operator between these two is the class's own. Pointers are compared and set as pointers. */
export function hasOperator(value: Value, operator: string, other?: Value): boolean {
  const { type } = value
  const behind = type.kind === 'pointer' && other !== undefined && !isPointer(other) ? type.to : type
  return behind.kind === 'class' && findMembers(behind.symbol, operatorName(operator)).length > 0
}

function isPointer({ type }: Value): boolean {
  return type.kind === 'pointer' || type.kind === 'null' || type.kind === 'unknown'
}
