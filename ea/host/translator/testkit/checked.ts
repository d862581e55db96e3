import path from 'node:path'
import type { Program } from '../ast.ts'
import { check, type CheckResult } from '../check/check.ts'
import { parseProgram } from '../parse/parse-program.ts'
import { diskFiles } from '../source/file-provider.ts'
import { printProblem, type Problem } from '../source/problem.ts'
import { parse, TEST_OPTIONS } from './sources.ts'

const HOST = path.resolve(import.meta.dirname, '../..')

let read: Program | null = null

/** The declarations of the built-ins, read once. */
export function builtinProgram(): Program {
  if (read !== null) return read
  const { program, problems } = parseProgram(`${HOST}/builtins/builtins.mqh`, {
    ...TEST_OPTIONS,
    files: diskFiles,
    knownTypes: [],
  })
  if (problems.length > 0) throw new Error(problems.map(printProblem).join('\n'))
  read = program
  return program
}

/** Reads and checks a text. What the parser refuses is not looked at any further. */
export function checked(text: string): CheckResult & { readonly program: Program } {
  const { program, problems } = parse(text)
  const result = check(program, builtinProgram())
  return { ...result, program, problems: problems.length > 0 ? problems : result.problems }
}

/** Of each problem, its line and its code. */
export function codesIn(text: string): { line: number; code: number }[] {
  return checked(text).problems.map(({ at, code }: Problem) => ({ line: at.line, code }))
}

/** The codes of what is wrong with statements in a function. */
export function codesOf(statements: string): number[] {
  return codesIn(`void OnTick() {\n${statements}\n}`).map(({ code }) => code)
}
