import { useState } from 'react'
import type { ClosedTrade } from '../../../../engine/contracts/mission.ts'
import { noteCopy } from '../../../copy/notebook.ts'
import { closeReasonWords } from '../../../copy/words.ts'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import * as dialog from '../../../ui/dialog-body.css.ts'
import { rText } from '../../../ui/format/numbers.ts'
import { EMPTY_DRAFT } from '../../../ui/notes/note-draft.ts'
import { NoteForm } from '../../../ui/notes/note-form.tsx'
import { PlanQuestion } from '../../../ui/notes/plan-question.tsx'
import * as css from './closed.css.ts'

type Props = Readonly<{
  trade: ClosedTrade
  /** Null: nobody knows yet whether it was debriefed, and nothing is offered. */
  isDue: boolean | null
  /** Something was said or written. */
  onDone: () => void
}>

/** Looks at a closed trade while it is fresh: whether the plan was kept, and what it taught. */
export function DebriefTrade({ trade, isDue, onDone }: Props) {
  const { pair } = trade
  if (isDue === null) return null
  const word = isDue ? noteCopy.debrief : noteCopy.debriefed
  const title = noteCopy.debriefName(noteCopy.debrief, pair)
  const sheet = { title, closeWord: noteCopy.close, width: 'narrow' } as const
  return (
    <div className={css.action}>
      <DialogButton
        look={isDue ? 'smallGold' : 'small'}
        word={word}
        name={noteCopy.debriefName(word, pair)}
        sheet={sheet}
      >
        {shut => (
          <DebriefSheet
            trade={trade}
            onSaid={onDone}
            onWritten={() => {
              shut()
              onDone()
            }}
          />
        )}
      </DialogButton>
    </div>
  )
}

type SheetProps = Readonly<{ trade: ClosedTrade; onSaid: () => void; onWritten: () => void }>

function DebriefSheet({ trade, onSaid, onWritten }: SheetProps) {
  const { order, mission, reason, r, kind } = trade
  const [kept, setKept] = useState<boolean | null>(null)
  const said = (keptPlan: boolean) => {
    setKept(keptPlan)
    onSaid()
  }
  return (
    <div className={dialog.body}>
      <p className={dialog.meaning}>
        {closeReasonWords[reason]} · {rText(r)}
      </p>
      <PlanQuestion order={order} kept={kept} onSaid={said} />
      <NoteForm
        place={{ entry: null, account: kind, order, mission }}
        start={EMPTY_DRAFT}
        onSaved={onWritten}
      />
    </div>
  )
}
