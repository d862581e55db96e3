import type { CallExpression, Declarator, Expression, FunctionDeclaration, Node, TypeNode } from '../ast.ts'
import type { FunctionSymbol, Symbol, VariableSymbol } from './model/symbol.ts'
import { UNKNOWN, type Type } from './model/type.ts'
import { NOTHING_KNOWN, type Value } from './model/value.ts'

/** What the checker found out about the nodes of a program: for whoever goes on with its tree. */
export class Types {
  readonly #values = new Map<Node, Value>()
  readonly #written = new Map<TypeNode, Type>()
  readonly #called = new Map<CallExpression, FunctionSymbol>()
  readonly #variables = new Map<Node, VariableSymbol>()
  readonly #functions = new Map<FunctionDeclaration, FunctionSymbol>()

  /** Type, constness, known value and symbol of an expression. */
  of(expression: Expression): Value {
    return this.#values.get(expression) ?? NOTHING_KNOWN
  }

  symbolOf(expression: Expression): Symbol | null {
    return this.of(expression).symbol
  }

  /** What a type means that is written in the program. */
  written(type: TypeNode): Type {
    return this.#written.get(type) ?? UNKNOWN
  }

  /** The function or method that a call runs; null for a pointer to a function, a cast and an open template. */
  called(call: CallExpression): FunctionSymbol | null {
    return this.#called.get(call) ?? null
  }

  /** The variable of a declarator, or of a parameter that has a name. */
  variable(node: Node): VariableSymbol | null {
    return this.#variables.get(node) ?? null
  }

  /** The function of a declaration: the same one for a prototype and its definition. */
  function(declaration: FunctionDeclaration): FunctionSymbol | null {
    return this.#functions.get(declaration) ?? null
  }

  keepValue(expression: Expression, value: Value): Value {
    this.#values.set(expression, value)
    return value
  }

  keepWritten(node: TypeNode, type: Type): Type {
    this.#written.set(node, type)
    return type
  }

  keepCalled(call: CallExpression, chosen: FunctionSymbol): void {
    this.#called.set(call, chosen)
  }

  keepVariable(node: Declarator | Node, symbol: VariableSymbol): void {
    this.#variables.set(node, symbol)
  }

  keepFunction(declaration: FunctionDeclaration, symbol: FunctionSymbol): void {
    this.#functions.set(declaration, symbol)
  }
}
