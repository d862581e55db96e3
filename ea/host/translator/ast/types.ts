import type { Placed } from './position.ts'
import type { Expression } from './expressions.ts'

/** A type as written: `const Outer::Inner<int> *`. */
export type TypeNode = Placed & {
  readonly kind: 'type'
  /** The last name: a keyword (`int`, `string`, …), or the name of a type. */
  readonly name: string
  /** What stands before the last `::`; null when nothing does. */
  readonly scope: TypeNode | null
  /** True for a type written with a leading `::`. */
  readonly global: boolean
  /** Template arguments; empty when there are none. */
  readonly arguments: readonly TypeNode[]
  /** `const` before the type (or between type and `*`): what is held or pointed at does not change. */
  readonly constant: boolean
  readonly pointer: boolean
  /** `const` after the `*`: the pointer itself does not change. */
  readonly constantPointer: boolean
}

/** One `[…]` of an array declaration: the size, or null for `[]`. */
export type Dimension = Expression | null

/** One formal parameter. It is an array when it has dimensions. */
export type Parameter = Placed & {
  readonly kind: 'parameter'
  readonly type: TypeNode
  /** Null in a prototype that leaves the name out. */
  readonly name: string | null
  /** Written with `&`. */
  readonly reference: boolean
  readonly dimensions: readonly Dimension[]
  readonly defaultValue: Expression | null
}

/** `typename T` of a template head. */
export type TemplateParameter = Placed & {
  readonly kind: 'templateParameter'
  readonly name: string
}
