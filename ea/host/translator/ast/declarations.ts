import type { Placed } from './position.ts'
import type { Expression } from './expressions.ts'
import type { BlockStatement } from './statements.ts'
import type { Dimension, Parameter, TemplateParameter, TypeNode } from './types.ts'

/** One variable of a declaration, at its name. `type` is whole: the `const` in front and the star of this one. */
export type Declarator = Placed & {
  readonly kind: 'declarator'
  readonly name: string
  readonly type: TypeNode
  /** The class of `int Counter::total = 0;`, the definition of a static member. */
  readonly scope: TypeNode | null
  /** `[]` is null: a dynamic array. Empty: no array. */
  readonly dimensions: readonly Dimension[]
  readonly initial: Expression | null
  /** The arguments of `Frame frame(1, 2);`; null when there are no brackets. */
  readonly constructorArguments: readonly Expression[] | null
}

export type Storage = 'plain' | 'static' | 'input' | 'sinput' | 'extern'

/** Globals, locals and fields. `const` is in the declarators' types. */
export type VariableDeclaration = Placed & {
  readonly kind: 'variables'
  readonly storage: Storage
  readonly declarators: readonly Declarator[]
  /** The comment at the end of the line: the label that the terminal shows for an input. */
  readonly comment: string | null
}

/** `input group "Name"`: heads the inputs that follow it. */
export type InputGroup = Placed & { readonly kind: 'inputGroup'; readonly title: string }

export type EnumMember = Placed & {
  readonly kind: 'enumMember'
  readonly name: string
  readonly value: Expression | null
}

export type EnumDeclaration = Placed & {
  readonly kind: 'enum'
  /** Null for an enumeration without a name. */
  readonly name: string | null
  readonly members: readonly EnumMember[]
}

/** `typedef int (*Name)(int, string);`: the type of a pointer to a function. */
export type TypedefDeclaration = Placed & {
  readonly kind: 'typedef'
  readonly name: string
  readonly returnType: TypeNode
  readonly parameters: readonly Parameter[]
}

/** `name(arguments)` after a constructor's colon: a field or the base. */
export type MemberInitializer = Placed & {
  readonly kind: 'memberInitializer'
  readonly type: TypeNode
  readonly arguments: readonly Expression[]
}

export type FunctionNature = 'function' | 'operator' | 'constructor' | 'destructor'

/** A function or method: a prototype when it has no body. `at` is where the name stands. */
export type FunctionDeclaration = Placed & {
  readonly kind: 'function'
  readonly nature: FunctionNature
  /** The plain name; the class's name for a constructor or destructor; `+`, `[]`, … for an operator. */
  readonly name: string
  /** The class of a method that is defined outside of it. */
  readonly scope: TypeNode | null
  readonly template: readonly TemplateParameter[] | null
  /** Null for a constructor or destructor that is written without one. */
  readonly returnType: TypeNode | null
  readonly returnsReference: boolean
  readonly parameters: readonly Parameter[]
  /** The last parameter is `...`: only the terminal's own functions have it. */
  readonly isVariadic: boolean
  readonly initializers: readonly MemberInitializer[]
  readonly body: BlockStatement | null
  readonly isStatic: boolean
  readonly isVirtual: boolean
  /** `const` after the parameters. */
  readonly isConst: boolean
  readonly isOverride: boolean
  readonly isFinal: boolean
  /** `= 0`. */
  readonly isPure: boolean
  /** `= delete`. */
  readonly isDeleted: boolean
  /** `export` after the parameters. */
  readonly isExport: boolean
}

export type Access = 'public' | 'protected' | 'private'

export type ClassMember = Placed & {
  readonly kind: 'classMember'
  readonly access: Access
  readonly declaration:
    VariableDeclaration | FunctionDeclaration | EnumDeclaration | ClassDeclaration | TypedefDeclaration
}

export type BaseClass = Placed & { readonly kind: 'base'; readonly access: Access; readonly type: TypeNode }

/** `at` is where the name stands. */
export type ClassDeclaration = Placed & {
  readonly kind: 'class'
  readonly keyword: 'class' | 'struct' | 'union' | 'interface'
  readonly name: string
  readonly template: readonly TemplateParameter[] | null
  readonly base: BaseClass | null
  /** `pack(n)`: `packed` with the expression; `pack()` has a null size; no `pack`: not packed. */
  readonly packed: boolean
  readonly packSize: Expression | null
  readonly isFinal: boolean
  /** Null for `class Name;`, which only says that there is one. */
  readonly members: readonly ClassMember[] | null
}

export type Declaration =
  | VariableDeclaration
  | InputGroup
  | EnumDeclaration
  | ClassDeclaration
  | TypedefDeclaration
  | FunctionDeclaration
