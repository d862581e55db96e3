import path from 'node:path'
import type { Debrief, DebriefQuery } from '../../contracts/debrief.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { debriefOf } from '../../domain/debrief/debrief.ts'
import type { DebriefBook } from '../../domain/debrief/debrief-book.ts'
import { tradesCsv } from '../../domain/debrief/trades-csv.ts'
import { systemReason } from '../../host/data-folder/refusal.ts'
import { writeAtomically } from '../../host/data-folder/atomic-write.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import { counted } from '../text.ts'
import type { DebriefFlags } from './debrief-command.ts'
import { debriefText } from './debrief-text.ts'

export function showDebrief(flags: DebriefFlags, context: CliContext, out: Output): Promise<Outcome> {
  const { from = null, to = null } = flags
  if (from !== null && to !== null && from >= to)
    return Promise.resolve(failed('EMPTY_PERIOD', 'Nothing lies between --from and --to: give a day before it and one after')) // prettier-ignore
  return withRecord(flags, context, ({ debrief: book }) => {
    const debriefs = debriefsOf(book, flags)
    out.document({ debriefs: debriefs.map(({ debrief }) => debrief) })
    if (debriefs.length === 0) out.line('No trade has been closed yet.')
    for (const { debrief } of debriefs) for (const line of debriefText(debrief)) out.line(line)
    return flags.csv === undefined
      ? DONE
      : writeTable(flags.csv, book, debriefs.map(({ query }) => query), out) // prettier-ignore
  })
}

type Asked = Readonly<{ query: DebriefQuery; debrief: Debrief }>

/** Of the kind that was asked for, or of each that has trades: the ones with money first. */
function debriefsOf(book: DebriefBook, flags: DebriefFlags): Asked[] {
  const kinds = flags.account === undefined ? AccountKind.options.toReversed() : [flags.account]
  return kinds.flatMap(account => {
    const query = queryOf(flags, account)
    const debrief = debriefOf(book, query)
    const { trades, drills } = debrief.ofScope
    return flags.account === undefined && trades + drills === 0 ? [] : [{ query, debrief }]
  })
}

const queryOf = ({ scope, from, to, pair, trials }: DebriefFlags, account: AccountKind): DebriefQuery => ({
  kind: 'debrief',
  account,
  scope: scope ?? null,
  filter: { fromMs: from ?? null, toMs: to ?? null, keys: pair === undefined ? {} : { pair: [...pair] } },
  trials: trials ?? null,
})

function writeTable(name: string, book: DebriefBook, queries: readonly DebriefQuery[], out: Output): Outcome {
  const file = path.resolve(name)
  const rows = tradesCsv(book, queries)
  try {
    writeAtomically(file, rows.join(''))
  } catch (cause) {
    return failed(
      'CANNOT_WRITE',
      `${file} can't be written: ${systemReason(cause)}. Choose another place with --csv`,
    )
  }
  out.line(`${file}: ${counted(rows.length - 1, 'trade')}.`)
  return DONE
}
