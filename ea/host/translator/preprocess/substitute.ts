import type { SourcePosition } from '../ast.ts'
import { lex } from '../lex/lex.ts'
import type { Token } from '../lex/token.ts'
import { SourceFile } from '../source/source-file.ts'
import { errorAt, type Problem } from '../source/problem.ts'
import type { Macro } from './macro.ts'

/** One actual parameter: as written, for `#` and `##`, and expanded, for everything else. */
export type MacroArgument = { readonly written: readonly Token[]; readonly expanded: readonly Token[] }

export type Substitution = { readonly tokens: readonly Token[]; readonly problem: Problem | null }

/** The body of a macro with its arguments in place, standing where the macro was used. */
export function substitute(macro: Macro, use: Token, args: readonly MacroArgument[]): Substitution {
  const hidden = new Set([...(use.hidden ?? []), macro.name])
  const argumentOf = (token: Token | undefined) => {
    const index = token?.kind === 'name' ? (macro.parameters?.indexOf(token.text) ?? -1) : -1
    return index < 0 ? undefined : (args[index] ?? { written: [], expanded: [] })
  }
  const tokens: Token[] = []
  let problem: Problem | null = null
  let before = 0
  for (let index = 0; index < macro.body.length; index += 1) {
    const token = macro.body[index]
    const next = macro.body[index + 1]
    if (token === undefined) break
    if (token.text === '##' && next !== undefined) {
      const left = tokens.length > before ? tokens.pop() : undefined
      before = tokens.length
      const glued = glue(left, argumentOf(next)?.written ?? [next], use.at)
      problem ??= glued.problem
      tokens.push(...glued.tokens)
      index += 1
      continue
    }
    before = tokens.length
    if (token.text === '#' && argumentOf(next) !== undefined) {
      tokens.push(stringOf(argumentOf(next)?.written ?? [], token))
      index += 1
    } else {
      const argument = argumentOf(token)
      const written = next?.text === '##'
      tokens.push(...((written ? argument?.written : argument?.expanded) ?? [placed(token, use)]))
    }
  }
  return { tokens: tokens.map(token => hide(token, use, hidden)), problem }
}

/** A token of the body belongs to the place of the use; one of an argument keeps its own. */
function placed(token: Token, use: Token): Token {
  return { ...token, at: use.at }
}

function hide(token: Token, use: Token, hidden: ReadonlySet<string>): Token {
  const all = token.hidden === undefined ? hidden : new Set([...hidden, ...token.hidden])
  return {
    ...token,
    startsLine: false,
    comment: null,
    hidden: all,
    problem: token.problem && at(token.problem, use),
  }
}

function at(problem: Problem, use: Token): Problem {
  return { ...problem, at: use.at }
}

/** `#parameter`: the argument's words as a string. */
function stringOf(words: readonly Token[], token: Token): Token {
  const written = words
    .map((word, index) => (index > 0 && word.spaceBefore ? ' ' : '') + escaped(word))
    .join('')
  return { ...token, kind: 'string', text: `"${written}"` }
}

function escaped(word: Token): string {
  if (word.kind !== 'string' && word.kind !== 'character') return word.text
  return word.text.replace(/[\\"]/g, character => `\\${character}`)
}

/** `left##right`: one word made of two. */
function glue(left: Token | undefined, right: readonly Token[], at: SourcePosition): Substitution {
  const [first, ...rest] = right
  if (left === undefined || first === undefined) return { tokens: left ? [left] : right, problem: null }
  const [word, end] = lex(new SourceFile(at.file, left.text + first.text))
  if (word === undefined || end?.kind !== 'end' || word.kind === 'unknown') {
    const problem = errorAt(at, 316, `'${left.text}' and '${first.text}' glued by '##' make no word`)
    return { tokens: [left, ...right], problem }
  }
  return {
    tokens: [{ ...word, at, startsLine: false, spaceBefore: left.spaceBefore }, ...rest],
    problem: null,
  }
}
