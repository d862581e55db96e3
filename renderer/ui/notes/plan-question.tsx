import { noteCopy } from '../../copy/notebook.ts'
import { useSending } from '../../stores/use-sending.ts'
import { Button } from '../button.tsx'
import { Refusals } from '../refusals.tsx'
import * as css from './note-form.css.ts'

type Props = Readonly<{
  order: string
  /** What was said before; null: nothing. */
  kept: boolean | null
  onSaid: (kept: boolean) => void
}>

/** The question of every debrief. One press answers it; another answer replaces it. */
export function PlanQuestion({ order, kept, onSaid }: Props) {
  const yes = useSending(() => onSaid(true))
  const no = useSending(() => onSaid(false))
  const isSending = yes.isSending || no.isSending
  return (
    <div className={css.plan}>
      <div>
        <p className={css.planWords}>{noteCopy.wasPlan}</p>
        <p className={css.planHint}>{noteCopy.planHint}</p>
      </div>
      <div className={css.planKeys} role="group" aria-label={noteCopy.wasPlan}>
        <Button
          aria-pressed={kept === true}
          disabled={isSending}
          onClick={() => yes.send({ kind: 'debriefTrade', order, keptPlan: true })}
        >
          {noteCopy.yes}
        </Button>
        <Button
          aria-pressed={kept === false}
          disabled={isSending}
          onClick={() => no.send({ kind: 'debriefTrade', order, keptPlan: false })}
        >
          {noteCopy.no}
        </Button>
      </div>
      <Refusals sentences={[...yes.refusals, ...no.refusals]} />
    </div>
  )
}
