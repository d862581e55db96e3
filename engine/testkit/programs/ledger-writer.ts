/** Appends events one at a time and says each number only after `append` has returned, until it is killed. */
import { writeSync } from 'node:fs'
import { openLedger } from '../../adapters/ledger/index.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { aPause } from '../events.ts'

const [file = '', binding = ''] = process.argv.slice(2)
const ledger = openLedger({ file, binding: binding === '' ? null : binding })
for (;;) {
  const [stored] = ledger.append([aPause()], EpochMs.parse(Date.now()))
  writeSync(1, `${stored?.seq}\n`)
}
