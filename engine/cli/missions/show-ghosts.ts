import { everyRow, type Archive } from '../../adapters/ledger/index.ts'
import type { GhostReport } from '../../contracts/ghosts.ts'
import { AccountKind, EpochMs } from '../../contracts/primitives.ts'
import { GhostBook } from '../../domain/debrief/ghosts/ghost-book.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withArchive } from '../record.ts'
import { ghostsText } from './ghosts-text.ts'
import type { GhostsFlags } from './missions-command.ts'

const FOR_EVER = { fromMs: EpochMs.parse(0), toMs: EpochMs.parse(Number.MAX_SAFE_INTEGER) }

export const showGhosts = (flags: GhostsFlags, context: CliContext, out: Output): Promise<Outcome> =>
  withArchive(flags, context, archive => {
    const ghosts = bookOf(archive)
    const kinds = flags.account ? [flags.account] : AccountKind.options.toReversed()
    const reports = kinds
      .map(account => reportOf(ghosts, account, flags.week))
      .filter(({ all }) => flags.account !== undefined || all.n > 0)
    out.document({ ghosts: reports })
    if (reports.length === 0) out.line('No ghost has ended yet: every mission was taken, or is still open.')
    for (const report of reports) for (const line of ghostsText(report)) out.line(line)
    return DONE
  })

function bookOf(archive: Archive): GhostBook {
  const book = new GhostBook()
  for (const row of everyRow((after, most) => archive.ghostRows(after, most))) book.take(row)
  return book
}

function reportOf(ghosts: GhostBook, account: AccountKind, isWeek: boolean): GhostReport {
  const whole = ghosts.report({ account, ...FOR_EVER })
  const newest = whole.weeks.at(-1)
  return isWeek && newest ? ghosts.report({ account, ...FOR_EVER, fromMs: newest.weekMs }) : whole
}
