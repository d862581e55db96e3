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
  /** Something was said or written. */
  onDone: () => void
}>

/** Looks at a closed trade while it is fresh: whether the plan was kept, and what it taught. */
export function DebriefTrade({ trade, onDone }: Props) {
  const { pair } = trade
  const sheet = { title: noteCopy.debriefName(pair), closeWord: noteCopy.close, width: 'narrow' } as const
  return (
    <div className={css.action}>
      <DialogButton look="smallGold" word={noteCopy.debrief} name={noteCopy.debriefName(pair)} sheet={sheet}>
        {shut => (
          <DebriefSheet
            trade={trade}
            onDone={() => {
              shut()
              onDone()
            }}
          />
        )}
      </DialogButton>
    </div>
  )
}

function DebriefSheet({ trade, onDone }: Props) {
  const { order, mission, reason, r, kind } = trade
  const [kept, setKept] = useState<boolean | null>(null)
  return (
    <div className={dialog.body}>
      <p className={dialog.meaning}>
        {closeReasonWords[reason]} · {rText(r)}
      </p>
      <PlanQuestion order={order} kept={kept} onSaid={setKept} />
      <NoteForm place={{ entry: null, account: kind, order, mission }} start={EMPTY_DRAFT} onSaved={onDone} />
    </div>
  )
}
