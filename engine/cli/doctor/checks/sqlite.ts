import { execFile } from 'node:child_process'
import type { CliContext } from '../../context.ts'
import { bad, good, type Check } from '../check.ts'

const PATIENCE_MS = 10_000

/**
 * Whether SQLite loads and writes. Looked at in a process of its own: a binding that does not fit ends the whole process
 * that loads it, without a word.
 */
export function checkSqlite({ paths, environment }: CliContext): Promise<Check> {
  const binding = environment.sqliteBinding
  const which = binding === null ? 'the stock binding' : binding
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [paths.self, 'doctor', '--probe-sqlite'],
      { timeout: PATIENCE_MS },
      (error, _stdout, stderr) => {
        if (error === null) return resolve(good('sqlite', `loads and writes, with ${which}`))
        const why = stderr.trim() || (error.signal === null ? error.message : `ended by ${error.signal}`)
        const nextStep = 'Start through npx bitten or npm start once: it prepares a binding that fits.'
        resolve(bad('sqlite', `does not work with ${which}: ${why}`, nextStep))
      },
    )
  })
}
