import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import path from 'node:path'

/** SQLite does not wait for the disk when it copies, so this does, before the file gets its name. */
export function settle(unfinished: string, file: string): void {
  syncAt(unfinished, 'r+')
  renameSync(unfinished, file)
  // Windows has no handle of a folder and needs none.
  if (process.platform !== 'win32') syncAt(path.dirname(file), 'r')
}

function syncAt(file: string, flags: string): void {
  const handle = openSync(file, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
