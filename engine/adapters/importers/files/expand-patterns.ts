import { readdirSync, statSync, type Stats } from 'node:fs'
import path from 'node:path'
import { Unusable } from '../refusal.ts'

/**
 * Files named by paths and patterns, without repeats, those of one pattern in name order. `*` and `?` stand for any
 * characters of one name; shells that expand them are not needed. A pattern without a file is refused.
 */
export function expandPatterns(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.flatMap(expandPattern))]
}

function expandPattern(pattern: string): readonly string[] {
  const whole = path.normalize(pattern)
  const stats = statOrNull(whole)
  if (stats?.isDirectory() === true)
    throw new Unusable(
      'CANNOT_READ',
      `${pattern} is a folder. Name its files, as in ${path.join(whole, '*.zip')}`,
    )
  if (stats !== null) return [whole]
  const files = isPattern(whole) ? matchesOf(whole).filter(file => statOrNull(file)?.isFile()) : []
  if (files.length === 0) throw new Unusable('NO_SUCH_FILE', `There is no file ${pattern}. Check the path`)
  return files
}

/** Goes down one folder a step, keeping every name that the step's part of the pattern allows. */
function matchesOf(pattern: string): readonly string[] {
  const { root } = path.parse(pattern)
  const steps = pattern.slice(root.length).split(path.sep)
  return steps.reduce<readonly string[]>(
    (folders, step) => folders.flatMap(folder => namesIn(folder, step).map(name => path.join(folder, name))),
    [root],
  )
}

function namesIn(folder: string, step: string): readonly string[] {
  if (!isPattern(step)) return [step]
  if (statOrNull(folder === '' ? '.' : folder)?.isDirectory() !== true) return []
  const allowed = regexOf(step)
  return readdirSync(folder === '' ? '.' : folder)
    .filter(name => allowed.test(name))
    .sort()
}

const isPattern = (text: string): boolean => /[*?]/.test(text)

function regexOf(step: string): RegExp {
  const literal = step.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`)
}

function statOrNull(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null
}
