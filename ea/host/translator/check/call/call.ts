import type { CallExpression, Expression, SourcePosition } from '../../ast.ts'
import { resolveType } from '../declare/resolve-type.ts'
import { fillingOf, findMembers } from '../model/class-facts.ts'
import type { FunctionSymbol, Symbol } from '../model/symbol.ts'
import { UNKNOWN, type ClassType, type Type } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import { checkBuiltinCall } from '../rules/builtin-calls.ts'
import type { Here } from '../work.ts'
import { checkAccess } from './access.ts'
import { choose, type Choice, type Given } from './choose.ts'
import { callNamedType } from './named-type-call.ts'
import { callPointer } from './pointer-call.ts'
import { reportChoice } from './report-choice.ts'

/** The object a method is called for. */
type Target = { readonly type: ClassType; readonly constant: boolean; readonly implicit: boolean }

type Callee = {
  readonly name: string
  readonly at: SourcePosition
  /** Sets of overloads, the nearest first. */
  readonly sets: readonly (readonly Symbol[])[]
  readonly target: Target | null
}

export function evaluateCall(call: CallExpression, here: Here): Value {
  const callee = findCallee(call.callee, here)
  if (callee === null) {
    call.arguments.forEach(argument => here.work.evaluate(argument, here))
    return NOTHING_KNOWN
  }
  const [nearest] = callee.sets
  const first = nearest?.[0]
  if (first?.kind === 'enum' || first?.kind === 'class' || first?.kind === 'templateParameter') {
    return callNamedType(first, call, here)
  }
  if (first?.kind === 'variable') return callPointer(first, call, here)
  return callFunctions(call, callee, here)
}

function callFunctions(call: CallExpression, callee: Callee, here: Here): Value {
  const values = call.arguments.map(argument => here.work.evaluate(argument, here))
  const written = call.templateArguments.map(argument => resolveType(argument, here))
  const sets = callee.sets.map(functionsOf).filter(set => set.length > 0)
  const [nearest] = sets
  if (nearest === undefined) {
    here.work.report(callee.at, 168, `there is no function '${callee.name}'`)
    return NOTHING_KNOWN
  }
  const choices = sets.map(set => choose(set, givenFor(set, callee, { values, written })))
  // The nearest set that takes the arguments; a class's own `Print(int)` does not hide the built-in one.
  const choice = choices.find(each => each.kind === 'chosen') ?? choices[0]
  if (choice === undefined) return NOTHING_KNOWN
  reportChoice(choice, callee.at, call.arguments, here)
  if (choice.kind === 'refused') {
    nearest.forEach(each => (each.called = true))
    return valueOf(resultOfRefused(nearest))
  }
  return finishCall(call, choice, callee, here)
}

function finishCall(
  call: CallExpression,
  { match }: Choice & { kind: 'chosen' },
  callee: Callee,
  here: Here,
): Value {
  const { callee: chosen } = match
  chosen.called = true
  here.work.types.keepCalled(call, chosen)
  checkMethod(chosen, callee, here)
  if (chosen.builtin) checkBuiltinCall(chosen, call, here)
  const isReference = chosen.declaration.returnsReference
  return valueOf(match.result, { symbol: chosen, place: isReference })
}

function givenFor(
  set: readonly FunctionSymbol[],
  { target }: Callee,
  given: Pick<Given, 'values' | 'written'>,
): Given {
  const owner = set[0]?.owner ?? null
  const filled = target === null || owner === null ? new Map<string, Type>() : fillingOf(target.type, owner)
  return { ...given, owner: filled }
}

/** A refused call of the only function there is still gives what that function gives. */
function resultOfRefused([only, ...others]: readonly FunctionSymbol[]): Type {
  return only === undefined || others.length > 0 || only.template !== null ? UNKNOWN : only.returnType
}

function functionsOf(found: readonly Symbol[]): FunctionSymbol[] {
  return found.filter(symbol => symbol.kind === 'function')
}

function findCallee(callee: Expression, here: Here): Callee | null {
  switch (callee.kind) {
    case 'identifier':
      return {
        name: callee.name,
        at: callee.at,
        sets: [...here.scope.findAll(callee.name)],
        target: implicitTarget(here),
      }
    case 'scoped':
      return findScoped(callee, here)
    case 'member':
      return findMethod(callee, here)
    default: {
      const value = here.work.evaluate(callee, here)
      if (value.type.kind !== 'unknown') here.work.report(callee.at, 118, 'this cannot be called')
      return null
    }
  }
}

function implicitTarget(here: Here): Target | null {
  if (here.owner === null) return null
  const symbol = here.owner
  const constant = here.function?.declaration.isConst ?? false
  const open = (symbol.template ?? []).map((name): Type => ({ kind: 'open', name }))
  return { type: { kind: 'class', symbol, arguments: open }, constant, implicit: true }
}

function findScoped(callee: Expression & { kind: 'scoped' }, here: Here): Callee | null {
  const { name, at } = callee
  if (callee.scope === null) return { name, at, sets: [...here.scope.global().findAll(name)], target: null }
  const type = resolveType(callee.scope, here)
  if (type.kind !== 'class') return null
  const target = implicitTarget(here)
  return {
    name,
    at,
    sets: [findMembers(type.symbol, name)],
    target: target ?? { type, constant: false, implicit: true },
  }
}

function findMethod(callee: Expression & { kind: 'member' }, here: Here): Callee | null {
  const object = here.work.evaluate(callee.object, here)
  const type = object.type.kind === 'pointer' ? object.type.to : object.type
  const { name, at } = callee
  if (type.kind !== 'class') {
    const silent = type.kind === 'unknown' || type.kind === 'open'
    if (!silent) here.work.report(at, 280, `'.${name}' needs an object before the dot`)
    return null
  }
  const scope = callee.scope === null ? null : resolveType(callee.scope, here)
  const found = findMembers(scope?.kind === 'class' ? scope.symbol : type.symbol, name)
  if (found.length === 0) {
    here.work.report(at, 213, `'${type.symbol.name}' has no method '${name}'`)
    return null
  }
  const constant = object.type.kind === 'pointer' ? object.type.constant : object.constant
  return { name, at, sets: [found], target: { type, constant, implicit: false } }
}

function checkMethod(method: FunctionSymbol, { at, target }: Callee, here: Here): void {
  if (method.owner === null) return
  checkAccess(method, at, here)
  const { isStatic, isConst, isDeleted } = method.declaration
  if (isDeleted) here.work.report(at, 412, `'${method.name}' is deleted`)
  if (isStatic) return
  if (target?.implicit === true && here.function?.declaration.isStatic === true) {
    here.work.report(at, 351, `'${method.name}' belongs to an object, and a static method has none`)
  } else if (target?.constant === true && !isConst) {
    here.work.report(at, 279, `'${method.name}' may change its object, which is constant here`)
  } else if (target?.implicit === true && here.owner === null) {
    here.work.report(at, 374, `'${method.name}' needs an object`)
  }
}
