import { LedgerFault } from '../../ports/ledger.ts'
import { faulting, openReadOnly, type DatabaseFile } from '../sqlite/index.ts'
import { EMPTY_HEAD, type Head } from './chain.ts'
import { chainedRows, preparePage } from './event-rows.ts'
import { LEDGER_SCHEMA } from './ledger-schema.ts'

/**
 * Checks every event of the chain, without changing the file or disturbing a running app. Throws `CHAIN_BROKEN` with
 * the first event that does not fit.
 */
export function verifyLedger({ file, binding }: DatabaseFile): Head {
  const database = openReadOnly({ file, binding, schema: LEDGER_SCHEMA, Fault: LedgerFault })
  try {
    return faulting({ file, what: LEDGER_SCHEMA.what, Fault: LedgerFault }, () => {
      let head = EMPTY_HEAD
      for (const { seq, hash } of chainedRows(preparePage(database, file), head, file))
        head = { events: seq, hash }
      return head
    })
  } finally {
    database.close()
  }
}
