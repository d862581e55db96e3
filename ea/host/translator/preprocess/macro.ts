import { errorAt, type Problem } from '../source/problem.ts'
import type { Token } from '../lex/token.ts'

/** What `#define` makes known. Without parameters they are null, which is not the same as `()`. */
export type Macro = {
  readonly name: string
  readonly parameters: readonly string[] | null
  readonly body: readonly Token[]
}

/** Reads what follows `#define` on its line. */
export function readMacro(directive: Token, line: readonly Token[]): Macro | Problem {
  const [name, open] = line
  if (name?.kind !== 'name') return errorAt(directive.at, 108, 'expected a name after #define')
  if (open?.text !== '(' || open.spaceBefore) {
    return checkBody({ name: name.text, parameters: null, body: line.slice(1) }, name)
  }
  const close = line.findIndex(token => token.text === ')')
  const words = close < 0 ? [] : line.slice(2, close)
  const parameters = words.filter((_, index) => index % 2 === 0).map(word => word.text)
  if (close < 0 || !isNameList(words) || new Set(parameters).size < parameters.length) {
    return errorAt(name.at, 317, `the parameters of the macro '${name.text}' must be different names`)
  }
  return checkBody({ name: name.text, parameters, body: line.slice(close + 1) }, name)
}

/** `a, b, c` or nothing. */
function isNameList(words: readonly Token[]): boolean {
  if (words.length === 0) return true
  return (
    words.length % 2 === 1 &&
    words.every((word, index) => (index % 2 === 0 ? word.kind === 'name' : word.text === ','))
  )
}

function checkBody(macro: Macro, name: Token): Macro | Problem {
  if (macro.body.at(0)?.text === '##' || macro.body.at(-1)?.text === '##') {
    return errorAt(name.at, 316, `'##' can be neither the first nor the last in the macro '${macro.name}'`)
  }
  return macro
}
