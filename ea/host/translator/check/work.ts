import type { Expression, SourcePosition } from '../ast.ts'
import { errorAt, warningAt, type Problem } from '../source/problem.ts'
import type { Scope } from './model/scope.ts'
import type { ClassSymbol, FunctionSymbol } from './model/symbol.ts'
import type { Type } from './model/type.ts'
import type { Value } from './model/value.ts'
import { Types } from './types.ts'

/** Where an expression or a statement stands. */
export type Here = {
  readonly work: Work
  readonly scope: Scope
  /** The class whose private members may be named here. */
  readonly owner: ClassSymbol | null
  readonly function: FunctionSymbol | null
  /** What the function gives back. */
  readonly returnType: Type | null
}

export type Evaluate = (expression: Expression, here: Here) => Value

const FIRST_ERROR = 100

/** What the parts of the checker share while they go through one program. */
export class Work {
  readonly problems: Problem[] = []
  readonly types = new Types()
  readonly evaluate: Evaluate
  readonly #told = new Set<string>()
  #muted = 0

  constructor(evaluate: Evaluate) {
    this.evaluate = evaluate
  }

  /** Codes below 100 are the compiler's warnings. The same thing is told once. */
  report(at: SourcePosition, code: number, text: string): void {
    if (this.#muted > 0) return
    const key = `${at.file}:${at.line}:${at.column}:${code}`
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.problems.push(code < FIRST_ERROR ? warningAt(at, code, text) : errorAt(at, code, text))
  }

  /** Evaluates without telling what is wrong: for what is looked at twice. */
  quietly<T>(task: () => T): T {
    this.#muted += 1
    try {
      return task()
    } finally {
      this.#muted -= 1
    }
  }
}

export function inScope(here: Here, scope: Scope): Here {
  return { ...here, scope }
}
