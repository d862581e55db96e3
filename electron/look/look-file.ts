import { readFileSync } from 'node:fs'
import path from 'node:path'
import { FIRST_LOOK, Look } from '../../engine/contracts/look.ts'
import type { Done } from '../../engine/contracts/window-bridge.ts'
import { writeAtomically } from '../../engine/host/data-folder/atomic-write.ts'

export type LookFile = Readonly<{ read(): Look; keep(look: Look): Done }>

/** The window's look, in its own profile: it must be known before there is an engine to ask. */
export function lookFile(profile: string): LookFile {
  const file = path.join(profile, 'look.json')
  return {
    read() {
      try {
        return Look.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        // None yet, or one that can't be read: a window that looks otherwise is better than none.
        return FIRST_LOOK
      }
    },
    keep(look) {
      try {
        writeAtomically(file, `${JSON.stringify(look)}\n`)
        return { is: 'done' }
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
        const text = `This look holds until the window is closed: it can't be written to ${file} (${reason}).`
        return { is: 'failed', code: 'LOOK_NOT_KEPT', text }
      }
    },
  }
}
