import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compile, compilerVersion, type CompilerRun } from './compiler.ts'

export type Job = {
  readonly source: string
  readonly object: string
  readonly flags: readonly string[]
  /** What else the object depends on: the key of a precompiled header. */
  readonly basis?: string
}

export type Compiled = CompilerRun & {
  /** False when the object was there already. */
  readonly compiled: boolean
  /** The hash of all that the object depends on. */
  readonly key: string
}

/**
 * Compiles a source unless its object was made with the same flags from the same texts: the source and
 * every header that the compiler read. Their list and hash stand beside the object.
 */
export async function compileCached({ source, object, flags, basis = '' }: Job): Promise<Compiled> {
  const circumstances = [await compilerVersion(), basis, ...flags]
  const record = `${object}.key`
  if (existsSync(object) && existsSync(record)) {
    const [key, ...files] = readFileSync(record, 'utf8').trim().split('\n')
    if (key === keyOf(files, circumstances)) return { ok: true, messages: '', compiled: false, key }
  }
  mkdirSync(path.dirname(object), { recursive: true })
  rmSync(record, { force: true })
  const fresh = `${object}.${process.pid}.new`
  const dependencies = `${fresh}.d`
  const run = await compile([...flags, '-c', source, '-o', fresh, '-MMD', '-MF', dependencies])
  if (!run.ok) return { ...run, compiled: true, key: '' }
  const files = readDependencies(dependencies)
  rmSync(dependencies)
  renameSync(fresh, object)
  const key = keyOf(files, circumstances)
  writeFileSync(record, [key, ...files].join('\n'))
  return { ...run, compiled: true, key }
}

/** A file that is gone has no text: the key differs from every one that was made while it was there. */
function keyOf(files: readonly string[], circumstances: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(circumstances))
  for (const file of files) hash.update(file).update(existsSync(file) ? readFileSync(file) : 'gone')
  return hash.digest('hex')
}

/** The files of a makefile rule: `object: source header \`, blanks in names escaped. */
function readDependencies(file: string): string[] {
  const [, list = ''] = readFileSync(file, 'utf8')
    .replaceAll('\\\n', ' ')
    .split(/:\s(.*)/s)
  return list
    .split(/(?<!\\)\s+/)
    .map(name => name.replaceAll('\\ ', ' '))
    .filter(name => name !== '')
}
