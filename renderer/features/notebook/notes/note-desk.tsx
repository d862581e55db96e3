import { useState } from 'react'
import type { NoteSubject } from '../../../../engine/contracts/journal.ts'
import type { AccountKind, Ulid } from '../../../../engine/contracts/primitives.ts'
import { noteCopy, notebookCopy } from '../../../copy/notebook.ts'
import { closeReasonWords } from '../../../copy/words.ts'
import { number, tone } from '../../../theme/type.css.ts'
import { rText } from '../../../ui/format/numbers.ts'
import { NoteForm, type NotePlace } from '../../../ui/notes/note-form.tsx'
import { draftOf, EMPTY_DRAFT } from '../../../ui/notes/note-draft.ts'
import { PlanQuestion } from '../../../ui/notes/plan-question.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SideMark } from '../../../ui/side-mark.tsx'
import type { OnDesk } from '../notebook-page.tsx'
import { TradeChart } from './trade-chart.tsx'
import * as css from './note-desk.css.ts'

type Props = Readonly<{
  kind: AccountKind
  onDesk: OnDesk
  onDone: () => void
  /** Something was said, and more may be. */
  onSaid: () => void
}>

/** The note that is written now, with what it is about above it. */
export function NoteDesk({ kind, onDesk, onDone, onSaid }: Props) {
  const title = { fresh: noteCopy.fresh, note: noteCopy.change, trade: noteCopy.debrief }[onDesk.is]
  const about = subjectOf(onDesk)
  const order = orderOf(onDesk)
  return (
    <Panel title={title} source="ledger" aside={notebookCopy.of(kind)} className={css.panel}>
      <div className={css.body}>
        {about === null ? <p className={css.about}>{noteCopy.freshOf}</p> : <Subject about={about} />}
        {order !== null && <Plan order={order} onDesk={onDesk} onSaid={onSaid} />}
        {order !== null && about !== null && <TradeChart order={order} pair={about.pair} />}
        <NoteForm
          place={placeOf(kind, onDesk)}
          start={onDesk.is === 'note' ? draftOf(onDesk.note) : EMPTY_DRAFT}
          onSaved={onDone}
          {...(onDesk.is === 'fresh' ? {} : { onLeave: onDone })}
        />
      </div>
    </Panel>
  )
}

function Plan({ order, onDesk, onSaid }: Readonly<{ order: string; onDesk: OnDesk; onSaid: () => void }>) {
  const [kept, setKept] = useState(onDesk.is === 'note' ? onDesk.note.keptPlan : null)
  const said = (keptPlan: boolean) => {
    setKept(keptPlan)
    onSaid()
  }
  return <PlanQuestion order={order} kept={kept} onSaid={said} />
}

type About = Omit<NoteSubject, 'closedMs' | 'session'>

function Subject({ about: { pair, side, setup, r, reason } }: Readonly<{ about: About }>) {
  return (
    <div className={css.about}>
      <p className={css.pair}>{pair}</p>
      <SideMark side={side} />
      {setup !== null && <p>{setup}</p>}
      {reason !== null && <p>{closeReasonWords[reason]}</p>}
      {r !== null && (
        <p className={`${number} ${css.result} ${r > 0 ? tone.long : tone.short}`}>{rText(r)}</p>
      )}
    </div>
  )
}

function subjectOf(onDesk: OnDesk): About | null {
  if (onDesk.is === 'note') return onDesk.note.about
  return onDesk.is === 'trade' ? { ...onDesk.trade, setup: null } : null
}

function orderOf(onDesk: OnDesk): Ulid | null {
  if (onDesk.is === 'trade') return onDesk.trade.order
  return onDesk.is === 'note' && onDesk.note.about?.r !== null ? onDesk.note.order : null
}

function placeOf(account: AccountKind, onDesk: OnDesk): NotePlace {
  if (onDesk.is === 'note') {
    const { entry, order, mission } = onDesk.note
    return { entry, account, order, mission }
  }
  const { order, mission } = onDesk.is === 'trade' ? onDesk.trade : { order: null, mission: null }
  return { entry: null, account, order, mission }
}
