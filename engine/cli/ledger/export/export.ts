import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { openLedgerReader } from '../../../adapters/ledger/index.ts'
import type { LedgerHead } from '../../../ports/ledger.ts'
import type { CliContext } from '../../context.ts'
import { DONE, STOPPED, type Outcome } from '../../outcome.ts'
import type { Output } from '../../output.ts'
import { counted } from '../../text.ts'
import type { ExportFlags } from '../ledger-command.ts'
import { placeOf, saying } from '../place.ts'
import { exported } from './exported.ts'

/** Writes what was asked for, checked against the chain as it is read, to standard output or whole into a file. */
export function exportLedger(flags: ExportFlags, context: CliContext, out: Output): Promise<Outcome> {
  return saying(async () => {
    const place = placeOf(flags, context)
    if (place.is === 'failed') return place
    const reader = openLedgerReader(place)
    try {
      const parts = exported(flags.format, flags.account ?? null, reader, Date.now())
      if (flags.out === undefined) return await pour(parts, context.stdout, context.stop)
      const file = path.resolve(flags.out)
      const outcome = await pourInto(file, parts, context.stop)
      if (outcome.is === 'done') tell(file, reader.head(), out)
      return outcome
    } finally {
      reader.close()
    }
  })
}

function tell(file: string, { events }: LedgerHead, out: Output): void {
  out.document({ ok: true, file, events })
  out.line(`${file}: written from ${counted(events, 'event')}.`)
}

/** The file is there when it is whole. */
async function pourInto(file: string, parts: Iterable<string>, stop: AbortSignal): Promise<Outcome> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    const stream = createWriteStream(temporary, { mode: 0o600 })
    await once(stream, 'open')
    const outcome = await pour(parts, stream, stop)
    stream.end()
    await once(stream, 'close')
    if (outcome.is === 'done') renameSync(temporary, file)
    return outcome
  } finally {
    rmSync(temporary, { force: true })
  }
}

async function pour(parts: Iterable<string>, into: Writable, stop: AbortSignal): Promise<Outcome> {
  for (const part of parts) {
    if (stop.aborted) return STOPPED
    if (!into.write(part)) await once(into, 'drain')
  }
  return DONE
}
