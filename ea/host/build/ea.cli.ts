/**
 * `check [PROGRAM]` says what MetaEditor would say of a program; `build [PROGRAM] [VARIANT]` makes it a
 * program of this machine; `coverage` tells which lines of the Expert Advisor no coverage build has run.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { buildEa, checkEa } from './build-ea.ts'
import { readCoverage, type FileCoverage } from './coverage.ts'
import { isVariant } from './variants.ts'

const LEAST_PERCENT = 90
const PROGRAM = 'ea/Experts/BITTENBridge.mq5'

process.exitCode = await run(process.argv.slice(2))

async function run([command, ...args]: readonly string[]): Promise<number> {
  const program = args.find(argument => argument.endsWith('.mq5')) ?? PROGRAM
  const variant = args.find(argument => !argument.endsWith('.mq5')) ?? 'release'
  if (command !== 'check' && command !== 'build' && command !== 'coverage')
    return refuse(`There are check, build and coverage, no '${command ?? ''}'.`)
  if (!isVariant(variant)) return refuse(`There are release, sanitize and coverage, no '${variant}'.`)
  if (command === 'check') {
    const { ok, messages } = checkEa(program)
    return say(messages, ok)
  }
  if (command === 'coverage') return tellCoverage()
  const started = performance.now()
  const build = await buildEa({ program, variant })
  if (!build.ok) return say(build.errors, false)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const made = path.relative(process.cwd(), build.binary)
  return say([...build.warnings, `${made}: ${build.compiled} files compiled in ${seconds} s`], true)
}

/** Of all programs that were built to count lines: each test program runs other parts of the same headers. */
async function tellCoverage(): Promise<number> {
  const reports = await Promise.all(coverageBinaries().map(binary => readCoverage(binary)))
  const files = merged(reports.filter(report => report !== null).flat())
  if (files.length === 0) return refuse('No coverage build has run yet.')
  const all = files.reduce((sum, file) => sum + file.lines, 0)
  const ran = all - files.reduce((sum, file) => sum + file.missed.length, 0)
  const percent = (100 * ran) / all
  const lines = files.map(
    ({ file, lines: count, missed }) =>
      `${(100 - (100 * missed.length) / count).toFixed(1).padStart(5)} %  ${file}  ${missed.join(' ')}`,
  )
  return say([...lines, `${ran} of ${all} lines ran: ${percent.toFixed(1)} %`], percent >= LEAST_PERCENT)
}

function coverageBinaries(): string[] {
  const programs = path.resolve('out/ea/programs')
  if (!existsSync(programs)) return []
  return readdirSync(programs).map(name => path.join(programs, name, 'coverage', 'bitten-ea'))
}

/** A line has run when it ran in any of the programs. Only the Expert Advisor's own files count. */
function merged(reports: readonly FileCoverage[]): FileCoverage[] {
  const missedBy = new Map<string, { lines: number; missed: readonly number[] }>()
  for (const { file, lines, missed } of reports) {
    const name = path.relative(process.cwd(), file)
    if (!name.startsWith(`ea${path.sep}Include`) && !name.startsWith(`ea${path.sep}Experts`)) continue
    const before = missedBy.get(name)
    const both = before ? before.missed.filter(line => missed.includes(line)) : missed
    missedBy.set(name, { lines: Math.max(lines, before?.lines ?? 0), missed: both })
  }
  return [...missedBy]
    .map(([file, counts]) => ({ file, ...counts }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

function say(lines: readonly string[], ok: boolean): number {
  for (const line of lines) process.stdout.write(`${line}\n`)
  return ok ? 0 : 1
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}
