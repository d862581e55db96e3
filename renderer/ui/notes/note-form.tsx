import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Mistake } from '../../../engine/contracts/journal.ts'
import type { WindowCommand } from '../../../engine/contracts/window-bridge.ts'
import { emotionWords, mistakeWords, noteCopy } from '../../copy/notebook.ts'
import { useSending } from '../../stores/use-sending.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../button.tsx'
import { Refusals } from '../refusals.tsx'
import { MarkChoice } from './mark-choice.tsx'
import { hasTooManyPatterns, noteOf, type NoteDraft } from './note-draft.ts'
import * as css from './note-form.css.ts'

type Wish = Extract<WindowCommand, { kind: 'writeJournal' }>
/** Which note it is, and what it is about. */
export type NotePlace = Pick<Wish, 'entry' | 'account' | 'order' | 'mission'>

type Props = Readonly<{
  place: NotePlace
  start: NoteDraft
  onSaved: () => void
  /** Without it there is nothing to go back to. */
  onLeave?: () => void
}>

/** A note as it is written: free words, the one sentence that comes back, and marks to search by. */
export function NoteForm({ place, start, onSaved, onLeave }: Props) {
  const [draft, setDraft] = useState(start)
  const { isSending, refusals, send } = useSending(onSaved)
  const isTooMuch = hasTooManyPatterns(draft)
  const change = (part: Partial<NoteDraft>) => setDraft(before => ({ ...before, ...part }))

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    send({ kind: 'writeJournal', ...place, ...noteOf(draft) })
  }

  return (
    <form className={css.form} onSubmit={submit}>
      <NoteWords draft={draft} onChange={change} />
      <MarkChoice
        name={noteCopy.emotions}
        words={emotionWords}
        chosen={draft.emotions}
        most={4}
        onChoose={emotions => change({ emotions })}
      />
      <MarkChoice
        name={noteCopy.mistakes}
        words={mistakeWords}
        chosen={draft.mistakes}
        most={5}
        onChoose={mistakes => change({ mistakes: noneOrSome(mistakes) })}
      />
      <Refusals sentences={isTooMuch ? [noteCopy.tooManyPatterns] : refusals} />
      <div className={css.foot}>
        {onLeave && <Button onClick={onLeave}>{noteCopy.cancel}</Button>}
        <Button look="gold" type="submit" disabled={isSending || isTooMuch}>
          {place.entry === null ? noteCopy.save : noteCopy.saveChange}
        </Button>
      </div>
    </form>
  )
}

/** Whoever made none made no other, and the choice that came last counts. */
function noneOrSome(mistakes: Mistake[]): Mistake[] {
  return mistakes.at(-1) === 'none' ? ['none'] : mistakes.filter(mistake => mistake !== 'none')
}

type WordsProps = Readonly<{ draft: NoteDraft; onChange: (part: Partial<NoteDraft>) => void }>

function NoteWords({ draft, onChange }: WordsProps) {
  return (
    <>
      <label className={css.field}>
        <span className={label}>{noteCopy.text}</span>
        <textarea
          className={css.area}
          dir="auto"
          maxLength={4_000}
          placeholder={noteCopy.textHint}
          value={draft.text}
          onChange={event => onChange({ text: event.target.value })}
        />
      </label>
      <LineField
        name={noteCopy.lesson}
        hint={noteCopy.lessonHint}
        most={500}
        words={draft.lesson}
        onChange={lesson => onChange({ lesson })}
      />
      <LineField
        name={noteCopy.patterns}
        hint={noteCopy.patternsHint}
        most={300}
        words={draft.patterns}
        onChange={patterns => onChange({ patterns })}
      />
    </>
  )
}

type LineProps = Readonly<{
  name: string
  hint: string
  /** Letters. */
  most: number
  words: string
  onChange: (words: string) => void
}>

function LineField({ name, hint, most, words, onChange }: LineProps) {
  return (
    <label className={css.field}>
      <span className={label}>{name}</span>
      <input
        className={css.line}
        dir="auto"
        maxLength={most}
        placeholder={hint}
        value={words}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  )
}
