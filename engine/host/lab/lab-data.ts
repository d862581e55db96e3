/** The folder of the minutes that runs are made on. What cannot be removed now is removed at the next start of the desk. */
import { readdirSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'

/** Of runs that a crash or a power cut has ended. They are named at once: a run that begins meanwhile is not among them. */
export async function removeRuns(folder: string): Promise<void> {
  await Promise.all(namesIn(folder).map(name => removeRun(path.join(folder, name))))
  await removeEmpty(folder)
}

export async function removeRun(scratch: string): Promise<void> {
  await rm(scratch, { recursive: true, force: true }).catch(() => undefined)
  await removeEmpty(path.dirname(scratch))
}

const removeEmpty = (folder: string) => rmdir(folder).catch(() => undefined)

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
