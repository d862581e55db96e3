import type { Identifier, ScopedName, ThisExpression } from '../../ast.ts'
import { checkAccess } from '../call/access.ts'
import { resolveType } from '../declare/resolve-type.ts'
import { findMembers } from '../model/class-facts.ts'
import type { EnumMemberSymbol, FunctionSymbol, Symbol, VariableSymbol } from '../model/symbol.ts'
import { UNKNOWN, type Type } from '../model/type.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'

export function evaluateName(node: Identifier, here: Here): Value {
  const found = here.scope.find(node.name)
  if (found.length === 0) {
    here.work.report(node.at, 256, `'${node.name}' is not declared`)
    return NOTHING_KNOWN
  }
  return valueOfSymbols(found, node, here)
}

export function evaluateScoped(node: ScopedName, here: Here): Value {
  if (node.scope === null) {
    const found = here.scope.global().find(node.name)
    if (found.length > 0) return valueOfSymbols(found, node, here)
    here.work.report(node.at, 256, `'::${node.name}' is not declared`)
    return NOTHING_KNOWN
  }
  const type = resolveType(node.scope, here)
  const found = membersOf(type, node.name)
  if (found.length > 0) return valueOfSymbols(found, node, here)
  if (type.kind !== 'unknown' && type.kind !== 'open') {
    here.work.report(node.at, 256, `'${node.scope.name}::${node.name}' is not declared`)
  }
  return NOTHING_KNOWN
}

function membersOf(type: Type, name: string): readonly Symbol[] {
  if (type.kind === 'class') return findMembers(type.symbol, name)
  if (type.kind === 'enum') return type.symbol.members.filter(member => member.name === name)
  return []
}

function valueOfSymbols(found: readonly Symbol[], node: Identifier | ScopedName, here: Here): Value {
  const [symbol] = found
  switch (symbol?.kind) {
    case 'variable':
      return valueOfVariable(symbol, node, here)
    case 'enumMember':
      return valueOfMember(symbol)
    case 'function': {
      const overloads = found.filter((each): each is FunctionSymbol => each.kind === 'function')
      overloads.forEach(each => (each.called = true))
      return valueOf(UNKNOWN, { overloads, symbol })
    }
    default:
      here.work.report(node.at, 157, `'${node.name}' is a type, not a value`)
      return NOTHING_KNOWN
  }
}

function valueOfMember(symbol: EnumMemberSymbol): Value {
  return valueOf({ kind: 'enum', symbol: symbol.owner }, { known: symbol.value, symbol })
}

function valueOfVariable(symbol: VariableSymbol, node: Identifier | ScopedName, here: Here): Value {
  symbol.used = true
  const { type, known } = symbol
  if (symbol.place !== 'field')
    return valueOf(type, { place: true, constant: symbol.constant, known, symbol })
  checkAccess(symbol, node.at, here)
  const method = here.function?.declaration
  if (!symbol.isStatic && (here.owner === null || method?.isStatic === true)) {
    here.work.report(node.at, 351, `'${symbol.name}' belongs to an object, and there is none here`)
  }
  const frozen = method?.isConst === true && !symbol.isStatic
  return valueOf(type, { place: true, constant: symbol.constant || frozen, known, symbol })
}

/** `this` is a pointer, constant in a constant method. */
export function evaluateThis(node: ThisExpression, here: Here): Value {
  if (here.owner === null || here.function?.declaration.isStatic === true) {
    here.work.report(node.at, 374, "there is no 'this' outside of an object's methods")
    return NOTHING_KNOWN
  }
  const constant = here.function?.declaration.isConst ?? false
  const open = (here.owner.template ?? []).map((name): Type => ({ kind: 'open', name }))
  return valueOf(
    { kind: 'pointer', to: { kind: 'class', symbol: here.owner, arguments: open }, constant },
    { place: true },
  )
}
