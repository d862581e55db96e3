import { verifyLedger } from '../../adapters/ledger/index.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { counted } from '../text.ts'
import type { LedgerFlags } from './ledger-command.ts'
import { placeOf, saying } from './place.ts'

/** Checks every event; the first that does not fit is named, and makes it fail. */
export function verify(flags: LedgerFlags, context: CliContext, out: Output): Promise<Outcome> {
  return saying(() => {
    const place = placeOf(flags, context)
    if (place.is === 'failed') return place
    const { events, hash } = verifyLedger(place)
    out.document({ ok: true, file: place.file, events, hash })
    out.line(`${place.file}: ${counted(events, 'event')}, unbroken. Last hash ${hash}`)
    return DONE
  })
}
