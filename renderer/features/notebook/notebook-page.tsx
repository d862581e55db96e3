import { useReducer, useState } from 'react'
import type { JournalEntry } from '../../../engine/contracts/journal.ts'
import type { ClosedTrade } from '../../../engine/contracts/mission.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { notebookCopy } from '../../copy/notebook.ts'
import { useViewState } from '../../stores/desk-context.ts'
import { CalmWords } from '../../ui/calm/calm-words.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { CarePanel } from './care/care-panel.tsx'
import { DrillsPanel } from './drills/drills-panel.tsx'
import { NoteDesk } from './notes/note-desk.tsx'
import { NoteList } from './notes/note-list.tsx'
import { ReportsPanel } from './reports/reports-panel.tsx'
import * as css from './notebook-page.css.ts'

/** What lies on the desk: a fresh note, one that is changed, or a trade that is debriefed. */
export type OnDesk =
  | Readonly<{ is: 'fresh' }>
  | Readonly<{ is: 'note'; note: JournalEntry }>
  | Readonly<{ is: 'trade'; trade: ClosedTrade }>

/** Notes on the left, the one that is written in the middle, reports and drills on the right. */
export function NotebookPage() {
  const kind = useViewState(({ view }) => view?.kind ?? null)
  return kind === null ? <NoNotebook /> : <NotebookOf key={kind} kind={kind} />
}

function NotebookOf({ kind }: Readonly<{ kind: AccountKind }>) {
  const [onDesk, put] = useState<OnDesk>({ is: 'fresh' })
  const [written, turnPage] = useReducer((times: number) => times + 1, 0)
  const [sheet, newSheet] = useReducer((sheets: number) => sheets + 1, 0)
  const done = () => {
    put({ is: 'fresh' })
    newSheet()
    turnPage()
  }
  return (
    <div className={css.page}>
      <div className={css.notes}>
        <NoteList kind={kind} news={written} onDesk={onDesk} onPut={put} />
      </div>
      <div className={css.desk}>
        <CalmWords />
        <NoteDesk
          key={`${keyOf(onDesk)} ${sheet}`}
          kind={kind}
          onDesk={onDesk}
          onDone={done}
          onSaid={turnPage}
        />
      </div>
      <div className={css.study}>
        <ReportsPanel kind={kind} news={written} />
        <DrillsPanel kind={kind} news={written} onAnswered={turnPage} />
        <CarePanel />
      </div>
    </div>
  )
}

function keyOf(onDesk: OnDesk): string {
  if (onDesk.is === 'note') return onDesk.note.entry
  return onDesk.is === 'trade' ? onDesk.trade.order : 'fresh'
}

function NoNotebook() {
  return (
    <div className={css.page}>
      <Panel title={notebookCopy.title} source="ledger">
        <PanelMessage tone="empty" text={notebookCopy.noAccount} next={notebookCopy.noAccountNext} />
      </Panel>
      <CarePanel />
    </div>
  )
}
