import type { BaseClass, ClassDeclaration } from '../../ast.ts'
import { isOpen } from '../model/type.ts'
import type { Scope } from '../model/scope.ts'
import type { ClassSymbol } from '../model/symbol.ts'
import { checkClass } from '../rules/class-rules.ts'
import { inScope, type Here } from '../work.ts'
import { declareMember } from './class-members.ts'
import { classScope } from './methods.ts'
import { resolveType } from './resolve-type.ts'

type Add = (symbol: ClassSymbol) => void

/** A class, structure, union or interface: its name first, so that it can point at itself. */
export function declareClass(node: ClassDeclaration, here: Here, builtin: boolean, add: Add): void {
  const known = ownClass(node.name, here)
  const symbol = known !== undefined && !known.complete ? known : newClass(node, here, builtin)
  if (symbol !== known) add(symbol)
  if (node.members === null) {
    if (node.keyword === 'struct')
      here.work.report(node.at, 162, 'a structure cannot be declared without its fields')
    return
  }
  symbol.complete = true
  symbol.isFinal = node.isFinal
  const scope: Scope = classScope(symbol, outermost(here.scope, symbol))
  const inside = { ...inScope(here, scope), owner: symbol }
  if (node.base !== null) readBase(node.base, symbol, inside)
  for (const member of node.members) declareMember(member, symbol, inside, builtin, nested)
  checkClass(symbol, node, here)
}

function nested(node: ClassDeclaration, here: Here, builtin: boolean, add: Add): void {
  declareClass(node, here, builtin, add)
}

/** `classScope` builds the outer classes' scopes itself. */
function outermost(scope: Scope, symbol: ClassSymbol): Scope {
  if (symbol.outer === null || scope.parent === null) return scope
  return scope.kind === 'global' || scope.kind === 'builtin' ? scope : outermost(scope.parent, symbol)
}

function ownClass(name: string, here: Here): ClassSymbol | undefined {
  const own = here.scope.kind === 'class' ? (here.owner?.members.get(name) ?? []) : here.scope.own(name)
  return own.find(symbol => symbol.kind === 'class')
}

function newClass(node: ClassDeclaration, here: Here, builtin: boolean): ClassSymbol {
  return {
    kind: 'class',
    name: node.name,
    at: node.at,
    builtin,
    keyword: node.keyword,
    template: node.template?.map(parameter => parameter.name) ?? null,
    outer: here.owner,
    members: new Map(),
    constructors: [],
    destructor: null,
    base: null,
    isFinal: node.isFinal,
    complete: false,
  }
}

function readBase(base: BaseClass, symbol: ClassSymbol, here: Here): void {
  const type = resolveType(base.type, here)
  if (type.kind !== 'class') {
    if (!isOpen(type)) here.work.report(base.at, 232, `'${base.type.name}' is no class`)
    return
  }
  if (!type.symbol.complete) {
    here.work.report(base.at, 128, `'${base.type.name}' has no body yet`)
    return
  }
  symbol.base = type
}
