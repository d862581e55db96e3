import { useState } from 'react'
import type { LessonView } from '../../../../engine/contracts/lessons.ts'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import { drillsCopy } from '../../../copy/notebook.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import * as dialog from '../../../ui/dialog-body.css.ts'
import * as css from './drills.css.ts'

type Props = Readonly<{ kind: AccountKind; lesson: LessonView; onAnswered: () => void }>

/** One drill: what to know, where it comes from, and the question. */
export function Drill({ kind, lesson, onAnswered }: Props) {
  return (
    <div className={dialog.body}>
      {lesson.text.map(paragraph => (
        <p key={paragraph} className={css.text}>
          {paragraph}
        </p>
      ))}
      <p className={css.source}>
        {drillsCopy.source}: {lesson.source}
      </p>
      <DrillQuestion kind={kind} lesson={lesson} onAnswered={onAnswered} />
    </div>
  )
}

function DrillQuestion({ kind, lesson: { lesson, question }, onAnswered }: Props) {
  const { giveOrder } = useDesk()
  const [said, setSaid] = useState<Readonly<{ choice: string; text: string }> | null>(null)

  async function answer(choice: string): Promise<void> {
    const told = await giveOrder({ kind: 'answerLesson', account: kind, lesson, answer: choice })
    if (told.is === 'denied') return
    setSaid({ choice, text: told.text })
    onAnswered()
  }
  return (
    <section className={css.question} aria-label={drillsCopy.question}>
      <div className={css.from}>
        <Chip is={question.of === 'own' ? 'gold' : 'plain'}>{drillsCopy[question.of]}</Chip>
        <p className={css.source}>{question.from}</p>
      </div>
      <p className={css.asked}>{question.asked}</p>
      <div className={css.choices} role="group" aria-label={question.asked}>
        {question.choices.map(choice => (
          <Button
            key={choice}
            className={css.choice}
            aria-pressed={said?.choice === choice}
            onClick={() => void answer(choice)}
          >
            {choice}
          </Button>
        ))}
      </div>
      {said !== null && (
        <p className={css.answer} role="status">
          {said.text}
        </p>
      )}
    </section>
  )
}
