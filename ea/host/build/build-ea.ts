import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { printProblem, translate, type Translation } from '../translator/index.ts'
import { compile, type CompilerRun } from './compiler.ts'
import { compileCached, type Compiled, type Job } from './object-cache.ts'
import { inParallel } from './parallel.ts'
import { sourcesBelow } from './runtime-sources.ts'
import {
  linkFlags,
  programFlags,
  runtimeFlags,
  runtimeVariant,
  variantAsked,
  type Variant,
} from './variants.ts'

export type BuildRequest = {
  /** The `.mq5` file. */
  readonly program: string
  readonly variant: Variant
  /** The project's folder; where the process was started if left out. */
  readonly root?: string
  /** The folder of its headers; the project's own if left out. */
  readonly includes?: string
  /** A C++ source with a main() of its own that needs the language alone: the runtime's other rooms stay out. */
  readonly bareMain?: string
}

export type Build =
  | {
      readonly ok: true
      readonly binary: string
      /** The program in C++. */
      readonly source: string
      /** Warnings of both compilers. */
      readonly warnings: readonly string[]
      /** Files that were compiled rather than found in the cache. */
      readonly compiled: number
    }
  | { readonly ok: false; readonly errors: readonly string[] }

const PRECOMPILED = 'precompiled.hpp'

type Places = ReturnType<typeof placesOf>

/** Translates a program, compiles it with the runtime and links both. */
export async function buildEa(asked: BuildRequest): Promise<Build> {
  const request = { ...asked, variant: variantAsked(asked.variant) }
  const places = placesOf(request)
  const translation = translateProgram(places)
  const messages = translation.problems.map(printProblem)
  if (translation.program === null) return { ok: false, errors: messages }
  writeIfChanged(places.header, translation.builtins)
  writeIfChanged(places.source, translation.program)

  const header = await precompile(request.variant, places)
  if (!header.ok) return { ok: false, errors: [header.messages.trim()] }
  const jobs = jobsOf(request, places).map(job => ({ ...job, basis: header.key }))
  const objects = await inParallel(jobs, compileCached)
  const failures = objects.filter(object => !object.ok)
  if (failures.length > 0) return { ok: false, errors: failures.map(failure => failure.messages.trim()) }
  const linked = await link(request.variant, jobs, places)
  if (!linked.ok) return { ok: false, errors: [linked.messages.trim()] }
  const warnings = [...messages, ...objects.map(object => object.messages.trim()).filter(text => text !== '')]
  const compiled = objects.filter(object => object.compiled).length
  return { ok: true, binary: places.binary, source: places.source, warnings, compiled }
}

/** What is wrong with a program, as its compiler would say it; nothing is compiled. */
export function checkEa(
  program: string,
  root = process.cwd(),
): { readonly ok: boolean; readonly messages: string[] } {
  const translation = translateProgram(placesOf({ program, variant: 'release', root }))
  return { ok: translation.program !== null, messages: translation.problems.map(printProblem) }
}

function placesOf({ program, variant, root = process.cwd(), includes }: BuildRequest) {
  const host = path.join(root, 'ea/host')
  const out = path.join(root, 'out/ea')
  const name = path.basename(program, '.mq5')
  const own = path.join(out, 'programs', name, variant)
  return {
    program: path.resolve(root, program),
    builtins: path.join(host, 'builtins/builtins.mqh'),
    includes: includes ?? path.join(root, 'ea/Include'),
    runtime: path.join(host, 'runtime'),
    headers: path.join(out, 'include'),
    header: path.join(out, 'include/generated/builtins.hpp'),
    objects: path.join(out, 'objects', runtimeVariant(variant)),
    source: path.join(own, 'program.cpp'),
    binary: path.join(own, 'bitten-ea'),
    counters: path.join(own, 'program.gcda'),
  }
}

function translateProgram({ program, builtins, includes, source }: Places): Translation {
  if (!existsSync(program)) throw new Error(`There is no ${program}.`)
  const compiledAt = Math.floor(statSync(program).mtimeMs / 1000)
  const defines = { BITTEN_HOST: '' }
  return translate({ program, builtins, includeFolders: [includes], defines, compiledAt }, source)
}

/** The headers that every file of the runtime reads, read once. */
function precompile(variant: Variant, { runtime, headers, objects }: Places): Promise<Compiled> {
  const source = path.join(runtime, 'language/precompiled.hpp')
  const shadow = path.join(objects, PRECOMPILED)
  writeIfChanged(shadow, '#include "language/precompiled.hpp"\n')
  const flags = [...runtimeFlags(variant), '-I', runtime, '-I', headers, '-x', 'c++-header']
  return compileCached({ source, object: `${shadow}.gch`, flags })
}

function jobsOf({ variant, bareMain }: BuildRequest, places: Places): Job[] {
  const include = [
    '-I',
    places.runtime,
    '-I',
    places.headers,
    '-include',
    path.join(places.objects, PRECOMPILED),
  ]
  const folder = bareMain === undefined ? places.runtime : path.join(places.runtime, 'language')
  const runtime = [...sourcesBelow(folder), ...(bareMain === undefined ? [] : [path.resolve(bareMain)])]
  const flags = [...runtimeFlags(variant), ...include]
  // Coverage files are named after the program, not after the object's passing name.
  const counters =
    variant === 'coverage' ? ['-dumpdir', `${path.dirname(places.source)}/`, '-dumpbase', 'program'] : []
  const own = [...programFlags(variant), ...counters, ...include]
  return [
    { source: places.source, object: `${places.source}.o`, flags: own },
    ...runtime.map(source => ({ source, object: objectOf(source, places), flags })),
  ]
}

function objectOf(source: string, { runtime, objects }: Places): string {
  const name = path.relative(runtime, source).replaceAll('..', 'up')
  return path.join(objects, `${name}.o`)
}

/** Links unless the program is younger than all of its objects. */
async function link(
  variant: Variant,
  jobs: readonly Job[],
  { binary, counters }: Places,
): Promise<CompilerRun> {
  const newest = Math.max(...jobs.map(job => statSync(job.object).mtimeMs))
  if (existsSync(binary) && statSync(binary).mtimeMs >= newest) return { ok: true, messages: '' }
  const fresh = `${binary}.${process.pid}.new`
  const run = await compile([...linkFlags(variant), ...jobs.map(job => job.object), '-o', fresh, '-pthread'])
  if (run.ok) renameSync(fresh, binary)
  // Counters of an earlier program do not fit this one.
  rmSync(counters, { force: true })
  return run
}

/** A header that is the same keeps its time, and what was compiled with it its worth. */
function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(path.dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}.new`
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}
