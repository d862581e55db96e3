import { existsSync } from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { assertReadable, migrate, versionOf } from './migrate.ts'
import { newestVersion, type Schema } from './schema.ts'
import { faulting, type Place } from './sqlite-fault.ts'

/** Waits this long for another connection before it says LOCKED. */
const BUSY_TIMEOUT_MS = 2_000

export type DatabaseFile = Readonly<{
  file: string
  /** Path of a SQLite binding that fits this runtime; null for the stock one. */
  binding: string | null
}>

type WritableOptions = DatabaseFile &
  Readonly<{
    schema: Schema
    /** FULL survives a power cut with every commit; NORMAL may lose the newest ones. */
    synchronous: 'FULL' | 'NORMAL'
    Fault: Place['Fault']
  }>

/** Opens the file for writing, creates it when it is missing, and brings it up to this build's schema. */
export function openDatabase({ file, binding, schema, synchronous, Fault }: WritableOptions): Database {
  const place: Place = { file, what: schema.what, Fault }
  const missing = missingBinding(binding)
  if (missing !== null) throw new Fault('NO_BINDING', missing)
  if (!existsSync(path.dirname(file)))
    throw new Fault('READ_ONLY', `The folder of ${file} does not exist. Create it or choose another one`)
  return faulting(place, () => {
    const database = connect(file, binding, {})
    return closingOnFault(database, () => {
      assertReadable(database, schema, place)
      database.pragma('journal_mode = WAL')
      database.pragma(`synchronous = ${synchronous}`)
      database.pragma('foreign_keys = ON')
      migrate(database, schema, file)
      return database
    })
  })
}

type ReadOnlyOptions = DatabaseFile & Readonly<{ schema: Schema; Fault: Place['Fault'] }>

/** Opens an existing file for reading only. It must have exactly this build's schema: the writer opens it first. */
export function openReadOnly({ file, binding, schema, Fault }: ReadOnlyOptions): Database {
  const place: Place = { file, what: schema.what, Fault }
  const missing = missingBinding(binding)
  if (missing !== null) throw new Fault('NO_BINDING', missing)
  return faulting(place, () => {
    const database = connect(file, binding, { readonly: true, fileMustExist: true })
    return closingOnFault(database, () => {
      assertReadable(database, schema, place)
      const version = versionOf(database)
      if (version < newestVersion(schema))
        throw new Fault(
          'LOCKED',
          `The ${schema.what} ${file} is still version ${version}. Start BITTEN once to bring it up to date`,
        )
      return database
    })
  })
}

/** The stock binding needs it; where it is missing, loading it would end the process without a word. */
const STOCK_NODE_API = 10

/** A sentence when no binding fits this runtime, else null. */
export function missingBinding(
  binding: string | null,
  nodeApi = Number(process.versions['napi']),
): string | null {
  if (binding !== null || nodeApi >= STOCK_NODE_API) return null
  return `SQLite's own binding needs Node-API ${STOCK_NODE_API}, this runtime has ${nodeApi}. Start BITTEN with npm start or npx bitten, which prepare one that fits`
}

function connect(file: string, binding: string | null, options: Sqlite.Options): Database {
  const nativeBinding = binding === null ? {} : { nativeBinding: binding }
  return new Sqlite(file, { ...options, ...nativeBinding, timeout: BUSY_TIMEOUT_MS })
}

function closingOnFault<T>(database: Database, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    database.close()
    throw cause
  }
}
