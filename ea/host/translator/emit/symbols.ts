import { walk, type ClassDeclaration, type Program, type TypeNode } from '../ast.ts'

/** Names that decide how something is written in C++. */
export class Symbols {
  readonly #classes = new Map<string, ClassDeclaration>()
  readonly #enums = new Set<string>()
  readonly #builtinFunctions = new Set<string>()
  readonly #functions = new Set<string>()

  constructor(program: Program, builtins: Program | null) {
    if (builtins !== null) {
      this.#collectTypes(builtins)
      for (const declaration of builtins.declarations) {
        if (declaration.kind === 'function') this.#builtinFunctions.add(declaration.name)
      }
    }
    this.#collectTypes(program)
    for (const declaration of program.declarations) {
      if (declaration.kind === 'function' && declaration.scope === null) this.#functions.add(declaration.name)
    }
  }

  /** The declaration with members, wherever it stands. */
  class(name: string): ClassDeclaration | null {
    return this.#classes.get(name) ?? null
  }

  isEnum(name: string): boolean {
    return this.#enums.has(name)
  }

  /** True for a class: its objects have pointers. False for a structure. */
  isObject(type: TypeNode): boolean {
    const keyword = this.class(type.name)?.keyword
    return keyword === 'class' || keyword === 'interface'
  }

  /** A function of the terminal that no function of the program hides. */
  isBuiltin(name: string): boolean {
    return this.#builtinFunctions.has(name) && !this.#functions.has(name)
  }

  /** A function of the program outside of its classes. */
  isFunction(name: string): boolean {
    return this.#functions.has(name)
  }

  /** Functions of the program that bear the name of a built-in: both are meant by the name. */
  get overloadedBuiltins(): string[] {
    return [...this.#functions].filter(name => this.#builtinFunctions.has(name))
  }

  /** True when the class or a base of it has a method of this name. */
  hasMethod(className: string | null, name: string): boolean {
    const declaration = className === null ? null : this.class(className)
    if (declaration === null) return false
    const own = (declaration.members ?? []).some(
      member => member.declaration.kind === 'function' && member.declaration.name === name,
    )
    return own || this.hasMethod(declaration.base?.type.name ?? null, name)
  }

  #collectTypes(program: Program): void {
    walk(program, node => {
      if (node.kind === 'class' && node.members !== null) this.#classes.set(node.name, node)
      if (node.kind === 'enum' && node.name !== null) this.#enums.add(node.name)
      return node.kind !== 'block'
    })
  }
}
