import type { Token } from '../lex/token.ts'
import { BUILT_IN_TYPES } from './words.ts'

/** Says whether a name is a type's: the grammar of casts and declarations hangs on it. */
export type TypeNames = (name: string) => boolean

const HEADS: ReadonlySet<string> = new Set(['class', 'struct', 'union', 'interface', 'enum', 'typename'])

/**
 * Types are known in the whole program, before and after their declaration. The terminal's enumerations
 * are known by the way they are named, so that a fragment of a program can be read by itself.
 */
export function typeNamesOf(tokens: readonly Token[], others: Iterable<string>): TypeNames {
  const declared = new Set<string>(others)
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name') continue
    const name = HEADS.has(token.text) ? nameAfter(tokens, index) : typedefName(tokens, index)
    if (name?.kind === 'name') declared.add(name.text)
  }
  return name => BUILT_IN_TYPES.has(name) || declared.has(name) || name.startsWith('ENUM_')
}

/** The name after `struct`, past a `pack(…)`. */
function nameAfter(tokens: readonly Token[], head: number): Token | undefined {
  if (tokens[head + 1]?.text !== 'pack' || tokens[head + 2]?.text !== '(') return tokens[head + 1]
  let depth = 0
  for (let index = head + 2; index < tokens.length; index += 1) {
    if (tokens[index]?.text === '(') depth += 1
    if (tokens[index]?.text === ')') depth -= 1
    if (depth === 0) return tokens[index + 1]
  }
  return undefined
}

/** The name in `typedef … (*name)`. */
function typedefName(tokens: readonly Token[], index: number): Token | undefined {
  if (tokens[index]?.text !== 'typedef') return undefined
  const line = tokens.slice(index, index + 8)
  const star = line.findIndex((token, at) => token.text === '*' && line[at - 1]?.text === '(')
  return star < 0 ? undefined : line[star + 1]
}
