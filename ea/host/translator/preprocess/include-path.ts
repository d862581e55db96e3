import path from 'node:path/posix'
import type { SourcePosition } from '../ast.ts'
import { errorAt, type Problem } from '../source/problem.ts'

export type WrittenInclude = { readonly name: string; readonly fromFolders: boolean }

/** Reads what stands after `#include`: `"name"` or `<name>`. */
export function readInclude(rest: string, at: SourcePosition): WrittenInclude | Problem {
  const [, quote, name, close] = /^\s*(["<])?([^">]*)([">])?/.exec(rest) ?? []
  if (quote === undefined) return errorAt(at, 113, `expected '"' or '<' after #include`)
  if (quote === '"' && close !== '"') return errorAt(at, 112, `the '"' after the file name is missing`)
  if (quote === '<' && close !== '>') return errorAt(at, 115, `the '>' after the file name is missing`)
  const trimmed = (name ?? '').trim().replaceAll('\\', '/')
  if (trimmed === '') return errorAt(at, 105, 'the file name in #include is empty')
  return { name: trimmed, fromFolders: quote === '<' }
}

/** Where the file may be: beside the file that asks for it, or in the folders of `<…>`. */
export function placesOf(include: WrittenInclude, asker: string, folders: readonly string[]): string[] {
  if (!include.fromFolders) return [path.join(path.dirname(asker), include.name)]
  return folders.map(folder => path.join(folder, include.name))
}
