import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLedger, verifyLedger } from '../../../adapters/ledger/index.ts'
import { EpochMs } from '../../../contracts/primitives.ts'
import type { CliContext } from '../../context.ts'
import { DONE, failed, type Outcome } from '../../outcome.ts'
import { messageOf } from '../check.ts'

/** Writes a ledger with one event into a folder that is thrown away, and reads it back. */
export async function probeSqlite({ environment, version }: CliContext): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-doctor-'))
  const file = path.join(folder, 'ledger.db')
  const binding = environment.sqliteBinding
  try {
    const ledger = openLedger({ file, binding })
    ledger.append([{ kind: 'engineStarted', atMs: EpochMs.parse(0), version, schema: 0 }], EpochMs.parse(0))
    ledger.close()
    const { events } = verifyLedger({ file, binding })
    return await Promise.resolve(
      events === 1 ? DONE : failed('SQLITE', `${events} events came back instead of 1`),
    )
  } catch (cause) {
    return failed('SQLITE', messageOf(cause))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
