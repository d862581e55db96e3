import type { SourcePosition } from '../ast.ts'
import type { Token } from '../lex/token.ts'
import { errorAt, type Problem } from '../source/problem.ts'
import { isReserved } from './words.ts'

/** Brackets, blocks and operators inside one another: a program that people write stays far below. */
const NESTING_MAX = 400

/** The parser meets a word that does not fit. Caught where the next declaration can begin. */
export class ParseFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.text)
    this.problem = problem
  }
}

/** The tokens of a program, read from left to right. */
export class TokenStream {
  readonly #tokens: readonly Token[]
  readonly #end: Token
  #index = 0
  #nesting = 0

  constructor(tokens: readonly Token[]) {
    const end = tokens.at(-1)
    if (end?.kind !== 'end') throw new Error('The tokens of a program end with an end')
    this.#tokens = tokens
    this.#end = end
  }

  get index(): number {
    return this.#index
  }

  get current(): Token {
    return this.tokenAt(this.#index)
  }

  get atEnd(): boolean {
    return this.current.kind === 'end'
  }

  tokenAt(index: number): Token {
    return this.#tokens[index] ?? this.#end
  }

  peek(distance: number): Token {
    return this.tokenAt(this.#index + distance)
  }

  take(): Token {
    const token = this.current
    if (token.kind !== 'end') this.#index += 1
    return token
  }

  /** Whether the word here, or one further on, is this one. A literal is never a word. */
  is(text: string, distance = 0): boolean {
    return isWord(this.peek(distance), text)
  }

  accept(text: string): Token | null {
    return this.is(text) ? this.take() : null
  }

  expect(text: string): Token {
    return this.accept(text) ?? this.fail(codeOf(text), `expected '${text}' but found ${this.found()}`)
  }

  isName(distance = 0): boolean {
    const { kind, text } = this.peek(distance)
    return kind === 'name' && !isReserved(text)
  }

  /** A name that the program chooses; `what` says what it is for. */
  expectName(what: string): Token {
    if (this.isName()) return this.take()
    const reserved = this.current.kind === 'name' ? ', which is a word of the language' : ''
    return this.fail(149, `expected ${what} but found ${this.found()}${reserved}`)
  }

  fail(code: number, text: string, token: Token = this.current): never {
    throw new ParseFailure(errorAt(token.at, this.atEnd ? 161 : code, text))
  }

  /** The program ends inside of braces that were opened here. */
  failUnclosed({ file, line }: SourcePosition): never {
    return this.fail(133, `the '}' of the '{' in ${file}(${line}) is missing`)
  }

  found(): string {
    return this.atEnd ? 'the end of the program' : `'${this.current.text}'`
  }

  /** Reads something that may hold itself, and gives up before the computer's stack does. */
  nest<T>(read: () => T): T {
    if (this.#nesting >= NESTING_MAX) this.fail(134, 'the program is nested too deeply here')
    this.#nesting += 1
    try {
      return read()
    } finally {
      this.#nesting -= 1
    }
  }
}

export function isWord(token: Token, text: string): boolean {
  return token.text === text && (token.kind === 'punctuator' || token.kind === 'name')
}

function codeOf(text: string): number {
  const codes: Readonly<Record<string, number>> = {
    ';': 154,
    '(': 132,
    ')': 145,
    ']': 145,
    '{': 141,
    '}': 133,
    ':': 123,
  }
  return codes[text] ?? 149
}
