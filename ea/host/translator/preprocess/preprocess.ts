import type { Include, Property } from '../ast.ts'
import { lex } from '../lex/lex.ts'
import type { Token } from '../lex/token.ts'
import type { FileProvider } from '../source/file-provider.ts'
import type { Problem } from '../source/problem.ts'
import { SourceFile } from '../source/source-file.ts'
import { Expander } from './expander.ts'
import { readMacro } from './macro.ts'
import { predefinedWords, type CompilerFacts } from './predefined.ts'
import { SourceReader } from './source-reader.ts'

export type PreprocessOptions = {
  readonly files: FileProvider
  /** Where `#include <…>` looks, in this order. */
  readonly includeFolders: readonly string[]
  /** Names that are defined before the first line, each with the text it stands for. */
  readonly defines: Readonly<Record<string, string>>
  readonly facts: CompilerFacts
}

export type Preprocessed = {
  /** The last is an `end`. */
  readonly tokens: readonly Token[]
  readonly properties: readonly Property[]
  readonly includes: readonly Include[]
  readonly problems: readonly Problem[]
}

/** Reads a program with all its includes; macros are replaced, directives are done. */
export function preprocess(main: string, options: PreprocessOptions): Preprocessed {
  const reader = new SourceReader(options.files, options.includeFolders)
  for (const [name, text] of Object.entries(options.defines)) define(reader, name, text)
  const { macros, properties, includes, problems } = reader
  if (!reader.open(main)) return { tokens: [], properties, includes, problems }
  const predefined = predefinedWords(options.facts)
  const expander = new Expander(() => reader.next(), { macros, predefined, problems })
  const tokens: Token[] = []
  do {
    const token = expander.next()
    if (token.problem !== null) problems.push(token.problem)
    tokens.push(token)
  } while (tokens.at(-1)?.kind !== 'end')
  reader.finish()
  return { tokens, properties, includes, problems }
}

function define(reader: SourceReader, name: string, text: string): void {
  const line = lex(new SourceFile('', `${name} ${text}`)).filter(token => token.kind !== 'end')
  const [first] = line
  const macro = first === undefined ? null : readMacro(first, line)
  if (macro === null || 'severity' in macro) throw new Error(`'${name}' cannot be defined`)
  reader.macros.set(name, macro)
}
