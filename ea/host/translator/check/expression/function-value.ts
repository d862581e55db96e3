import type { SourcePosition } from '../../ast.ts'
import { sameTypes, sameType, type Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'
import type { Here } from '../work.ts'

/** A function's name where a pointer to a function is wanted. False when this is about something else. */
export function acceptFunction(wanted: Type, value: Value, at: SourcePosition, here: Here): boolean {
  if (wanted.kind !== 'functionPointer' || value.overloads.length === 0) return false
  const { parameters, returnType } = wanted.symbol
  const types = parameters.map(parameter => parameter.type)
  const fitting = value.overloads.find(
    each =>
      sameType(each.returnType, returnType) &&
      sameTypes(
        each.parameters.map(parameter => parameter.type),
        types,
      ),
  )
  if (fitting === undefined) here.work.report(at, 302, `this function does not fit '${wanted.symbol.name}'`)
  return true
}
