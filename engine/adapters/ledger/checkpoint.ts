import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { LedgerHead } from '../../ports/ledger.ts'

/** What was folded up to `head`, by the build that `build` marks: another one may fold the same events differently. */
export type Checkpoint = Readonly<{ build: string; head: LedgerHead; memory: unknown }>

export const checkpointFile = (dataFolder: string): string => path.join(dataFolder, 'desk.checkpoint')

const CHECKSUM_BYTES = 32
const USER_ONLY = 0o600

/**
 * Keeps a checkpoint beside the ledger. It only saves time: whatever is wrong with it, the events are folded from the first
 * one, so it is not worth waiting for the disk.
 */
export function writeCheckpoint(file: string, checkpoint: Checkpoint): void {
  const body = serialize(checkpoint)
  // One name for all: what a killed writer leaves behind is overwritten by the next.
  const temporary = `${file}.tmp`
  try {
    writeFileSync(temporary, Buffer.concat([checksumOf(body), body]), { mode: USER_ONLY })
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/**
 * The checkpoint in the file, when this build wrote it and the ledger still has the event that it stands at; else null, and
 * why. `hashAt` is the ledger's.
 */
export function readCheckpoint(
  file: string,
  build: string,
  hashAt: (seq: number) => string | null,
): Checkpoint | Readonly<{ unusable: string }> {
  if (!existsSync(file)) return { unusable: 'there is none' }
  const checkpoint = decoded(readFileSync(file))
  if (checkpoint === null) return { unusable: 'it is damaged' }
  if (checkpoint.build !== build) return { unusable: 'another build wrote it' }
  const { events, hash } = checkpoint.head
  return hashAt(events) === hash ? checkpoint : { unusable: `event ${events} of the ledger is another one` }
}

/** A checkpoint of a ledger that cannot be trusted is not used again. */
export function dropCheckpoint(file: string): void {
  rmSync(file, { force: true })
}

function decoded(bytes: Buffer): Checkpoint | null {
  const body = bytes.subarray(CHECKSUM_BYTES)
  if (!checksumOf(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null
  try {
    // Its checksum says that `writeCheckpoint` made these bytes.
    return deserialize(body) as Checkpoint
  } catch {
    // Another runtime's format: as good as none, and the caller says so.
    return null
  }
}

const checksumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
