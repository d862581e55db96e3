import { createHash } from 'node:crypto'
import {
  closeSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { StoreFault } from '../../ports/store-fault.ts'

/** A file beside lab.db that holds a part of a piece, and what it has to be. Like the rest of the lab it can be made again. */
export type KeptFile = Readonly<{ file: string; sha256: string }>

/** A file that is being written has this name until it is whole. */
export const partOf = (file: string): string => `${file}.part`

/** Throws `StoreFault`. */
export function keepFile(file: string, bytes: Uint8Array): KeptFile {
  onDisk(file, () => {
    writeFileSync(partOf(file), bytes, { mode: 0o600 })
    renameSync(partOf(file), file)
  })
  return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What the disk refuses as a sentence for a person. */
export function onDisk<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
    const [code, what] = isFull
      ? (['DISK_FULL', 'the disk is full. Make room'] as const)
      : ([
          'DISK_FAILED',
          `${cause instanceof Error ? cause.message : String(cause)}. Look at the disk`,
        ] as const)
    throw new StoreFault(code, `${file} cannot be written: ${what} and run it again`, { cause })
  }
}

/** Whether a file is there and holds what was once written. */
export function isWhole({ file, sha256 }: KeptFile): boolean {
  const hash = createHash('sha256')
  const bytes = new Uint8Array(1 << 20)
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return false
  }
  try {
    for (let got = readSync(handle, bytes); got > 0; got = readSync(handle, bytes))
      hash.update(bytes.subarray(0, got))
    return hash.digest('hex') === sha256
  } finally {
    closeSync(handle)
  }
}

/** A file of a run that goes on beside this one is younger. */
const ABANDONED_AFTER_MS = 24 * 3_600_000

/** Removes the files of pieces that are not kept any more, and what runs that were stopped have left. */
export function pruneKeptFiles(folder: string, kept: ReadonlySet<string>, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    const isWanted = kept.has(name.slice(0, name.indexOf('.'))) && !name.endsWith('.part')
    if (!isWanted && nowMs - statSync(file).mtimeMs > ABANDONED_AFTER_MS) rmSync(file, { force: true })
  }
}
