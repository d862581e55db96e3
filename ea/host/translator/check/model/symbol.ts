import type {
  Access,
  ClassDeclaration,
  Expression,
  FunctionDeclaration,
  FunctionNature,
  SourcePosition,
} from '../../ast.ts'
import type { Constant } from './constant.ts'
import type { ClassType, Type } from './type.ts'

type Named = { readonly name: string; readonly at: SourcePosition; readonly builtin: boolean }

export type VariablePlace = 'global' | 'local' | 'parameter' | 'field'

export type VariableSymbol = Named & {
  readonly kind: 'variable'
  readonly type: Type
  readonly constant: boolean
  readonly reference: boolean
  readonly place: VariablePlace
  readonly isStatic: boolean
  readonly isInput: boolean
  readonly owner: ClassSymbol | null
  readonly access: Access
  /** The value of a constant that is known when compiling. */
  readonly known: Constant | null
  /** Set by whatever names it. */
  used: boolean
}

export type ParameterSymbol = {
  readonly name: string | null
  readonly at: SourcePosition
  readonly type: Type
  readonly reference: boolean
  readonly constant: boolean
  readonly defaultValue: Expression | null
}

export type FunctionSymbol = Named & {
  readonly kind: 'function'
  readonly nature: FunctionNature
  readonly owner: ClassSymbol | null
  readonly access: Access
  readonly template: readonly string[] | null
  readonly parameters: readonly ParameterSymbol[]
  /** Takes any number of values after its parameters. */
  readonly variadic: boolean
  readonly returnType: Type
  readonly declaration: FunctionDeclaration
  /** The declaration that has the body; null until it is met. */
  definition: FunctionDeclaration | null
  called: boolean
}

export type EnumSymbol = Named & { readonly kind: 'enum'; readonly members: EnumMemberSymbol[] }

export type EnumMemberSymbol = Named & {
  readonly kind: 'enumMember'
  readonly owner: EnumSymbol
  readonly value: bigint
}

export type MemberSymbol =
  VariableSymbol | FunctionSymbol | EnumSymbol | EnumMemberSymbol | ClassSymbol | TypedefSymbol

export type ClassSymbol = Named & {
  readonly kind: 'class'
  readonly keyword: ClassDeclaration['keyword']
  readonly template: readonly string[] | null
  readonly outer: ClassSymbol | null
  /** The names of the class itself, without its bases'. Operators stand under `operator` and their sign. */
  readonly members: Map<string, MemberSymbol[]>
  readonly constructors: FunctionSymbol[]
  destructor: FunctionSymbol | null
  base: ClassType | null
  isFinal: boolean
  /** False after a forward declaration. */
  complete: boolean
}

export type TypedefSymbol = Named & {
  readonly kind: 'typedef'
  readonly returnType: Type
  readonly parameters: readonly ParameterSymbol[]
}

/** `typename T` of a template that is being read. */
export type TemplateParameterSymbol = Named & { readonly kind: 'templateParameter' }

export type Symbol =
  | VariableSymbol
  | FunctionSymbol
  | EnumSymbol
  | EnumMemberSymbol
  | ClassSymbol
  | TypedefSymbol
  | TemplateParameterSymbol
