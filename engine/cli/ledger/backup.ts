import { backUpLedger } from '../../adapters/ledger/index.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { counted } from '../text.ts'
import type { LedgerFlags } from './ledger-command.ts'
import { placeOf, saying } from './place.ts'

/** One backup more, whatever the day has already. */
export function backup(flags: LedgerFlags, context: CliContext, out: Output): Promise<Outcome> {
  return saying(() => {
    const place = placeOf(flags, context)
    if (place.is === 'failed') return place
    const { file, head, removed } = backUpLedger(place.dataFolder, place.binding, Date.now())
    out.document({ ok: true, file, ...head, removed })
    out.line(`${file}: ${counted(head.events, 'event')}, unbroken. Last hash ${head.hash}`)
    for (const old of removed) out.line(`Removed, newer ones are kept: ${old}`)
    return DONE
  })
}
