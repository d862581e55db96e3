import type { SourceFile } from '../source/source-file.ts'
import { errorAt, type Problem } from '../source/problem.ts'
import type { Lexeme, TokenKind } from './token.ts'

type Rule = {
  readonly kind: TokenKind
  readonly pattern: RegExp
  readonly missing?: readonly [number, string]
}

const QUOTE_MISSING = [112, `the closing '"' is missing`] as const
const APOSTROPHE_MISSING = [114, `the closing "'" is missing`] as const

/**
 * The first that fits wins. `>>` and `>>=` are left apart: only the parser knows whether a `>` closes a
 * template, and it joins neighbours.
 */
const RULES: readonly Rule[] = [
  { kind: 'datetime', pattern: /D'[^'\n]*'/y },
  { kind: 'color', pattern: /C'[^'\n]*'/y },
  { kind: 'bits', pattern: /B'[^'\n]*'/y },
  { kind: 'name', pattern: /[A-Za-z_][A-Za-z0-9_]*/y },
  { kind: 'number', pattern: /0[xX][0-9A-Za-z_]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[A-Za-z0-9_]*/y },
  { kind: 'string', pattern: /"(?:\\[^\n]|[^"\\\n])*"/y },
  { kind: 'string', pattern: /"[^\n]*/y, missing: QUOTE_MISSING },
  { kind: 'character', pattern: /'(?:\\[^\n]|[^'\\\n])*'/y },
  { kind: 'character', pattern: /'[^\n]*/y, missing: APOSTROPHE_MISSING },
  {
    kind: 'punctuator',
    pattern:
      /<<=|\.\.\.|::|\+\+|--|<<|<=|>=|==|!=|&&|\|\||\+=|-=|\*=|\/=|%=|&=|\|=|\^=|##|[-+*/%@=<>!~&|^?:;,.()[\]{}#]/y,
  },
  { kind: 'unknown', pattern: /[^]/y, missing: [110, 'the compiler does not know this character'] },
]

/** What stands between tokens. A backslash at the end of a line makes the next line part of it. */
const GAPS = {
  space: /(?:[^\S\n]|\uFEFF|\\[^\S\n]*\n)+/y,
  newline: /\n/y,
  lineComment: /\/\/([^\n]*)/y,
  blockComment: /\/\*[^]*?\*\//y,
  openComment: /\/\*[^]*/y,
} as const

type Gap = {
  readonly end: number
  readonly newline: boolean
  readonly comment: string | null
  readonly open: boolean
}

/** All tokens of a file and an `end`. Never throws: what it does not know becomes a token with a problem. */
export function lex(file: SourceFile): Lexeme[] {
  const lexemes: Lexeme[] = []
  let startsLine = true
  for (let offset = 0; ;) {
    const gap = gapAt(file.text, offset)
    startsLine ||= gap.newline
    const last = lexemes.at(-1)
    if (gap.comment !== null && last !== undefined)
      lexemes[lexemes.length - 1] = { ...last, comment: gap.comment }
    const lexeme = lexemeAt(file, gap, startsLine, gap.end > offset)
    lexemes.push(lexeme)
    if (lexeme.kind === 'end') return lexemes
    offset = lexeme.start + lexeme.text.length
    startsLine = false
  }
}

function gapAt(text: string, offset: number): Gap {
  let end = offset
  let newline = false
  let comment: string | null = null
  for (;;) {
    const space = matchAt(GAPS.space, text, end) ?? matchAt(GAPS.blockComment, text, end)
    const line = matchAt(GAPS.lineComment, text, end)
    const lineEnd = matchAt(GAPS.newline, text, end)
    if (line !== null && !newline) comment = line[1]?.trim() ?? null
    newline ||= lineEnd !== null
    const open = (space ?? line ?? lineEnd) ? null : matchAt(GAPS.openComment, text, end)
    end += (space ?? line ?? lineEnd ?? open)?.[0].length ?? 0
    if ((space ?? line ?? lineEnd) === null) return { end, newline, comment, open: open !== null }
  }
}

function lexemeAt(file: SourceFile, gap: Gap, startsLine: boolean, spaceBefore: boolean): Lexeme {
  const at = file.positionOf(gap.end)
  const common = { start: gap.end, at, startsLine, spaceBefore, comment: null }
  for (const { kind, pattern, missing } of RULES) {
    const text = matchAt(pattern, file.text, gap.end)?.[0]
    if (text === undefined) continue
    const problem: Problem | null = missing === undefined ? null : errorAt(at, missing[0], missing[1])
    return { ...common, kind, text, problem }
  }
  const problem = gap.open ? errorAt(at, 161, "the file ends in a comment that has no '*/'") : null
  return { ...common, kind: 'end', text: '', problem }
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}
