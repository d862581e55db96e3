import { LessonId } from '../../contracts/lessons.ts'
import { backtest } from './drills/backtest.ts'
import { breakEven } from './drills/break-even.ts'
import { calibration } from './drills/calibration.ts'
import { correlation } from './drills/correlation.ts'
import { cost } from './drills/cost.ts'
import { expectancy } from './drills/expectancy.ts'
import { news } from './drills/news.ts'
import { oneR } from './drills/one-r.ts'
import { recovery } from './drills/recovery.ts'
import { riskOfRuin } from './drills/risk-of-ruin.ts'
import { sessions } from './drills/sessions.ts'
import { streaks } from './drills/streaks.ts'
import type { Lesson } from './lesson.ts'

const BY_ID: Readonly<Record<LessonId, Lesson>> = {
  'one-r': oneR,
  'break-even': breakEven,
  expectancy,
  'risk-of-ruin': riskOfRuin,
  recovery,
  streaks,
  calibration,
  cost,
  sessions,
  news,
  correlation,
  backtest,
}

export const lessonOf = (id: LessonId): Lesson => BY_ID[id]

/** In the order in which they are best read. */
export const LESSONS: readonly Lesson[] = LessonId.options.map(lessonOf)
