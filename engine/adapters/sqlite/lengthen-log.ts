import { closeSync, fstatSync, ftruncateSync, openSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Place } from './sqlite-fault.ts'

/** SQLite begins its log anew after 1,000 pages: this is as long as it becomes, with what the last commit has more than that. */
const LOG_MB = 4
const LOG_BYTES = LOG_MB << 20

/**
 * Makes the write-ahead log as long as it will become. A commit then writes over bytes that are there and waits for these alone;
 * while a log grows, each commit waits for the file system's own journal too. Zeros are no commit, so SQLite stops reading at them.
 */
export function lengthenLog(database: Database, place: Place): void {
  demandRoom(place)
  // As the only writer: nobody adds to the log meanwhile.
  database.transaction(() => fillWithZeros(`${place.file}-wal`)).immediate()
}

/** The log of the one before is long already: whoever starts in it on a full disk would fail a moment later, and start again. */
function demandRoom({ file, what, Fault }: Place): void {
  const { bavail, bsize } = statfsSync(path.dirname(file))
  if (bavail * bsize >= LOG_BYTES) return
  throw new Fault(
    'DISK_FULL',
    `The disk is full: the ${what} needs ${LOG_MB} MB to start. Make space and try again (${file})`,
  )
}

/** Where the room goes meanwhile, the log grows as it needs to. */
function fillWithZeros(log: string): void {
  const handle = openSync(log, 'r+')
  const { size } = fstatSync(handle)
  try {
    const zeros = Buffer.alloc(Math.max(0, LOG_BYTES - size))
    for (let done = 0; done < zeros.length;) done += writeSync(handle, zeros, done, null, size + done)
  } catch {
    ftruncateSync(handle, size)
  } finally {
    closeSync(handle)
  }
}
