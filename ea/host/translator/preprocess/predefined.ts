import path from 'node:path/posix'
import type { Token, TokenKind } from '../lex/token.ts'

/** What the compiler says of itself through its own macros. */
export type CompilerFacts = {
  /** Seconds since 1970: `__DATETIME__`, and without the time of day `__DATE__`. */
  readonly compiledAt: number
  /** `__MQLBUILD__`. */
  readonly build: number
  /** `__CPU_ARCHITECTURE__`. */
  readonly architecture: string
}

const SECONDS_A_DAY = 86_400

/** Names that are always defined, though they stand for nothing. */
export const FLAGS = ['__MQL5__', '__MQL__', '_RELEASE']

/** Makes the words that the compiler's own macros stand for; `__COUNTER__` counts its uses. */
export function predefinedWords(facts: CompilerFacts): (use: Token) => Token | null {
  let counter = 0
  return use => {
    const [kind, text] = wordFor(use, facts, () => counter++) ?? []
    return kind === undefined || text === undefined ? null : { ...use, kind, text }
  }
}

function wordFor(use: Token, facts: CompilerFacts, count: () => number): [TokenKind, string] | null {
  switch (use.text) {
    case '__LINE__':
      return ['number', String(use.at.line)]
    case '__FILE__':
      return ['string', quoted(path.basename(use.at.file))]
    case '__PATH__':
      return ['string', quoted(use.at.file)]
    case '__DATETIME__':
      return ['datetime', datetimeText(facts.compiledAt)]
    case '__DATE__':
      return ['datetime', datetimeText(facts.compiledAt - (facts.compiledAt % SECONDS_A_DAY))]
    case '__MQLBUILD__':
    case '__MQL5BUILD__':
      return ['number', String(facts.build)]
    case '__CPU_ARCHITECTURE__':
      return ['string', quoted(facts.architecture)]
    case '__COUNTER__':
      return ['number', String(count())]
    default:
      return null
  }
}

function datetimeText(seconds: number): string {
  const [date, time] = new Date(seconds * 1000).toISOString().split(/[T.]/)
  return `D'${date?.replaceAll('-', '.')} ${time}'`
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, character => `\\${character}`)}"`
}
