import type { Property } from '../ast.ts'
import type { Lexeme, Token } from '../lex/token.ts'
import { errorAt, warningAt, type Problem } from '../source/problem.ts'
import type { Conditions } from './conditions.ts'
import { readMacro, type Macro } from './macro.ts'
import { FLAGS } from './predefined.ts'

/** A `#` at the start of a line, its name, and what follows on the line. */
export type Directive = {
  readonly hash: Lexeme
  readonly name: Lexeme | undefined
  readonly line: readonly Lexeme[]
  /** The text after the name, as written. */
  readonly rest: string
}

const REFUSED: Readonly<Record<string, readonly [number, string]>> = {
  if: [109, 'MQL5 has no #if: use #ifdef or #ifndef'],
  elif: [109, 'MQL5 has no #elif: use #else and #ifdef'],
  import: [243, '#import is refused: this program runs without DLLs and without EX5 libraries'],
  resource: [309, '#resource is refused: this program carries no files in itself'],
}

/** `#ifdef`, `#ifndef`, `#else`, `#endif`. Null when it is none of them. */
export function followCondition(
  { hash, name, line }: Directive,
  conditions: Conditions,
  macros: ReadonlyMap<string, Macro>,
): Problem[] | null {
  const [asked] = line
  switch (name?.text) {
    case 'ifdef':
    case 'ifndef': {
      const known = asked !== undefined && (macros.has(asked.text) || FLAGS.includes(asked.text))
      conditions.begin(hash, known === (name.text === 'ifdef'))
      return asked?.kind === 'name' ? [] : [errorAt(name.at, 109, `expected a name after #${name.text}`)]
    }
    case 'else':
      return listOf(conditions.otherwise(name))
    case 'endif':
      return listOf(conditions.finish(name))
    default:
      return null
  }
}

/** `#define` and `#undef`. */
export function followMacro({ hash, name, line }: Directive, macros: Map<string, Macro>): Problem[] {
  const [first] = line
  if (name?.text === 'undef') {
    if (first?.kind !== 'name') return [errorAt(hash.at, 108, 'expected a name after #undef')]
    macros.delete(first.text)
    return []
  }
  const macro = readMacro(hash, line)
  if ('severity' in macro) return [macro]
  const earlier = macros.has(macro.name)
  macros.set(macro.name, macro)
  return earlier ? [warningAt(first?.at ?? hash.at, 30, `the macro '${macro.name}' is defined again`)] : []
}

export function readProperty({ hash, line }: Directive): Property | Problem {
  const [name, ...values] = line
  if (name?.kind !== 'name') return errorAt(hash.at, 288, 'expected a name after #property')
  return { at: name.at, name: name.text, value: values.map(plainText).join(' ') }
}

/** What to say of a directive that is not one of MQL5's, or that is not taken here. */
export function refuse({ hash, name }: Directive): Problem {
  const known = name === undefined ? undefined : REFUSED[name.text]
  if (known !== undefined) return errorAt(hash.at, known[0], known[1])
  return errorAt(hash.at, 109, `unknown command of the preprocessor: '#${name?.text ?? ''}'`)
}

function plainText({ kind, text }: Token): string {
  return kind === 'string' ? text.slice(1, -1) : text
}

function listOf(problem: Problem | null): Problem[] {
  return problem === null ? [] : [problem]
}
