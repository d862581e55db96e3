import type { Expression, Program, Statement } from '../ast.ts'
import { parseProgram, type Parsed, type ParseOptions } from '../parse/parse-program.ts'
import { preprocess, type Preprocessed } from '../preprocess/preprocess.ts'
import { memoryFiles } from '../source/file-provider.ts'
import { printProblem } from '../source/problem.ts'

/** 2024-02-29 13:14:15, as the time at which test programs are compiled. */
const COMPILED_AT = 1_709_212_455

type Texts = Readonly<Record<string, string>>

export const TEST_OPTIONS = {
  includeFolders: ['Include'],
  defines: { BITTEN_HOST: '' },
  facts: { compiledAt: COMPILED_AT, build: 4150, architecture: 'X64 Regular' },
  /** Types that tests use without declaring them. */
  knownTypes: ['Frame', 'List'],
}

function optionsFor(text: string, others: Texts): ParseOptions {
  return { ...TEST_OPTIONS, files: memoryFiles({ 'Experts/main.mq5': text, ...others }) }
}

/** A program whose main file is `Experts/main.mq5`; `<…>` is looked for in `Include`. */
export function parse(text: string, others: Texts = {}): Parsed {
  return parseProgram('Experts/main.mq5', optionsFor(text, others))
}

export function preprocessed(text: string, others: Texts = {}): Preprocessed {
  return preprocess('Experts/main.mq5', optionsFor(text, others))
}

/** The program of a text that must have no problems. */
export function programOf(text: string, others: Texts = {}): Program {
  const { program, problems } = parse(text, others)
  if (problems.length > 0) throw new Error(problems.map(printProblem).join('\n'))
  return program
}

/** The problems of a text without the name of the main file: `(1,5): error 154: …`. */
export function problemsOf(text: string, others: Texts = {}): string[] {
  return parse(text, others).problems.map(problem => printProblem(problem).replace('Experts/main.mq5', ''))
}

/** The statements of a function with this body. */
export function statementsOf(body: string): readonly Statement[] {
  const { declarations } = programOf(`void f() { ${body} }`)
  const [declared] = declarations
  if (declared?.kind !== 'function' || declared.body === null) throw new Error('no function was read')
  return declared.body.statements
}

/** The expression that a text is. */
export function expressionOf(text: string): Expression {
  const [statement] = statementsOf(`return ${text};`)
  if (statement?.kind !== 'return' || statement.value === null) throw new Error('no expression was read')
  return statement.value
}
