import type { Program } from '../ast.ts'
import { preprocess, type PreprocessOptions } from '../preprocess/preprocess.ts'
import type { Problem } from '../source/problem.ts'
import { readDeclarations } from './declarations.ts'
import { TokenStream } from './token-stream.ts'
import { typeNamesOf } from './type-names.ts'

export type ParseOptions = PreprocessOptions & {
  /** Types that the program uses and does not declare: the terminal's own. */
  readonly knownTypes: Iterable<string>
}

export type Parsed = {
  /** Without the declarations that the problems are about. */
  readonly program: Program
  readonly problems: readonly Problem[]
}

/** Reads a program from its main file to its syntax tree. */
export function parseProgram(main: string, options: ParseOptions): Parsed {
  const { tokens, properties, includes, problems } = preprocess(main, options)
  const found = [...problems]
  const stream = tokens.length === 0 ? null : new TokenStream(tokens)
  const types = typeNamesOf(tokens, options.knownTypes)
  const declarations =
    stream === null ? [] : readDeclarations({ stream, types, classes: [], inside: null }, found)
  const at = { file: main, line: 1, column: 1 }
  return { program: { kind: 'program', at, declarations, properties, includes }, problems: found }
}
