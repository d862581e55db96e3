import { useCallback } from 'react'
import type { NoteSubject } from '../../../../engine/contracts/journal.ts'
import type { Ulid } from '../../../../engine/contracts/primitives.ts'
import { lastTimeCopy } from '../../../copy/notebook.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { number, tone } from '../../../theme/type.css.ts'
import { rText } from '../../../ui/format/numbers.ts'
import * as css from './last-time.css.ts'

/** What the trader has learnt in trades like this one, in their own words, and what became of those. */
export function LastTime({ mission }: Readonly<{ mission: Ulid }>) {
  const { bridge } = useDesk()
  const ask = useCallback(
    () => bridge.ask<'lessonsBefore'>({ kind: 'lessonsBefore', mission }),
    [bridge, mission],
  )
  const { value } = useArchive(ask, mission)
  if (value === null || value.lessons.length === 0) return null
  return (
    <section className={css.lastTime} aria-label={lastTimeCopy.title}>
      <p className={css.title}>{lastTimeCopy.title}</p>
      {value.lessons.map(({ entry, lesson, like, about }) => (
        <p key={entry} className={css.line}>
          <span className={css.lesson} dir="auto">
            {lesson}
          </span>
          <span className={css.why}>
            {about.pair}, {lastTimeCopy.like[like]}
          </span>
          <Became about={about} />
        </p>
      ))}
    </section>
  )
}

/** A trade that was not closed has no result, and says so. */
function Became({ about: { r } }: Readonly<{ about: NoteSubject }>) {
  if (r === null) return <span className={css.why}>{lastTimeCopy.noResult}</span>
  return <span className={`${number} ${r > 0 ? tone.long : tone.short}`}>{rText(r)}</span>
}
