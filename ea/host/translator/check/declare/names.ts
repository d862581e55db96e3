import type { SourcePosition } from '../../ast.ts'
import type { Scope } from '../model/scope.ts'
import type { Symbol } from '../model/symbol.ts'
import type { Work } from '../work.ts'

const LONGEST_NAME = 63

/** Types of MQL5 that the host has no use for: no program may call anything by their names. */
const TYPE_WORDS: ReadonlySet<string> = new Set([
  'matrix',
  'matrixf',
  'matrixc',
  'vector',
  'vectorf',
  'vectorc',
  'complex',
])

export function checkName(name: string, at: SourcePosition, work: Work): void {
  if (TYPE_WORDS.has(name)) work.report(at, 149, `'${name}' is a type of MQL5, not a name`)
  if (name.length > LONGEST_NAME) {
    work.report(at, 126, `'${name}' is longer than the ${LONGEST_NAME} characters that a name may have`)
  }
}

const TAKEN_CODES: Readonly<Record<Symbol['kind'], number>> = {
  variable: 194,
  function: 164,
  enum: 230,
  enumMember: 191,
  class: 195,
  typedef: 195,
  templateParameter: 195,
}

/** Puts a name into a scope unless the scope has it for something else. */
export function addName(symbol: Symbol, scope: Scope, work: Work): void {
  checkName(symbol.name, symbol.at, work)
  const taken = scope.own(symbol.name).find(known => known.kind !== 'function' || symbol.kind !== 'function')
  if (taken !== undefined) {
    work.report(symbol.at, takenCode(symbol, taken), `'${symbol.name}' is declared already`)
    return
  }
  if (scope.kind === 'global') checkBuiltinName(symbol, scope, work)
  scope.add(symbol)
}

function takenCode(symbol: Symbol, taken: Symbol): number {
  if (symbol.kind === 'variable' && taken.kind === 'variable') return 124
  if (symbol.kind === 'class' && taken.kind === 'class') return 127
  return TAKEN_CODES[taken.kind]
}

function checkBuiltinName(symbol: Symbol, scope: Scope, work: Work): void {
  const builtin = scope.parent?.own(symbol.name)[0]
  if (builtin === undefined || (builtin.kind === 'function' && symbol.kind === 'function')) return
  const hidesVariable = builtin.kind === 'variable' && symbol.kind === 'variable'
  const code = hidesVariable ? 64 : TAKEN_CODES[builtin.kind]
  work.report(symbol.at, code, `'${symbol.name}' is a name of MQL5 itself`)
}
