import type { StoredEvent } from '../../contracts/events.ts'
import type { AccountKind, EpochMs } from '../../contracts/primitives.ts'
import type { Report, ReportFacts, ReportName } from '../../contracts/reports.ts'
import { sayReport } from './say-report.ts'
import { factsSince, newTally, tallyUp } from './tally.ts'

/** Moments of reports that an answer names. */
const TOLD = 60

type Told = Readonly<{ dueMs: EpochMs; facts: ReportFacts }>

/** Every report that was told, with its facts, and what has happened since. */
export class ReportBook {
  readonly #tally = newTally()
  readonly #told = new Map<string, Told[]>()

  take({ event }: StoredEvent): void {
    if (event.kind === 'reportTold') {
      const { account, report, dueMs } = event
      this.#toldOf(account, report).push({ dueMs, facts: factsSince(this.#tally, account, report) })
    }
    tallyUp(this.#tally, event)
  }

  /** Whether anything was ever counted of it. */
  knows(account: AccountKind): boolean {
    return this.#tally.since.has(account)
  }

  /** The report that covers the moment, its own end included; null, and any moment after the last: the one that still runs. */
  report(report: ReportName, account: AccountKind, atMs: EpochMs | null): Report {
    const told = this.#toldOf(account, report)
    const at = atMs === null ? -1 : told.findIndex(({ dueMs }) => dueMs >= atMs)
    const found = told[at]
    const facts = { ...(found?.facts ?? factsSince(this.#tally, account, report)) }
    return {
      report,
      account,
      fromMs: (found ? told[at - 1] : told.at(-1))?.dueMs ?? null,
      untilMs: found?.dueMs ?? null,
      facts,
      text: {
        harsh: sayReport(report, facts, 'harsh'),
        balanced: sayReport(report, facts, 'balanced'),
        encouraging: sayReport(report, facts, 'encouraging'),
      },
      told: told.slice(-TOLD).map(({ dueMs }) => dueMs).toReversed(), // prettier-ignore
    }
  }

  #toldOf(account: AccountKind, report: ReportName): Told[] {
    const key = `${account} ${report}`
    const known = this.#told.get(key) ?? []
    this.#told.set(key, known)
    return known
  }
}
