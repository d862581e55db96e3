import { backUpLedger } from '../../adapters/ledger/index.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { counted, megabytes } from '../text.ts'
import type { LedgerFlags } from './ledger-command.ts'
import { placeOf, saying } from './place.ts'

/** One backup more, whatever the day has already. */
export function backup(flags: LedgerFlags, context: CliContext, out: Output): Promise<Outcome> {
  return saying(() => {
    const place = placeOf(flags, context)
    if (place.is === 'failed') return place
    const { file, head, removed, bytes, allBytes } = backUpLedger(place.dataFolder, place.binding, Date.now())
    out.document({ ok: true, file, ...head, bytes, allBytes, removed })
    out.line(`${file}: ${counted(head.events, 'event')}, unbroken. Last hash ${head.hash}`)
    for (const old of removed) out.line(`Removed, newer ones are kept: ${old}`)
    out.line(`It takes ${megabytes(bytes)}, all backups together ${megabytes(allBytes)}.`)
    return DONE
  })
}
