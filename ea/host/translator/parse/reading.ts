import type { Expression } from '../ast.ts'
import type { TokenStream } from './token-stream.ts'
import type { TypeNames } from './type-names.ts'

/** The function whose body is being read, for `__FUNCTION__` and `__FUNCSIG__`. */
export type FunctionPlace = { readonly name: string; readonly signature: string }

/** What all rules of the grammar read from, and where in the program they are. */
export type Reading = {
  readonly stream: TokenStream
  readonly types: TypeNames
  /** The classes around this place, the outermost first. */
  readonly classes: readonly string[]
  readonly inside: FunctionPlace | null
}

/** The two ways in to the grammar of expressions, for the rules that it consists of. */
export type Inner = {
  /** With commas. */
  readonly whole: (reading: Reading) => Expression
  /** Up to a comma. */
  readonly single: (reading: Reading) => Expression
}
