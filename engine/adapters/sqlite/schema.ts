import type { Database } from 'better-sqlite3'

/** One step of a file's schema. It runs once, in a transaction of its own; a step that was released never changes. */
export type Migration = Readonly<{
  version: number
  name: string
  up: (database: Database) => void
}>

/** What makes a SQLite file ours: its mark in the file's header, and the steps that built it, oldest first. */
export type Schema = Readonly<{
  /** How a person calls the file, as in "the ledger". */
  what: string
  /** `PRAGMA application_id`: four letters, so that another program's file is never taken for ours. */
  applicationId: number
  migrations: readonly Migration[]
}>

/** The schema version that this build writes. */
export function newestVersion(schema: Schema): number {
  return schema.migrations.at(-1)?.version ?? 0
}

/** Four letters as the 32-bit number that SQLite keeps in its file header. */
export function applicationIdOf(letters: string): number {
  return Buffer.from(letters, 'latin1').readInt32BE(0)
}
