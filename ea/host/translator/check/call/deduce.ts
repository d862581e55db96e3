import type { FunctionSymbol } from '../model/symbol.ts'
import { sameType, type Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'

export type Filling = Map<string, Type>

/** What the template's parameters must be for these arguments; null if two arguments disagree. */
export function deduce(
  callee: FunctionSymbol,
  written: readonly Type[],
  values: readonly Value[],
): Filling | null {
  const filled: Filling = new Map()
  callee.template?.forEach((name, index) => {
    const type = written[index]
    if (type !== undefined) filled.set(name, type)
  })
  const fixed = new Set(filled.keys())
  const agreed = callee.parameters.every(({ type }, index) => {
    const value = values[index]
    return value === undefined || match(type, value.type, filled, fixed)
  })
  return agreed ? filled : null
}

function match(pattern: Type, type: Type, filled: Filling, fixed: ReadonlySet<string>): boolean {
  if (pattern.kind === 'open') {
    if (fixed.has(pattern.name)) return true
    const known = filled.get(pattern.name)
    if (known === undefined) filled.set(pattern.name, type)
    return known === undefined || sameType(known, type)
  }
  if (type.kind === 'unknown') return true
  if (pattern.kind === 'array')
    return type.kind === 'array' && match(pattern.element, type.element, filled, fixed)
  if (pattern.kind === 'pointer') {
    if (type.kind === 'pointer') return match(pattern.to, type.to, filled, fixed)
    return type.kind === 'class' && match(pattern.to, type, filled, fixed)
  }
  if (pattern.kind !== 'class') return true
  const object = type.kind === 'pointer' ? type.to : type
  if (object.kind !== 'class' || object.symbol !== pattern.symbol) return true
  return pattern.arguments.every((argument, index) => {
    const given = object.arguments[index]
    return given === undefined || match(argument, given, filled, fixed)
  })
}
