import type { Access, FunctionDeclaration } from '../../ast.ts'
import { sameParameters } from '../model/class-facts.ts'
import { Scope } from '../model/scope.ts'
import type { ClassSymbol, FunctionSymbol } from '../model/symbol.ts'
import { sameType, VOID, type Type } from '../model/type.ts'
import { inScope, type Here } from '../work.ts'
import { addName } from './names.ts'
import { declareParameters } from './parameters.ts'
import { resolveType } from './resolve-type.ts'

type Membership = { readonly owner: ClassSymbol | null; readonly access: Access; readonly builtin: boolean }

/** The scope of a template's head: its parameters. Without a head it is the scope itself. */
export function templateScope(template: FunctionDeclaration['template'], scope: Scope): Scope {
  if (template === null) return scope
  const inner = new Scope('template', scope, scope.owner)
  for (const { name, at } of template) inner.add({ kind: 'templateParameter', name, at, builtin: false })
  return inner
}

export function functionSymbol(node: FunctionDeclaration, member: Membership, here: Here): FunctionSymbol {
  const inside = inScope(here, templateScope(node.template, here.scope))
  const returnType: Type = node.returnType === null ? VOID : resolveType(node.returnType, inside)
  const symbol: FunctionSymbol = {
    kind: 'function',
    name: node.name,
    at: node.at,
    builtin: member.builtin,
    nature: node.nature,
    owner: member.owner,
    access: member.access,
    template: node.template?.map(parameter => parameter.name) ?? null,
    parameters: declareParameters(node.parameters, inside),
    variadic: node.isVariadic,
    returnType,
    declaration: node,
    definition: node.body === null ? null : node,
    called: false,
  }
  if (returnType.kind === 'array') here.work.report(node.at, 378, 'a function cannot return an array')
  here.work.types.keepFunction(node, symbol)
  return symbol
}

/** A function of the program: joined with its prototype, or one more overload. */
export function declareFunction(node: FunctionDeclaration, here: Here, builtin: boolean): void {
  const symbol = functionSymbol(node, { owner: null, access: 'public', builtin }, here)
  if (node.isConst) here.work.report(node.at, 272, 'only a method can be constant')
  const overloads = here.scope.own(node.name).filter(known => known.kind === 'function')
  const known = overloads.find(each => isSame(each, symbol))
  if (known !== undefined) {
    joinFunction(known, symbol, here)
    return
  }
  const system = here.scope.parent?.own(node.name).filter(each => each.kind === 'function') ?? []
  if (system.some(each => isSame(each, symbol))) {
    here.work.report(node.at, 271, `'${node.name}' with these parameters is a function of MQL5 itself`)
  }
  addName(symbol, here.scope, here.work)
}

export function isSame(one: FunctionSymbol, other: FunctionSymbol): boolean {
  return (
    one.nature === other.nature &&
    (one.template === null) === (other.template === null) &&
    one.declaration.isConst === other.declaration.isConst &&
    sameParameters(one, other)
  )
}

/** A second declaration of the same function: its body, or a mistake. */
export function joinFunction(known: FunctionSymbol, again: FunctionSymbol, here: Here): void {
  const { declaration: node } = again
  here.work.types.keepFunction(node, known)
  if (!sameType(known.returnType, again.returnType)) {
    here.work.report(node.at, 163, `'${node.name}' was declared with another return type`)
  }
  if (node.body === null) return
  if (known.definition !== null) {
    here.work.report(node.at, 165, `'${node.name}' with these parameters has a body already`)
    return
  }
  known.definition = node
}
