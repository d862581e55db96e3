import type { Program } from './ast.ts'
import { check } from './check/check.ts'
import type { Types } from './check/types.ts'
import { emitBuiltins } from './emit/emit-builtins.ts'
import { emitProgram } from './emit/emit-program.ts'
import { parseProgram, type Parsed } from './parse/parse-program.ts'
import { diskFiles, type FileProvider } from './source/file-provider.ts'
import type { Problem } from './source/problem.ts'

/** `__MQLBUILD__` of the terminal whose language this is. */
const LANGUAGE_BUILD = 5000

export type TranslateOptions = {
  /** The `.mq5` file. Paths are absolute, with forward slashes. */
  readonly program: string
  /** The file that includes all declarations of built-ins. */
  readonly builtins: string
  /** Where `#include <…>` looks. */
  readonly includeFolders: readonly string[]
  /** Names that are defined before the first line. */
  readonly defines: Readonly<Record<string, string>>
  /** Seconds since 1970 that `__DATETIME__` stands for. */
  readonly compiledAt: number
  readonly files?: FileProvider
}

export type Translation = {
  /** Null when the program has errors. */
  readonly program: string | null
  /** The header of the built-ins. */
  readonly builtins: string
  readonly problems: readonly Problem[]
}

/** Reads, parses, checks and writes a program as C++. `name` is the file that the C++ will be in. */
export function translate(options: TranslateOptions, name: string): Translation {
  const builtins = readBuiltins(options)
  const { program, problems, types } = readProgram(options, builtins)
  const failed = problems.some(problem => problem.severity === 'error')
  return {
    program: failed ? null : emitProgram(program, { builtins, types, file: name }),
    builtins: emitBuiltins(builtins, 'generated/builtins.hpp'),
    problems,
  }
}

/** What the parser could not read is not checked: half a program is full of names that nobody declared. */
function readProgram(options: TranslateOptions, builtins: Program): Parsed & { types: Types | null } {
  const parsed = parseProgram(options.program, {
    ...readingOptions(options),
    knownTypes: typeNames(builtins),
  })
  if (parsed.problems.some(problem => problem.severity === 'error')) return { ...parsed, types: null }
  const { problems, types } = check(parsed.program, builtins)
  return { ...parsed, problems: [...parsed.problems, ...problems], types }
}

function readingOptions({ files, includeFolders, defines, compiledAt }: TranslateOptions) {
  const facts = { compiledAt, build: LANGUAGE_BUILD, architecture: 'X64 Regular' }
  return { files: files ?? diskFiles, includeFolders, defines, facts }
}

/** The declarations of the built-ins are the project's own: an error in them is a defect. */
function readBuiltins(options: TranslateOptions): Program {
  const { program, problems } = parseProgram(options.builtins, {
    ...readingOptions({ ...options, files: diskFiles }),
    knownTypes: [],
  })
  const [first] = problems
  if (first !== undefined) {
    throw new Error(`${first.at.file}(${first.at.line},${first.at.column}): ${first.text}`)
  }
  return program
}

function typeNames(program: Program): string[] {
  return program.declarations.flatMap(declaration => {
    const isType = declaration.kind === 'enum' || declaration.kind === 'class'
    return isType && declaration.name !== null ? [declaration.name] : []
  })
}
