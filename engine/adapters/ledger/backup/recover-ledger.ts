import path from 'node:path'
import { LedgerFault, type LedgerHead } from '../../../ports/ledger.ts'
import { checkpointFile, dropCheckpoint } from '../checkpoint.ts'
import { verifyLedger } from '../verify-ledger.ts'
import { copyBackup, newestGoodBackup, type Backup } from './backups.ts'
import { quarantineLedger } from './quarantine.ts'

/** What stands in the ledger's place now; `restored` null: a new ledger begins. */
export type Recovered = Readonly<{
  quarantined: string | null
  restored: (Backup & Readonly<{ head: LedgerHead }>) | null
}>

type Ground = Readonly<{ dataFolder: string; binding: string | null; nowMs: number }>

/**
 * The ledger cannot be trusted, `why` says what is wrong with it: it is moved away, never deleted, and the newest backup that
 * is whole takes its place.
 */
export function recoverLedger({ dataFolder, binding, nowMs }: Ground, why: string): Recovered {
  const restored = newestGoodBackup(dataFolder, binding)
  const quarantined = replaceLedger(dataFolder, restored?.file ?? null, why, nowMs)
  return { quarantined, restored }
}

/** Puts the trader's own choice of a backup into the ledger's place. Throws `LedgerFault` when it is not whole: nothing was changed. */
export function restoreLedger({ dataFolder, binding, nowMs }: Ground, backup: string): Recovered {
  const head = verifyLedger({ file: backup, binding })
  if (head.events === 0) throw new LedgerFault('CORRUPT', `${backup} holds no event: nothing was changed`)
  const why = `It was replaced by ${backup} on the trader's wish.`
  const quarantined = replaceLedger(dataFolder, backup, why, nowMs)
  return { quarantined, restored: { file: backup, madeMs: nowMs, head } }
}

function replaceLedger(dataFolder: string, backup: string | null, why: string, nowMs: number): string | null {
  const quarantined = quarantineLedger(dataFolder, why, nowMs)
  dropCheckpoint(checkpointFile(dataFolder))
  if (backup !== null) copyBackup(backup, path.join(dataFolder, 'ledger.db'))
  return quarantined
}
