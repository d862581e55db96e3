import type { FunctionDeclaration } from '../../ast.ts'
import { operatorName } from '../call/operator-call.ts'
import type { ClassSymbol, FunctionSymbol } from '../model/symbol.ts'
import { sameTypes } from '../model/type.ts'
import { Scope } from '../model/scope.ts'
import { inScope, type Here } from '../work.ts'
import { functionSymbol, isSame, joinFunction } from './functions.ts'
import { resolveType } from './resolve-type.ts'

/** The name under which a class keeps a method. */
export function methodKey({ nature, name }: Pick<FunctionDeclaration, 'nature' | 'name'>): string {
  return nature === 'operator' ? operatorName(name) : name
}

/** `void Class::Method() { … }`: the body of a method that the class declares. */
export function defineMethod(node: FunctionDeclaration, here: Here): void {
  if (node.scope === null) return
  const type = resolveType(
    { ...node.scope, arguments: [] },
    here.work.quietly(() => insideOf(node, here)),
  )
  if (type.kind !== 'class') {
    if (type.kind !== 'unknown') here.work.report(node.at, 232, `'${node.scope.name}' is no class`)
    return
  }
  const owner = type.symbol
  const inside = { ...inScope(here, classScope(owner, here.scope)), owner }
  // A method of a class template repeats the template's head, which is not its own.
  const plain = owner.template === null ? node : { ...node, template: null }
  const symbol = functionSymbol(plain, { owner, access: 'private', builtin: false }, inside)
  const known = declaredAs(symbol, owner)
  const same = known.find(each => isSame(each, symbol))
  here.work.types.keepFunction(node, same ?? symbol)
  if (same !== undefined) joinFunction(same, { ...symbol, declaration: node }, here)
  else reportUnknown(symbol, known, here)
}

/** Where the names of the class template's head are known, to read `Class<T>::Method`. */
function insideOf(node: FunctionDeclaration, here: Here): Here {
  const found = node.scope === null ? [] : here.scope.find(node.scope.name)
  const [symbol] = found
  return symbol?.kind === 'class' ? inScope(here, classScope(symbol, here.scope)) : here
}

/** A class's members and, below them, what its template leaves open. */
export function classScope(owner: ClassSymbol, parent: Scope): Scope {
  const outer = owner.outer === null ? parent : classScope(owner.outer, parent)
  const inner = owner.template === null ? outer : new Scope('template', outer)
  for (const name of owner.template ?? []) {
    inner.add({ kind: 'templateParameter', name, at: owner.at, builtin: owner.builtin })
  }
  return new Scope('class', inner, owner)
}

function declaredAs(symbol: FunctionSymbol, owner: ClassSymbol): readonly FunctionSymbol[] {
  if (symbol.nature === 'constructor') return owner.constructors
  if (symbol.nature === 'destructor') return owner.destructor === null ? [] : [owner.destructor]
  return (owner.members.get(methodKey(symbol)) ?? []).filter(member => member.kind === 'function')
}

function reportUnknown(symbol: FunctionSymbol, known: readonly FunctionSymbol[], here: Here): void {
  const { name, at, declaration } = symbol
  const types = symbol.parameters.map(parameter => parameter.type)
  const otherConst = known.find(each =>
    sameTypes(
      each.parameters.map(parameter => parameter.type),
      types,
    ),
  )
  if (otherConst !== undefined && otherConst.declaration.isConst !== declaration.isConst) {
    const code = otherConst.declaration.isConst ? 306 : 307
    here.work.report(
      at,
      code,
      `'${name}' is declared ${otherConst.declaration.isConst ? '' : 'not '}constant`,
    )
  } else if (known.length > 0) {
    here.work.report(at, 224, `the class declares '${name}' with other parameters`)
  } else {
    here.work.report(at, 213, `the class does not declare '${name}'`)
  }
}
