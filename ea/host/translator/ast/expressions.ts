import type { Placed } from './position.ts'
import type { TypeNode } from './types.ts'

/** Integer literals: decimal, `0x…`, `B'…'`. `value` is what the digits say; a sign is a unary operator. */
export type IntegerLiteral = Placed & {
  readonly kind: 'integer'
  readonly value: bigint
  readonly base: 'decimal' | 'hexadecimal' | 'binary'
  /** The suffix as written in lower case (`l`, `u`, `ul`), or an empty string. */
  readonly suffix: string
  readonly text: string
}

export type FloatLiteral = Placed & {
  readonly kind: 'floating'
  readonly value: number
  /** Written with the suffix `f`: the type is float, not double. */
  readonly single: boolean
  readonly text: string
}

/** `'A'`, `'\n'`, `'\x41'`: a ushort. */
export type CharacterLiteral = Placed & { readonly kind: 'character'; readonly value: number }

/** A string with its escapes read; neighbours are joined; `__FUNCTION__` and its like are strings already. */
export type StringLiteral = Placed & { readonly kind: 'string'; readonly value: string }

export type BooleanLiteral = Placed & { readonly kind: 'boolean'; readonly value: boolean }

export type NullLiteral = Placed & { readonly kind: 'null' }

/** `D'2004.01.01 00:00'`: seconds since 1970-01-01. */
export type DatetimeLiteral = Placed & {
  readonly kind: 'datetime'
  readonly value: number
  readonly text: string
}

/** `C'128,0x80,128'`: blue, green and red as 0x00BBGGRR. */
export type ColorLiteral = Placed & { readonly kind: 'color'; readonly value: number; readonly text: string }

export type Literal =
  | IntegerLiteral
  | FloatLiteral
  | CharacterLiteral
  | StringLiteral
  | BooleanLiteral
  | NullLiteral
  | DatetimeLiteral
  | ColorLiteral

export type Identifier = Placed & { readonly kind: 'identifier'; readonly name: string }

/** `Scope::name`, or `::name` with a null scope. */
export type ScopedName = Placed & {
  readonly kind: 'scoped'
  readonly scope: TypeNode | null
  readonly name: string
}

export type ThisExpression = Placed & { readonly kind: 'this' }

/** `object.name`, or `object.operator+` with that name. `at` is where the name stands. */
export type MemberExpression = Placed & {
  readonly kind: 'member'
  readonly object: Expression
  /** The scope of `object.Base::name`; null in the usual case. */
  readonly scope: TypeNode | null
  readonly name: string
}

export type IndexExpression = Placed & {
  readonly kind: 'index'
  readonly object: Expression
  /** One for `a[i]`; several for the shorthand `a[i,j]`; none for `a[]`, which a class can overload. */
  readonly indexes: readonly Expression[]
}

/** `callee(arguments)`, with the template arguments of `callee<int>(…)`. */
export type CallExpression = Placed & {
  readonly kind: 'call'
  readonly callee: Expression
  readonly templateArguments: readonly TypeNode[]
  readonly arguments: readonly Expression[]
}

/** `&` takes the address of an object (a pointer to it); `*` is the object behind a pointer. */
export type UnaryOperator = '+' | '-' | '!' | '~' | '&' | '*' | '++' | '--'

/** A prefix operator. */
export type UnaryExpression = Placed & {
  readonly kind: 'unary'
  readonly operator: UnaryOperator
  readonly operand: Expression
}

/** `x++` and `x--`. */
export type PostfixExpression = Placed & {
  readonly kind: 'postfix'
  readonly operator: '++' | '--'
  readonly operand: Expression
}

export type BinaryOperator =
  | '*'
  | '/'
  | '%'
  | '@'
  | '+'
  | '-'
  | '<<'
  | '>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '&'
  | '^'
  | '|'
  | '&&'
  | '||'

/** `at` is where the operator stands. */
export type BinaryExpression = Placed & {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '<<=' | '>>=' | '&=' | '|=' | '^='

/** `at` is where the operator stands. */
export type AssignmentExpression = Placed & {
  readonly kind: 'assignment'
  readonly operator: AssignmentOperator
  readonly target: Expression
  readonly value: Expression
}

/** `condition ? whenTrue : whenFalse`. `at` is where the question mark stands. */
export type ConditionalExpression = Placed & {
  readonly kind: 'conditional'
  readonly condition: Expression
  readonly whenTrue: Expression
  readonly whenFalse: Expression
}

/** `a, b`: evaluated in order, the value of the last. */
export type CommaExpression = Placed & { readonly kind: 'comma'; readonly expressions: readonly Expression[] }

/** `(type)operand`, or `type(operand)` when functional. */
export type CastExpression = Placed & {
  readonly kind: 'cast'
  readonly type: TypeNode
  readonly operand: Expression
  readonly functional: boolean
}

/** `new Type(arguments)`; the arguments are null when the brackets are left out. */
export type NewExpression = Placed & {
  readonly kind: 'new'
  readonly type: TypeNode
  readonly arguments: readonly Expression[] | null
}

export type DynamicCastExpression = Placed & {
  readonly kind: 'dynamicCast'
  readonly type: TypeNode
  readonly operand: Expression
}

/** `sizeof(…)`: of a type, or of an expression that is not evaluated. */
export type SizeofExpression = Placed & {
  readonly kind: 'sizeof'
  readonly operand: TypeNode | Expression
}

/** `typename(…)`: the name of a type, or of an expression's type, as a string. */
export type TypenameExpression = Placed & {
  readonly kind: 'typename'
  readonly operand: TypeNode | Expression
}

/** `offsetof(Type, member)`. */
export type OffsetofExpression = Placed & {
  readonly kind: 'offsetof'
  readonly type: TypeNode
  readonly member: string
}

/** `{1, 2, {3}}`: only as an initial value. */
export type InitializerList = Placed & {
  readonly kind: 'initializerList'
  readonly elements: readonly Expression[]
}

export type Expression =
  | Literal
  | Identifier
  | ScopedName
  | ThisExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | UnaryExpression
  | PostfixExpression
  | BinaryExpression
  | AssignmentExpression
  | ConditionalExpression
  | CommaExpression
  | CastExpression
  | NewExpression
  | DynamicCastExpression
  | SizeofExpression
  | TypenameExpression
  | OffsetofExpression
  | InitializerList
