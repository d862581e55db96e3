import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { SimulatorState } from '../contracts/simulator-state.ts'
import { writeAtomically } from '../host/data-folder/atomic-write.ts'
import { hasCode, systemReason } from '../host/data-folder/refusal.ts'
import { refused, type Refused } from './refused.ts'

export type StateRead = Readonly<{ is: 'none' }> | Readonly<{ is: 'state'; state: SimulatorState }> | Refused

/** The saved account, or why it cannot be used. A file that cannot be read is never taken for an empty one. */
export function readState(file: string): StateRead {
  const text = textOf(file)
  if (typeof text !== 'string') return text
  const refuse = (why: string) =>
    refused('STATE', `The simulated account in ${file} ${why}: move the file away to begin a new account.`)
  const value = jsonOf(text)
  if (value === undefined) return refuse('is damaged')
  const parsed = SimulatorState.safeParse(value)
  if (parsed.success) return { is: 'state', state: parsed.data }
  const [issue] = parsed.error.issues
  return refuse(`does not read as one (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown'})`)
}

function textOf(file: string): string | Readonly<{ is: 'none' }> | Refused {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { is: 'none' }
    return refused('STATE', `The simulated account in ${file} cannot be opened: ${systemReason(error)}.`)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * Writes the account in one step. `through` waits for the disk, against a power cut; without it the file survives the end
 * of this process, which is all that a trade has to wait for.
 */
export function writeState(file: string, state: SimulatorState, through: boolean): void {
  const text = JSON.stringify(state)
  if (through) return writeAtomically(file, text)
  const temporary = `${file}.${process.pid}.next`
  try {
    writeFileSync(temporary, text, { mode: 0o600 })
    renameSync(temporary, file)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}
