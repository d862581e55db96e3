import type { EngineEvent } from '../../contracts/events.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'
import type { ReportName } from '../../contracts/reports.ts'
import {
  noLessonTrades,
  promisedBy,
  rememberTrade,
  type LessonTrades,
} from '../../domain/lessons/lesson-trades.ts'
import { newTally, tallyUp, type Tally } from '../../domain/reports/tally.ts'
import type { DeskState } from '../desk-state.ts'

/** What the desk must know to take a note, to judge an answer, and to tell a report once. The notes are in the ledger. */
export type NotebookMemory = {
  /** The account of each note. */
  readonly notes: Map<Ulid, AccountKind>
  /** What was said last of each trade that was debriefed. */
  readonly debriefs: Map<Ulid, boolean>
  readonly trades: LessonTrades
  readonly tally: Tally
  /** When each report was due last, of those that were told; 0: none was. On the computer's clock. */
  readonly toldMs: Record<ReportName, number>
  /** The computer's clock when this desk started for the first time. */
  bornMs: number | null
  /** Kinds of account that were ever linked; the one that was linked last is the last. */
  readonly kinds: Set<AccountKind>
}

export const emptyNotebook = (): NotebookMemory => ({
  notes: new Map(),
  debriefs: new Map(),
  trades: noLessonTrades(),
  tally: newTally(),
  toldMs: { drill: 0, sitrep: 0 },
  bornMs: null,
  kinds: new Set(),
})

/** Folds one event, in place, after the rest of the desk has. */
export function noteDown({ notebook, missions }: DeskState, event: EngineEvent): void {
  tallyUp(notebook.tally, event)
  switch (event.kind) {
    case 'engineStarted':
      notebook.bornMs ??= event.atMs
      return
    case 'terminalLinked':
      notebook.kinds.delete(event.account)
      notebook.kinds.add(event.account)
      return
    case 'journalWritten':
      notebook.notes.set(event.entry, event.account)
      return
    case 'tradeDebriefed':
      notebook.debriefs.set(event.order, event.keptPlan)
      return
    case 'reportTold':
      notebook.toldMs[event.report] = Math.max(notebook.toldMs[event.report], event.dueMs)
      return
    case 'tradeClosed': {
      const mission = event.trade.mission && missions.get(event.trade.mission)?.mission
      return rememberTrade(notebook.trades, event.trade, mission ? promisedBy(mission) : undefined)
    }
    default:
  }
}
