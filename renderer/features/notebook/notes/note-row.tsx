import type { JournalEntry } from '../../../../engine/contracts/journal.ts'
import { emotionWords, mistakeWords, notebookCopy } from '../../../copy/notebook.ts'
import { number, tone } from '../../../theme/type.css.ts'
import { rText } from '../../../ui/format/numbers.ts'
import { clockText, dateText } from '../../../ui/format/time.ts'
import * as css from './note-list.css.ts'

type Props = Readonly<{ note: JournalEntry; isChosen: boolean; onChoose: () => void }>

/** A note in the list: when, about what, its first words, its lesson and its marks. */
export function NoteRow({ note, isChosen, onChoose }: Props) {
  const marks = [
    ...note.emotions.map(each => emotionWords[each]),
    ...note.mistakes.filter(each => each !== 'none').map(each => mistakeWords[each]),
    ...note.patterns,
  ]
  return (
    <button
      type="button"
      className={css.row[isChosen ? 'chosen' : 'plain']}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={css.head}>
        {note.about && <span className={css.pair}>{note.about.pair}</span>}
        <span>
          {dateText(note.writtenMs)} {clockText(note.writtenMs).slice(0, 5)} UTC
          {note.changedMs !== null && `, ${notebookCopy.changed}`}
        </span>
        <Outcome note={note} />
      </span>
      {note.text !== '' && (
        <span className={css.words} dir="auto">
          {note.text}
        </span>
      )}
      {note.lesson !== '' && (
        <span className={css.lesson} dir="auto">
          <span className={css.lessonWord}>{notebookCopy.lesson}</span>
          {note.lesson}
        </span>
      )}
      {marks.length > 0 && (
        <span className={css.marks}>
          {marks.map(mark => (
            <span key={mark} className={css.mark} dir="auto">
              {mark}
            </span>
          ))}
        </span>
      )}
    </button>
  )
}

function Outcome({ note: { about, keptPlan } }: Readonly<{ note: JournalEntry }>) {
  if (about === null || about.r === null) return null
  return (
    <span className={css.result}>
      {keptPlan !== null && `${notebookCopy.plan(keptPlan)} `}
      <span className={`${number} ${about.r > 0 ? tone.long : tone.short}`}>{rText(about.r)}</span>
    </span>
  )
}
