import { existsSync } from 'node:fs'
import path from 'node:path'
import { restoreLedger } from '../../adapters/ledger/index.ts'
import { openDataFolder } from '../../host/data-folder/data-folder.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { counted } from '../text.ts'
import type { LedgerFlags } from './ledger-command.ts'
import { saying } from './place.ts'

/** Holds the data folder meanwhile: a running desk is never robbed of its ledger. */
export function restore(
  backup: string,
  flags: LedgerFlags,
  { environment }: CliContext,
  out: Output,
): Promise<Outcome> {
  return saying(() => {
    const file = path.resolve(backup)
    if (!existsSync(file)) return failed('NO_SUCH_FILE', `There is no file ${file}. Check the path`)
    const folder = openDataFolder(path.resolve(flags.dataFolder ?? environment.dataFolder))
    if (folder.is === 'refused') return failed(folder.code, folder.text)
    try {
      const ground = { dataFolder: folder.path, binding: environment.sqliteBinding, nowMs: Date.now() }
      const { quarantined, restored } = restoreLedger(ground, file)
      out.document({ ok: true, restored: file, ...restored?.head, quarantined })
      out.line(`${file} is the ledger now: ${counted(restored?.head.events ?? 0, 'event')}, unbroken.`)
      if (quarantined !== null) out.line(`The ledger of before lies in ${quarantined}.`)
      return DONE
    } finally {
      folder.release()
    }
  })
}
