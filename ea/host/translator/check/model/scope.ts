import { findMembers } from './class-facts.ts'
import type { ClassSymbol, Symbol } from './symbol.ts'

export type ScopeKind = 'builtin' | 'global' | 'class' | 'template' | 'function' | 'block'

/** Names and what they stand for, inside one another. A name may stand for several functions. */
export class Scope {
  readonly kind: ScopeKind
  readonly parent: Scope | null
  readonly owner: ClassSymbol | null
  readonly #names = new Map<string, Symbol[]>()

  constructor(kind: ScopeKind, parent: Scope | null, owner: ClassSymbol | null = null) {
    this.kind = kind
    this.parent = parent
    this.owner = owner
  }

  add(symbol: Symbol, name: string = symbol.name): void {
    const known = this.#names.get(name)
    if (known === undefined) this.#names.set(name, [symbol])
    else known.push(symbol)
  }

  own(name: string): readonly Symbol[] {
    if (this.kind === 'class' && this.owner !== null) return findMembers(this.owner, name)
    return this.#names.get(name) ?? []
  }

  /** What the name stands for here: the nearest scope that knows it. */
  find(name: string): readonly Symbol[] {
    const own = this.own(name)
    if (own.length > 0 || this.parent === null) return own
    return this.parent.find(name)
  }

  /** What the name stands for in every scope, the nearest first. */
  *findAll(name: string): Generator<readonly Symbol[]> {
    const own = this.own(name)
    if (own.length > 0) yield own
    if (this.parent !== null) yield* this.parent.findAll(name)
  }

  /** The scope of the whole program. */
  global(): Scope {
    return this.kind === 'global' || this.parent === null ? this : this.parent.global()
  }

  allOwn(): readonly Symbol[] {
    return [...this.#names.values()].flat()
  }
}
