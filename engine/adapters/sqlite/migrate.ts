import { existsSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { settle } from './settle.ts'
import { newestVersion, type Schema } from './schema.ts'
import type { Place } from './sqlite-fault.ts'

/** Version of the schema in the file; 0 for a new file. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** Throws unless the file is new or ours, and not newer than this build. Writes nothing. */
export function assertReadable(database: Database, schema: Schema, place: Place): void {
  const mark = Number(database.pragma('application_id', { simple: true }))
  const version = versionOf(database)
  const isNew = mark === 0 && version === 0 && countTables(database) === 0
  if (!isNew && mark !== schema.applicationId)
    throw new place.Fault(
      'CORRUPT',
      `${place.file} belongs to another program: it is no ${schema.what}. Choose another data folder`,
    )
  const newest = newestVersion(schema)
  if (version > newest)
    throw new place.Fault(
      'NEWER_SCHEMA',
      `The ${schema.what} ${place.file} has version ${version}, written by a newer BITTEN; this one reads up to version ${newest}. ` +
        `Install the newer BITTEN again: nothing was changed`,
    )
}

/**
 * Brings the file up to this build's schema, one transaction a step, so that a failed step leaves the file as the step
 * before left it. A file that is not new is copied to `FILE.before-vN` first.
 */
export function migrate(database: Database, schema: Schema, file: string): void {
  const from = versionOf(database)
  const newest = newestVersion(schema)
  if (from === newest) return
  if (from > 0) backUp(database, `${file}.before-v${newest}`)
  for (const step of schema.migrations.filter(({ version }) => version > from)) {
    database
      .transaction(() => {
        step.up(database)
        database.pragma(`application_id = ${schema.applicationId}`)
        database.pragma(`user_version = ${step.version}`)
      })
      .immediate()
  }
}

function countTables(database: Database): unknown {
  return database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
}

/** `VACUUM INTO` copies one consistent state, what is still in the WAL included. */
function backUp(database: Database, target: string): void {
  const unfinished = `${target}.tmp`
  if (existsSync(unfinished)) rmSync(unfinished)
  database.prepare('VACUUM INTO ?').run(unfinished)
  settle(unfinished, target)
}
