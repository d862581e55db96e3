import type { SourcePosition } from '../ast.ts'
import type { Problem } from '../source/problem.ts'

export type TokenKind =
  | 'name'
  | 'number'
  | 'string'
  | 'character'
  | 'datetime'
  | 'color'
  | 'bits'
  | 'punctuator'
  | 'unknown'
  | 'end'

/** A word of the source. Keywords are names; literals are read by the parser. */
export type Token = {
  readonly kind: TokenKind
  readonly text: string
  readonly at: SourcePosition
  /** The first on its line: where a `#` begins a directive. */
  readonly startsLine: boolean
  readonly spaceBefore: boolean
  /** The text of a `//` comment to its right. */
  readonly comment: string | null
  /** What is wrong with the token itself. It counts only when the parser gets to see the token. */
  readonly problem: Problem | null
  /** The macros that this token came out of: they do not expand in it again. */
  readonly hidden?: ReadonlySet<string>
}

/** A token as it stands in its file. */
export type Lexeme = Token & { readonly start: number }
