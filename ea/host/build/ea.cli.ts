/**
 * `check [PROGRAM]` says what MetaEditor would say of a program; `build [PROGRAM] [VARIANT]` makes it a
 * program of this machine; `coverage [PROGRAM]` tells which lines its coverage build has not run.
 */
import path from 'node:path'
import { buildEa, checkEa } from './build-ea.ts'
import { readCoverage } from './coverage.ts'
import { isVariant } from './variants.ts'

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
  if (command === 'coverage') return tellCoverage(program)
  const started = performance.now()
  const build = await buildEa({ program, variant })
  if (!build.ok) return say(build.errors, false)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const made = path.relative(process.cwd(), build.binary)
  return say([...build.warnings, `${made}: ${build.compiled} files compiled in ${seconds} s`], true)
}

async function tellCoverage(program: string): Promise<number> {
  const build = await buildEa({ program, variant: 'coverage' })
  if (!build.ok) return say(build.errors, false)
  const files = await readCoverage(build.binary)
  if (files === null) return refuse(`${build.binary} has not run yet.`)
  const all = files.reduce((sum, file) => sum + file.lines, 0)
  const ran = all - files.reduce((sum, file) => sum + file.missed.length, 0)
  const lines = files
    .filter(file => file.missed.length > 0)
    .map(file => `${path.relative(process.cwd(), file.file)}: ${file.missed.join(' ')}`)
  return say([...lines, `${ran} of ${all} lines ran: ${((100 * ran) / all).toFixed(1)} %`], true)
}

function say(lines: readonly string[], ok: boolean): number {
  for (const line of lines) process.stdout.write(`${line}\n`)
  return ok ? 0 : 1
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}
