import { Likeness, type JournalEntry, type LessonsBefore, type NoteSubject } from '../../contracts/journal.ts'
import type { Mission } from '../../contracts/mission.ts'

const SHOWN = 3

type Now = Pick<Mission, 'pair' | 'setup' | 'session'>

/** The closest to the mission first, the newest first among those that are equally close. `notes`: newest first. */
export function lessonsLike(now: Now, notes: readonly JournalEntry[]): LessonsBefore['lessons'] {
  const alike = notes.flatMap(({ entry, lesson, writtenMs, about }) => {
    const like = about === null ? null : likenessOf(now, about)
    return like === null || about === null ? [] : [{ entry, lesson, like, writtenMs, about }]
  })
  const closest = Likeness.options.flatMap(like => alike.filter(each => each.like === like))
  return closest.slice(0, SHOWN)
}

function likenessOf(now: Now, { pair, setup, session }: NoteSubject): Likeness | null {
  if (setup === now.setup) return pair === now.pair ? 'setupAndPair' : 'setup'
  return pair === now.pair && session === now.session ? 'pairAndSession' : null
}
