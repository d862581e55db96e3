import type { LessonId } from '../../contracts/lessons.ts'
import type { Question } from './question.ts'
import type { LessonTrade } from './lesson-trades.ts'

/** A short drill: what to know, where it comes from, and one question about it. */
export type Lesson = Readonly<{
  id: LessonId
  title: string
  text: readonly string[]
  /** Where the figures of the text come from. */
  source: string
  /** On the trader's own closed trades, oldest first, where there are enough of them. The same trades always ask the same. */
  ask(trades: readonly LessonTrade[]): Question
}>

/** From so many closed trades on, a question is about them. */
export const ENOUGH = 10
