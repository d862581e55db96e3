import type { EventOf, StoredEvent } from '../../contracts/events.ts'
import type { Lessons, LessonView } from '../../contracts/lessons.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'
import { LESSONS } from './all-lessons.ts'
import { noLessonTrades, promisedBy, rememberTrade, type Promised } from './lesson-trades.ts'
import type { Lesson } from './lesson.ts'

type Answered = NonNullable<LessonView['answered']>

/** The drills with their questions of now, and what was answered. */
export class LessonBook {
  readonly #missions = new Map<Ulid, Promised>()
  readonly #trades = noLessonTrades()
  readonly #answers = new Map<string, Answered>()

  take({ event }: StoredEvent): void {
    if (event.kind === 'missionIssued') this.#missions.set(event.mission.id, promisedBy(event.mission))
    if (event.kind === 'tradeClosed') this.#closed(event)
    if (event.kind === 'lessonAnswered') this.#answered(event)
  }

  lessons(account: AccountKind): Lessons {
    return { account, lessons: LESSONS.map(lesson => this.#view(account, lesson)) }
  }

  #view(account: AccountKind, { id, title, text, source, ask }: Lesson): LessonView {
    const { asked, of, from, choices } = ask(this.#trades.last.get(account) ?? [])
    const answered = this.#answers.get(`${account} ${id}`) ?? null
    return { lesson: id, title, text, source, question: { asked, of, from, choices }, answered }
  }

  #closed({ trade }: EventOf<'tradeClosed'>): void {
    const mission = trade.mission === null ? undefined : this.#missions.get(trade.mission)
    rememberTrade(this.#trades, trade, mission)
  }

  #answered({ account, lesson, answer, right, atMs }: EventOf<'lessonAnswered'>): void {
    const key = `${account} ${lesson}`
    const timesRight = (this.#answers.get(key)?.timesRight ?? 0) + (right ? 1 : 0)
    this.#answers.set(key, { answer, right, atMs, timesRight })
  }
}
