import type { ClassSymbol, EnumSymbol, TypedefSymbol } from './symbol.ts'

export type NumberName =
  | 'bool'
  | 'char'
  | 'uchar'
  | 'short'
  | 'ushort'
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong'
  | 'float'
  | 'double'
  | 'datetime'
  | 'color'

export type NumberType = { readonly kind: 'number'; readonly name: NumberName }
export type EnumType = { readonly kind: 'enum'; readonly symbol: EnumSymbol }
/** An object of a class, structure, union or interface. `arguments` are those of a template. */
export type ClassType = {
  readonly kind: 'class'
  readonly symbol: ClassSymbol
  readonly arguments: readonly Type[]
}
/** `constant`: what is pointed at does not change. */
export type PointerType = {
  readonly kind: 'pointer'
  readonly to: ClassType | OpenType | UnknownType
  readonly constant: boolean
}
/** A dimension of null is dynamic; only the first one may be. */
export type ArrayType = {
  readonly kind: 'array'
  readonly element: Type
  readonly dimensions: readonly (number | null)[]
}
export type FunctionType = { readonly kind: 'functionPointer'; readonly symbol: TypedefSymbol }
/** A template's parameter inside of the template. Everything is allowed with it until it is filled in. */
export type OpenType = { readonly kind: 'open'; readonly name: string }
/** After an error that was told already: nothing more is said about it. */
export type UnknownType = { readonly kind: 'unknown' }

export type Type =
  | NumberType
  | EnumType
  | ClassType
  | PointerType
  | ArrayType
  | FunctionType
  | OpenType
  | UnknownType
  | { readonly kind: 'string' }
  | { readonly kind: 'void' }
  | { readonly kind: 'null' }

export const UNKNOWN: UnknownType = { kind: 'unknown' }
export const STRING: Type = { kind: 'string' }
export const VOID: Type = { kind: 'void' }
export const NULL_TYPE: Type = { kind: 'null' }

export function numberType(name: NumberName): NumberType {
  return { kind: 'number', name }
}

const NUMBER_NAMES: ReadonlySet<string> = new Set<NumberName>([
  'bool',
  'char',
  'uchar',
  'short',
  'ushort',
  'int',
  'uint',
  'long',
  'ulong',
  'float',
  'double',
  'datetime',
  'color',
])

export function isNumberName(name: string): name is NumberName {
  return NUMBER_NAMES.has(name)
}

/** True when nothing can be said about a value of the type. */
export function isOpen(type: Type): boolean {
  if (type.kind === 'array') return isOpen(type.element)
  if (type.kind === 'pointer') return isOpen(type.to)
  if (type.kind === 'class') return type.arguments.some(isOpen)
  return type.kind === 'open' || type.kind === 'unknown'
}

export function sameType(one: Type, other: Type): boolean {
  if (one.kind === 'number' && other.kind === 'number') return one.name === other.name
  if (one.kind === 'enum' && other.kind === 'enum') return one.symbol === other.symbol
  if (one.kind === 'open' && other.kind === 'open') return one.name === other.name
  if (one.kind === 'functionPointer' && other.kind === 'functionPointer') return one.symbol === other.symbol
  if (one.kind === 'pointer' && other.kind === 'pointer') return sameType(one.to, other.to)
  if (one.kind === 'class' && other.kind === 'class') {
    return one.symbol === other.symbol && sameTypes(one.arguments, other.arguments)
  }
  if (one.kind === 'array' && other.kind === 'array') {
    return one.dimensions.length === other.dimensions.length && sameType(one.element, other.element)
  }
  return one.kind === other.kind
}

export function sameTypes(ones: readonly Type[], others: readonly Type[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index]
      return other !== undefined && sameType(one, other)
    })
  )
}

/** The type with the template's parameters filled in. */
export function substitute(type: Type, filled: ReadonlyMap<string, Type>): Type {
  if (filled.size === 0) return type
  switch (type.kind) {
    case 'open':
      return filled.get(type.name) ?? type
    case 'array':
      return { ...type, element: substitute(type.element, filled) }
    case 'class':
      return { ...type, arguments: type.arguments.map(argument => substitute(argument, filled)) }
    case 'pointer': {
      const to = substitute(type.to, filled)
      // `T *` of a `T` that is a pointer already is that pointer: MQL5 has no pointer to a pointer.
      if (to.kind === 'pointer') return to
      return { ...type, to: to.kind === 'class' || to.kind === 'open' ? to : UNKNOWN }
    }
    default:
      return type
  }
}
