/** Short drills: a text, and one question on the trader's own trades where there are enough of them. */
import { z } from 'zod'
import { AccountKind, type EpochMs } from './primitives.ts'

/** In the order in which they are best read. */
export const LessonId = z.enum([
  'one-r', 'break-even', 'expectancy', 'risk-of-ruin', 'recovery', 'streaks', 'calibration', 'cost', 'sessions', 'news', 'correlation',
  'backtest',
]) // prettier-ignore
export type LessonId = z.infer<typeof LessonId>

export const LessonsQuery = z.object({ kind: z.literal('lessons'), account: AccountKind })

/** What is asked. The right choice is told with the answer, never before. */
export type LessonQuestion = Readonly<{
  asked: string
  /** `own`: the trader's closed trades. `example`: made-up figures, because there are too few of them or none can say. */
  of: 'own' | 'example'
  /** Which trades, or why it is an example. */
  from: string
  choices: readonly string[]
}>

export type LessonView = Readonly<{
  lesson: LessonId
  title: string
  text: readonly string[]
  /** Where its figures come from. */
  source: string
  question: LessonQuestion
  /** The last answer, and how often it was answered right; null: never. */
  answered: Readonly<{ answer: string; right: boolean; atMs: EpochMs; timesRight: number }> | null
}>

export type Lessons = Readonly<{ account: AccountKind; lessons: readonly LessonView[] }>
