import type { AccountKind, EpochMs } from '../../contracts/primitives.ts'
import type { ReportName } from '../../contracts/reports.ts'
import type { LocalTime } from '../../ports/index.ts'
import { factsSince, isQuiet } from '../../domain/reports/tally.ts'
import { sayReport } from '../../domain/reports/say-report.ts'
import type { Desk } from '../desk.ts'

const DRILL_HOUR = 18
const SATURDAY = 6
const SITREP_HOUR = 8

/** The last moment at which a report was due, now included. */
export function lastDueMs(report: ReportName, nowMs: number, local: LocalTime): EpochMs {
  const isDrill = report === 'drill'
  const hour = isDrill ? DRILL_HOUR : SITREP_HOUR
  const days = isDrill ? 0 : -((local.weekday(nowMs) - SATURDAY + 7) % 7)
  const dueMs = local.moment(nowMs, days, hour)
  return dueMs <= nowMs ? dueMs : local.moment(nowMs, isDrill ? days - 1 : days - 7, hour)
}

/**
 * Tells the reports that have become due, each once, also when the computer was off at the time. A clock that goes back finds them
 * told. Without a clock on the wall, as in a replay, none is ever due.
 */
export function tellReports(desk: Desk): void {
  const { clock, localTime } = desk.ports
  if (localTime === undefined) return
  for (const report of ['drill', 'sitrep'] as const) {
    const dueMs = lastDueMs(report, clock.now(), localTime)
    const { toldMs, bornMs } = desk.state.notebook
    if (dueMs <= Math.max(toldMs[report], bornMs ?? Infinity)) continue
    for (const account of toBeTold(desk, report)) tell(desk, report, account, dueMs)
  }
}

/** Accounts of which there is something to say, and those that are linked: an honest nothing is a report too. */
function toBeTold({ state, terminals }: Desk, report: ReportName): Set<AccountKind> {
  const accounts = new Set([...terminals.values()].filter(({ up }) => up).map(({ hello }) => hello.kind))
  for (const account of state.notebook.tally.since.keys())
    if (!isQuiet(factsSince(state.notebook.tally, account, report))) accounts.add(account)
  return accounts
}

function tell(desk: Desk, report: ReportName, account: AccountKind, dueMs: EpochMs): void {
  const tone = desk.state.settings.reportTone
  const { headline, lines } = sayReport(report, factsSince(desk.state.notebook.tally, account, report), tone)
  const text = [`${headline} (${account})`, ...lines.slice(0, 2)].join(' ')
  desk.record({ kind: 'reportTold', atMs: desk.now(), report, account, dueMs, tone, text })
}
