/**
 * Writes a ledger for the recorder: some batches, closed and opened again in between, and after each `append` that has
 * returned a mark that says how many events there are. Told `NORMAL`, it does not wait for the disk, as no ledger may.
 */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { ledgerOver } from '../../adapters/ledger/sqlite-ledger.ts'
import { openLedger } from '../../adapters/ledger/index.ts'
import { LEDGER_SCHEMA } from '../../adapters/ledger/ledger-schema.ts'
import { openDatabase } from '../../adapters/sqlite/index.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { LedgerFault, type Ledger } from '../../ports/ledger.ts'
import { longHistory } from '../long-history.ts'

const [folder = '', binding = '', synchronous = 'FULL', count = '100'] = process.argv.slice(2)
const file = path.join(folder, 'ledger.db')
const database = { file, binding: binding === '' ? null : binding }
const wallMs = EpochMs.parse(1_700_000_000_000)

const open = (): Ledger =>
  synchronous === 'FULL'
    ? openLedger(database)
    : ledgerOver(
        openDatabase({ ...database, schema: LEDGER_SCHEMA, synchronous: 'NORMAL', Fault: LedgerFault }),
        file,
      )

const events: readonly EngineEvent[] = [...longHistory(Number(count))]
let ledger = open()
for (let at = 0, batch = 1; at < events.length; batch++) {
  const size = 1 + (batch % 4)
  ledger.append(events.slice(at, at + size), wallMs)
  at += size
  appendFileSync(path.join(folder, 'marks'), `${ledger.head().events} ${ledger.head().hash}\n`)
  if (at < events.length / 2 || at - size >= events.length / 2) continue
  ledger.close()
  ledger = open()
}
ledger.close()
