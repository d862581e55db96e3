import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runProgram, type Task } from './run-program.ts'
import type { Said } from './speech-engine.ts'

/**
 * Runs an engine that writes its WAV only to a file: one in a folder that this user alone can read, and that is gone
 * afterwards, whatever happened.
 */
export async function throughFile(taskOf: (file: string) => Task): Promise<Said> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bitten-voice-'))
  try {
    const file = path.join(folder, 'speech.wav')
    const run = await runProgram(taskOf(file))
    return run.is === 'done' ? { is: 'said', wav: await readFile(file) } : run
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
