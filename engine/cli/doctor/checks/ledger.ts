import { existsSync } from 'node:fs'
import path from 'node:path'
import { verifyLedger } from '../../../adapters/ledger/index.ts'
import { StoreFault } from '../../../ports/store-fault.ts'
import { counted } from '../../text.ts'
import { bad, good, type Check } from '../check.ts'

/** Whether the ledger opens and every event of it still fits the chain. */
export function checkLedger(folder: string, binding: string | null, sqliteWorks: boolean): Check {
  const name = 'ledger'
  const file = path.join(folder, 'ledger.db')
  if (!existsSync(file)) return good(name, 'there is none yet')
  if (!sqliteWorks) return bad(name, 'not looked at, because SQLite does not work', 'Mend SQLite first.')
  try {
    const { events, hash } = verifyLedger({ file, binding })
    return good(name, `${counted(events, 'event')}, unbroken, last hash ${hash.slice(0, 16)}…`)
  } catch (cause) {
    if (cause instanceof StoreFault) return bad(name, cause.message, 'Nothing was changed.')
    throw cause
  }
}
