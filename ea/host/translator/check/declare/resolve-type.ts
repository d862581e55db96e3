import type { TypeNode } from '../../ast.ts'
import type { Scope } from '../model/scope.ts'
import type { ClassSymbol, Symbol } from '../model/symbol.ts'
import { isNumberName, numberType, STRING, UNKNOWN, VOID, type ClassType, type Type } from '../model/type.ts'
import type { Here } from '../work.ts'

/** What a type means that is written here. */
export function resolveType(node: TypeNode, here: Here): Type {
  const base = resolvePlain(node, here)
  return here.work.types.keepWritten(node, node.pointer ? pointerTo(base, node, here) : base)
}

function resolvePlain(node: TypeNode, here: Here): Type {
  if (node.scope === null && isNumberName(node.name)) return numberType(node.name)
  if (node.scope === null && node.name === 'string') return STRING
  if (node.scope === null && node.name === 'void') return VOID
  const symbol = namedType(node, here)
  if (symbol === null) {
    here.work.report(node.at, 256, `'${node.name}' is no type that has been declared before`)
    return UNKNOWN
  }
  switch (symbol.kind) {
    case 'enum':
      return { kind: 'enum', symbol }
    case 'typedef':
      return { kind: 'functionPointer', symbol }
    case 'templateParameter':
      return { kind: 'open', name: symbol.name }
    default:
      return classType(symbol, node, here)
  }
}

type TypeSymbol = Extract<Symbol, { kind: 'enum' | 'typedef' | 'templateParameter' | 'class' }>

function isTypeSymbol(symbol: Symbol): symbol is TypeSymbol {
  return ['enum', 'typedef', 'templateParameter', 'class'].includes(symbol.kind)
}

function namedType(node: TypeNode, here: Here): TypeSymbol | null {
  if (node.scope !== null) {
    const outer = resolveType(node.scope, here)
    if (outer.kind !== 'class') return null
    return typeIn(outer.symbol, node.name)
  }
  const scope: Scope = node.global ? here.scope.global() : here.scope
  for (const found of scope.findAll(node.name)) {
    const type = found.find(isTypeSymbol)
    if (type !== undefined) return type
  }
  return null
}

function typeIn(owner: ClassSymbol, name: string): TypeSymbol | null {
  const found: readonly Symbol[] = owner.members.get(name) ?? []
  return found.find(isTypeSymbol) ?? (owner.base === null ? null : typeIn(owner.base.symbol, name))
}

function classType(symbol: ClassSymbol, node: TypeNode, here: Here): ClassType | Type {
  const written = node.arguments.map(argument => resolveType(argument, here))
  if (symbol.template === null) {
    if (written.length > 0) here.work.report(node.at, 379, `'${node.name}' is no template`)
    return { kind: 'class', symbol, arguments: [] }
  }
  // Inside of the template its plain name is the class itself.
  if (written.length === 0 && isInside(symbol, here.scope)) {
    return { kind: 'class', symbol, arguments: symbol.template.map(name => ({ kind: 'open', name })) }
  }
  if (written.length !== symbol.template.length) {
    here.work.report(node.at, 364, `'${node.name}' takes ${symbol.template.length} template arguments`)
    return UNKNOWN
  }
  return { kind: 'class', symbol, arguments: written }
}

function isInside(symbol: ClassSymbol, scope: Scope | null): boolean {
  if (scope === null) return false
  return scope.owner === symbol || isInside(symbol, scope.parent)
}

function pointerTo(base: Type, node: TypeNode, here: Here): Type {
  if (base.kind === 'open' || base.kind === 'unknown') {
    return { kind: 'pointer', to: base, constant: node.constant }
  }
  const allowed = base.kind === 'class' && ['class', 'interface'].includes(base.symbol.keyword)
  if (!allowed) {
    here.work.report(node.at, 253, `a pointer can point at an object of a class, not at '${node.name}'`)
    return UNKNOWN
  }
  return { kind: 'pointer', to: base, constant: node.constant }
}
