import { errorAt, type Problem } from '../source/problem.ts'
import type { Token } from '../lex/token.ts'

type Condition = { readonly opened: Token; readonly met: boolean; elseSeen: boolean }

/** The `#ifdef … #else … #endif` that are open in one file. */
export class Conditions {
  readonly #open: Condition[] = []

  /** Whether the text here is compiled. */
  get active(): boolean {
    return this.#open.every(({ met, elseSeen }) => met !== elseSeen)
  }

  begin(opened: Token, met: boolean): void {
    this.#open.push({ opened, met, elseSeen: false })
  }

  otherwise(directive: Token): Problem | null {
    const last = this.#open.at(-1)
    if (last === undefined) return errorAt(directive.at, 372, '#else without #ifdef or #ifndef')
    if (last.elseSeen) return errorAt(directive.at, 372, 'a second #else for the same condition')
    last.elseSeen = true
    return null
  }

  finish(directive: Token): Problem | null {
    return this.#open.pop() === undefined
      ? errorAt(directive.at, 372, '#endif without #ifdef or #ifndef')
      : null
  }

  /** What is still open where the file ends. */
  unclosed(): Problem[] {
    return this.#open.map(({ opened }) => errorAt(opened.at, 372, 'the #endif of this condition is missing'))
  }
}
