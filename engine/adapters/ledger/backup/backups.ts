import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { LedgerFault, type LedgerHead } from '../../../ports/ledger.ts'
import { faulting, openReadOnly, settle, type DatabaseFile } from '../../sqlite/index.ts'
import { LEDGER_SCHEMA } from '../ledger-schema.ts'
import { verifyLedger } from '../verify-ledger.ts'
import { keptBackups } from './retention.ts'

export type Backup = Readonly<{ file: string; madeMs: number }>
/** `allBytes`: of every backup that is kept, this one included. */
export type BackupMade = Backup &
  Readonly<{ head: LedgerHead; removed: readonly string[]; bytes: number; allBytes: number }>

const USER_ONLY = 0o700
/** No backup takes so long. */
const UNFINISHED_MS = 3_600_000
/** For the desk itself, bytes. */
const LEFT_FREE = 50_000_000
const PLACE = { what: 'ledger', Fault: LedgerFault } as const

/** The backups of a data folder, newest first. Other files in their folder are left alone. */
export function listBackups(dataFolder: string): readonly Backup[] {
  const folder = folderOf(dataFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap(name => {
      const madeMs = timeIn(name)
      return madeMs === null ? [] : [{ file: path.join(folder, name), madeMs }]
    })
    .sort((a, b) => b.madeMs - a.madeMs)
}

/**
 * Copies one consistent state of the ledger into `backups/`, beside a running app, checks every event of the copy, and only
 * then gives it its name. Backups that are too old go. Throws `LedgerFault`, or what the file system said, and leaves nothing half.
 */
export function backUpLedger(dataFolder: string, binding: string | null, nowMs: number): BackupMade {
  const folder = folderOf(dataFolder)
  mkdirSync(folder, { recursive: true, mode: USER_ONLY })
  removeUnfinished(folder, nowMs)
  assertRoom(path.join(dataFolder, 'ledger.db'), folder)
  const file = path.join(folder, nameOf(nowMs))
  const unfinished = `${file}.tmp`
  try {
    vacuumInto({ file: path.join(dataFolder, 'ledger.db'), binding }, unfinished)
    const head = verifyLedger({ file: unfinished, binding })
    settle(unfinished, file)
    const removed = removeOld(dataFolder)
    const kept = listBackups(dataFolder).map(backup => statSync(backup.file).size)
    const allBytes = kept.reduce((sum, bytes) => sum + bytes, 0)
    return { file, madeMs: nowMs, head, removed, bytes: statSync(file).size, allBytes }
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  }
}

/** Puts a copy of a backup into the ledger's place, whole or not at all. There must be no ledger there. */
export function copyBackup(backup: string, ledger: string): void {
  const unfinished = `${ledger}.tmp`
  try {
    copyFileSync(backup, unfinished)
    settle(unfinished, ledger)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** The newest backup whose every event fits the chain; null when there is none. */
export function newestGoodBackup(
  dataFolder: string,
  binding: string | null,
): (Backup & { head: LedgerHead }) | null {
  for (const backup of listBackups(dataFolder)) {
    try {
      return { ...backup, head: verifyLedger({ file: backup.file, binding }) }
    } catch (cause) {
      if (!(cause instanceof LedgerFault)) throw cause
      // A backup that is damaged itself: an older one is better than none.
    }
  }
  return null
}

/** A backup must never be what fills the disk under the engine. */
function assertRoom(ledger: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const [free, needed] = [bavail * bsize, statSync(ledger).size + LEFT_FREE]
  if (free >= needed) return
  const text = `The disk has ${megabytes(free)} left and a backup of the ledger needs ${megabytes(needed)} free: none was made. Make space on it (${folder})`
  throw new LedgerFault('DISK_FULL', text)
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

function vacuumInto(source: DatabaseFile, target: string): void {
  rmSync(target, { force: true })
  const database = openReadOnly({ ...source, schema: LEDGER_SCHEMA, Fault: LedgerFault })
  try {
    faulting({ ...PLACE, file: target }, () => database.prepare('VACUUM INTO ?').run(target))
  } finally {
    database.close()
  }
}

/** What was cut short long ago; a younger one may be in the making. */
function removeUnfinished(folder: string, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (/^ledger-\d{8}T\d{6}Z\.db\.tmp/.test(name) && nowMs - statSync(file).mtimeMs > UNFINISHED_MS)
      rmSync(file, { force: true })
  }
}

function removeOld(dataFolder: string): readonly string[] {
  const backups = listBackups(dataFolder)
  const kept = new Set(keptBackups(backups.map(({ madeMs }) => madeMs)))
  const old = backups.filter(({ madeMs }) => !kept.has(madeMs)).map(({ file }) => file)
  for (const file of old) rmSync(file)
  return old
}

const folderOf = (dataFolder: string): string => path.join(dataFolder, 'backups')

/** ledger-20261122T175001Z.db */
const nameOf = (ms: number): string =>
  `ledger-${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`

function timeIn(name: string): number | null {
  const [, year, month, day, hour, minute, second] =
    /^ledger-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/.exec(name) ?? []
  return year === undefined ? null : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
