import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { lockHolder } from '../../../host/data-folder/lock.ts'
import { bad, good, messageOf, type Check } from '../check.ts'

const OTHERS = 0o077

/** Whether the folder is there, ours, and who uses it. A folder that does not exist is made at the first start. */
export function checkDataFolder(folder: string): Check {
  const name = 'data folder'
  const existing = nearestExisting(folder)
  try {
    accessSync(existing, constants.R_OK | constants.W_OK | constants.X_OK)
    if (existing !== folder) return good(name, `${folder} will be made at the first start`)
    if (!statSync(folder).isDirectory())
      return bad(name, `${folder} is no folder`, 'Choose another one with BITTEN_DATA or --data-folder.')
    return good(name, `${folder}, ${userOf(folder)}`, rightsHint(folder))
  } catch (cause) {
    return bad(
      name,
      `${existing} cannot be used: ${messageOf(cause)}`,
      'Give yourself the right to read and write it, or choose another one with BITTEN_DATA or --data-folder.',
    )
  }
}

/** The folder itself, or the nearest one above it that is there. */
export function nearestExisting(folder: string): string {
  const above = path.dirname(folder)
  return existsSync(folder) || above === folder ? folder : nearestExisting(above)
}

function userOf(folder: string): string {
  const pid = lockHolder(folder)
  return pid === null ? 'free' : `in use by a running desk (process ${pid})`
}

function rightsHint(folder: string): string | null {
  const readable = process.platform !== 'win32' && (statSync(folder).mode & OTHERS) !== 0
  return readable ? `Other users of this computer can look into it. To close it: chmod 700 "${folder}"` : null
}
