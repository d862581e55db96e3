import type { Placed } from './position.ts'
import type { VariableDeclaration } from './declarations.ts'
import type { Expression } from './expressions.ts'

/** `{ … }`; `end` is where the closing brace stands. */
export type BlockStatement = Placed & {
  readonly kind: 'block'
  readonly statements: readonly Statement[]
  readonly end: Placed['at']
}

export type EmptyStatement = Placed & { readonly kind: 'empty' }

export type ExpressionStatement = Placed & {
  readonly kind: 'expressionStatement'
  readonly expression: Expression
}

export type IfStatement = Placed & {
  readonly kind: 'if'
  readonly condition: Expression
  readonly whenTrue: Statement
  readonly whenFalse: Statement | null
}

export type ForStatement = Placed & {
  readonly kind: 'for'
  readonly initial: VariableDeclaration | Expression | null
  readonly condition: Expression | null
  readonly step: Expression | null
  readonly body: Statement
}

export type WhileStatement = Placed & {
  readonly kind: 'while'
  readonly condition: Expression
  readonly body: Statement
}

export type DoWhileStatement = Placed & {
  readonly kind: 'doWhile'
  readonly body: Statement
  readonly condition: Expression
}

/** One label and the statements up to the next; `default` has no test. */
export type SwitchCase = Placed & {
  readonly kind: 'switchCase'
  readonly test: Expression | null
  readonly statements: readonly Statement[]
}

export type SwitchStatement = Placed & {
  readonly kind: 'switch'
  readonly subject: Expression
  readonly cases: readonly SwitchCase[]
}

export type BreakStatement = Placed & { readonly kind: 'break' }

export type ContinueStatement = Placed & { readonly kind: 'continue' }

export type ReturnStatement = Placed & { readonly kind: 'return'; readonly value: Expression | null }

export type DeleteStatement = Placed & { readonly kind: 'delete'; readonly operand: Expression }

/** A variable declaration is a statement as it stands. */
export type Statement =
  | BlockStatement
  | EmptyStatement
  | ExpressionStatement
  | VariableDeclaration
  | IfStatement
  | ForStatement
  | WhileStatement
  | DoWhileStatement
  | SwitchStatement
  | BreakStatement
  | ContinueStatement
  | ReturnStatement
  | DeleteStatement
