import type { Token } from '../lex/token.ts'
import { errorAt, type Problem } from '../source/problem.ts'
import type { Macro } from './macro.ts'
import { substitute, type MacroArgument } from './substitute.ts'

/** More words than this out of one use is a macro that calls itself in circles, not a program. */
const WORDS_MAX = 200_000

export type Expansion = {
  readonly macros: ReadonlyMap<string, Macro>
  readonly predefined: (use: Token) => Token | null
  readonly problems: Problem[]
}

/** Replaces macros in a stream of tokens. */
export class Expander {
  readonly #pull: () => Token
  readonly #expansion: Expansion
  readonly #waiting: Token[] = []
  #words = 0

  constructor(pull: () => Token, expansion: Expansion) {
    this.#pull = pull
    this.#expansion = expansion
  }

  next(): Token {
    for (;;) {
      if (this.#waiting.length === 0) this.#words = 0
      const token = this.#take()
      const macro = token.kind === 'name' ? this.#expansion.macros.get(token.text) : undefined
      if (macro === undefined) return this.#expansion.predefined(token) ?? token
      if (token.hidden?.has(macro.name) === true || !this.#expand(macro, token)) return token
    }
  }

  #take(): Token {
    return this.#waiting.pop() ?? this.#pull()
  }

  #giveBack(tokens: readonly Token[]): void {
    for (const token of tokens.toReversed()) this.#waiting.push(token)
  }

  /** False when it is not a use after all: the name of a macro with parameters, without brackets. */
  #expand(macro: Macro, use: Token): boolean {
    const args = macro.parameters === null ? [] : this.#arguments(macro, macro.parameters, use)
    if (args === null) return false
    const { tokens, problem } = substitute(macro, use, args)
    if (problem !== null) this.#expansion.problems.push(problem)
    const before = this.#words
    this.#words += tokens.length
    if (this.#words > WORDS_MAX) {
      if (before <= WORDS_MAX) {
        this.#expansion.problems.push(errorAt(use.at, 320, `the macro '${macro.name}' grows beyond measure`))
      }
      return true
    }
    this.#giveBack(tokens.map((token, index) => (index === 0 ? leading(token, use) : token)))
    return true
  }

  #arguments(macro: Macro, parameters: readonly string[], use: Token): MacroArgument[] | null {
    const open = this.#take()
    if (open.text !== '(') {
      this.#giveBack([open])
      return null
    }
    const written = this.#readArguments()
    if (written === null) {
      this.#expansion.problems.push(errorAt(use.at, 145, `the ')' of the macro '${macro.name}' is missing`))
      return []
    }
    const given =
      parameters.length === 0 && written.length === 1 && written[0]?.length === 0 ? 0 : written.length
    if (given !== parameters.length) {
      const text = `the macro '${macro.name}' takes ${parameters.length} arguments, not ${given}`
      this.#expansion.problems.push(errorAt(use.at, 318, text))
    }
    return written.map(tokens => ({ written: tokens, expanded: this.#expandAll(tokens) }))
  }

  /** The words between the brackets, parted at the commas outside of inner brackets. Null: no end. */
  #readArguments(): Token[][] | null {
    const written: Token[][] = [[]]
    for (let depth = 0; ;) {
      const token = this.#take()
      if (token.kind === 'end') {
        this.#giveBack([token])
        return null
      }
      if (token.text === ')' && depth === 0) return written
      if ('([{'.includes(token.text)) depth += 1
      if (')]}'.includes(token.text)) depth -= 1
      if (token.text === ',' && depth === 0) written.push([])
      else written.at(-1)?.push(token)
    }
  }

  #expandAll(tokens: readonly Token[]): Token[] {
    const end: Token = { ...END, at: tokens[0]?.at ?? END.at }
    let index = 0
    const inner = new Expander(() => tokens[index++] ?? end, this.#expansion)
    const expanded: Token[] = []
    for (let token = inner.next(); token.kind !== 'end'; token = inner.next()) expanded.push(token)
    return expanded
  }
}

const END: Token = {
  kind: 'end',
  text: '',
  at: { file: '', line: 0, column: 0 },
  startsLine: false,
  spaceBefore: false,
  comment: null,
  problem: null,
}

function leading(token: Token, use: Token): Token {
  return { ...token, startsLine: use.startsLine, spaceBefore: use.spaceBefore }
}
