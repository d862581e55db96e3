import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeAtomically } from '../../engine/host/data-folder/atomic-write.ts'
import { desktopEntry, entryName } from './login-start.ts'
import type { ThisStart } from './login-start.ts'

/** Linux: a file in the autostart folder, written whole and removed whole. Gives why it could not be done. */
export function keepEntry(folder: string, start: ThisStart, isOn: boolean): string | null {
  const file = path.join(folder, `${entryName(start)}.desktop`)
  try {
    if (isOn) mkdirSync(folder, { recursive: true })
    if (isOn) writeAtomically(file, desktopEntry(start))
    else rmSync(file, { force: true })
    return null
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `BITTEN could not ${isOn ? 'be set up to start' : 'be kept from starting'} at login: ${file} can't be ${isOn ? 'written' : 'removed'} (${reason}).`
  }
}
