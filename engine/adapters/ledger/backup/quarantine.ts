import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Moves the ledger, and what SQLite keeps beside it, into a folder of its own under `quarantine/`, with a note of why. Nothing
 * is ever deleted there. Gives the folder; null when there is no ledger.
 */
export function quarantineLedger(dataFolder: string, why: string, nowMs: number): string | null {
  const ledger = path.join(dataFolder, 'ledger.db')
  if (!existsSync(ledger)) return null
  const at = new Date(nowMs).toISOString()
  const folder = path.join(dataFolder, 'quarantine', `ledger-${at.replaceAll(/[-:]/g, '').replace('.', '-')}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(path.join(folder, 'note.txt'), `${at}\n${why}\n`)
  // The write-ahead log first: a ledger without the log that belongs to it must never stand where it is opened.
  for (const name of ['ledger.db-wal', 'ledger.db-shm', 'ledger.db'])
    if (existsSync(path.join(dataFolder, name)))
      renameSync(path.join(dataFolder, name), path.join(folder, name))
  return folder
}
