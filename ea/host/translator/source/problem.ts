import type { SourcePosition } from '../ast.ts'

/** What is wrong with a program. `code` is the MQL5 compiler's documented number for it. */
export type Problem = {
  readonly at: SourcePosition
  readonly severity: 'error' | 'warning'
  readonly code: number
  readonly text: string
}

export function errorAt(at: SourcePosition, code: number, text: string): Problem {
  return { at, severity: 'error', code, text }
}

export function warningAt(at: SourcePosition, code: number, text: string): Problem {
  return { at, severity: 'warning', code, text }
}

/** One line for a person: `Zmtp.mqh(12,5): error 154: expected ';' but found '}'`. */
export function printProblem({ at, severity, code, text }: Problem): string {
  return `${at.file}(${at.line},${at.column}): ${severity} ${code}: ${text}`
}
