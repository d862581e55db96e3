import type { Report, ReportName, ReportTone } from '../../contracts/reports.ts'
import type { ReportBook } from '../../domain/reports/report-book.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import { minuteOf } from '../text.ts'
import type { ReportFlags } from './notebook-command.ts'
import { wanted } from './wanted.ts'

/** The report of each kind of account that the record knows: what has happened since the last one, or with `last` that one. */
export function showReport(
  report: ReportName,
  flags: ReportFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const outcome = withRecord(flags, context, ({ reports }) => {
    const known = wanted(flags.account)
      .filter(account => flags.account !== undefined || reports.knows(account))
      .map(account => read(reports, report, account, flags.last))
    out.document({ reports: known })
    if (known.length === 0) out.line('Nothing has happened yet, so that there is nothing to report.')
    for (const each of known) for (const line of linesOf(each, flags.tone)) out.line(line)
    return DONE
  })
  return Promise.resolve(outcome)
}

function read(reports: ReportBook, name: ReportName, account: Report['account'], last: boolean): Report {
  const running = reports.report(name, account, null)
  const [newest] = running.told
  return last && newest !== undefined ? reports.report(name, account, newest) : running
}

function linesOf({ account, fromMs, untilMs, text }: Report, tone: ReportTone): string[] {
  const from = fromMs === null ? 'from the beginning' : `from ${minuteOf(fromMs)} UTC`
  const until = untilMs === null ? 'until now' : `until ${minuteOf(untilMs)} UTC`
  const { headline, lines } = text[tone]
  return [`${headline} (${account}, ${from} ${until})`, ...lines.map(line => `  ${line}`)]
}
