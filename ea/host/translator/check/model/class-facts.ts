import type { ClassSymbol, FunctionSymbol, MemberSymbol, VariableSymbol } from './symbol.ts'
import { sameType, sameTypes, substitute, type ClassType, type Type } from './type.ts'

/** The class and what it is derived from, itself first. */
export function lineage(symbol: ClassSymbol): ClassSymbol[] {
  const line: ClassSymbol[] = []
  for (let at: ClassSymbol | null = symbol; at !== null && !line.includes(at); at = at.base?.symbol ?? null) {
    line.push(at)
  }
  return line
}

export function derivesFrom(symbol: ClassSymbol, base: ClassSymbol): boolean {
  return lineage(symbol).includes(base)
}

/** The members of this name: the class's own, or the nearest base's that has any; methods of all bases. */
export function findMembers(symbol: ClassSymbol, name: string): readonly MemberSymbol[] {
  const found: MemberSymbol[] = []
  for (const owner of lineage(symbol)) {
    const own = owner.members.get(name) ?? []
    if (own.some(member => member.kind !== 'function')) return found.length > 0 ? found : own
    found.push(...own.filter(member => !found.some(known => overrides(known, member))))
  }
  return found
}

function overrides(derived: MemberSymbol, base: MemberSymbol): boolean {
  return derived.kind === 'function' && base.kind === 'function' && sameParameters(derived, base)
}

export function sameParameters(one: FunctionSymbol, other: FunctionSymbol): boolean {
  return (
    sameTypes(
      one.parameters.map(parameter => parameter.type),
      other.parameters.map(parameter => parameter.type),
    ) && one.parameters.every((parameter, index) => sameWay(parameter, other.parameters[index]))
  )
}

type Passing = { readonly reference: boolean; readonly constant: boolean }

/** `const int &` and `int &` are two signatures; `const int` and `int` are one. */
function sameWay(one: Passing, other: Passing | undefined): boolean {
  if (other?.reference !== one.reference) return false
  return !one.reference || one.constant === other.constant
}

/** The types that a template's parameters have in this class or in the base that a member comes from. */
export function fillingOf(type: ClassType, owner: ClassSymbol): ReadonlyMap<string, Type> {
  const filled = new Map<string, Type>()
  type.symbol.template?.forEach((name, index) =>
    filled.set(name, type.arguments[index] ?? { kind: 'unknown' }),
  )
  if (owner === type.symbol || type.symbol.base === null) return filled
  const base = substitute(type.symbol.base, filled)
  return base.kind === 'class' ? fillingOf(base, owner) : filled
}

/** The pure virtual methods that nobody has written yet. */
export function abstractMethods(symbol: ClassSymbol): FunctionSymbol[] {
  const line = lineage(symbol)
  return line.flatMap((owner, depth) =>
    methodsOf(owner).filter(
      method =>
        isPure(method) &&
        !line
          .slice(0, depth)
          .some(below => methodsOf(below).some(own => !isPure(own) && fulfils(own, method))),
    ),
  )
}

function isPure(method: FunctionSymbol): boolean {
  return method.declaration.isPure || (method.owner?.keyword === 'interface' && method.nature === 'function')
}

export function fulfils(method: FunctionSymbol, pure: FunctionSymbol): boolean {
  return method.name === pure.name && method.nature === pure.nature && sameParameters(method, pure)
}

export function methodsOf(symbol: ClassSymbol): FunctionSymbol[] {
  return [...symbol.members.values()].flat().filter(member => member.kind === 'function')
}

export function fieldsOf(symbol: ClassSymbol): VariableSymbol[] {
  return [...symbol.members.values()]
    .flat()
    .filter(member => member.kind === 'variable')
    .filter(member => !member.isStatic)
}

/** No strings, dynamic arrays, pointers, objects with methods to run: bytes that may be copied as bytes. */
export function isSimple(type: Type): boolean {
  switch (type.kind) {
    case 'number':
    case 'enum':
    case 'open':
    case 'unknown':
      return true
    case 'array':
      return type.dimensions[0] !== null && isSimple(type.element)
    case 'class':
      return (
        type.symbol.keyword !== 'class' &&
        lineage(type.symbol).every(owner => fieldsOf(owner).every(field => isSimple(field.type)))
      )
    default:
      return false
  }
}

export function hasDefaultConstructor(symbol: ClassSymbol): boolean {
  return (
    symbol.constructors.length === 0 ||
    symbol.constructors.some(each => each.parameters.every(parameter => parameter.defaultValue !== null))
  )
}

export function isSameOrDerived(type: Type, base: Type): boolean {
  if (sameType(type, base)) return true
  return type.kind === 'class' && base.kind === 'class' && derivesFrom(type.symbol, base.symbol)
}
