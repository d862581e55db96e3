import type { ChallengeState } from '../../contracts/campaign.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { award } from './award.ts'
import type { KindBook } from './campaign-book.ts'
import type { DayFacts, LoginDay, WeekFacts } from './day-facts.ts'
import { dayName, dayNumber } from './day-name.ts'
import { shareOf, XP } from './xp.ts'

/** How far a challenge is; `lost`: it can no longer be met. */
type Progress = Readonly<{ n: number; of: number; lost?: boolean }>

/** `atTurn`: it is known only when the day or the week has turned. None ever asks for a trade. */
type Challenge<Facts> = Readonly<{
  id: string
  text: string
  atTurn: boolean
  progress: (facts: Facts) => Progress
}>

const once = (times: number): Progress => ({ n: Math.min(1, times), of: 1 })
const never = (broken: boolean): Progress => ({ n: broken ? 0 : 1, of: 1, lost: broken })
const anywhere = ({ logins }: DayFacts, is: (login: LoginDay) => boolean): boolean =>
  [...logins.values()].some(is)
const debriefedOf = ({ closed, debriefed }: Pick<DayFacts, 'closed' | 'debriefed'>): Progress => ({
  n: [...closed].filter(order => debriefed.has(order)).length,
  of: closed.size,
})

/** Looking back: one of them each day. */
const REVIEW: readonly Challenge<DayFacts>[] = [
  { id: 'DEBRIEF_ALL', text: 'Debrief every trade that is closed today.', atTurn: true, progress: debriefedOf },
  { id: 'ONE_LESSON', text: 'Write one lesson into the notebook.', atTurn: false, progress: ({ lessons }) => once(lessons) },
  { id: 'ONE_DEBRIEF', text: 'Debrief one trade, whichever.', atTurn: false, progress: ({ debriefed }) => once(debriefed.size) },
  { id: 'ONE_FEELING', text: 'Write down how you felt, in one entry.', atTurn: false, progress: ({ feelings }) => once(feelings) },
] // prettier-ignore

/** Holding still: one of them each day. */
const RESTRAINT: readonly Challenge<DayFacts>[] = [
  { id: 'BY_THE_PLAN', text: 'Close no trade by hand before its plan does.', atTurn: true, progress: ({ byHand }) => never(byHand > 0) },
  { id: 'STOP_AFTER_TWO', text: 'No shot after the second loss of the day.', atTurn: true, progress: day => never(anywhere(day, login => login.shotAfterTwo)) },
  { id: 'HEED_WARNINGS', text: 'No shot while a warning of the day stands.', atTurn: true, progress: day => never(anywhere(day, login => login.shotWhenWarned)) },
  { id: 'LEAVE_LIMITS', text: 'Leave every limit and every stop alone.', atTurn: true, progress: ({ rulesBroken }) => never(rulesBroken > 0) },
] // prettier-ignore

/** Deciding and learning: one of them each day. */
const DECISION: readonly Challenge<DayFacts>[] = [
  { id: 'DECIDE_FRESH', text: 'Decide one mission while it is fresh: fire, or decline with a reason.', atTurn: false, progress: ({ fresh }) => once(fresh) },
  { id: 'ONE_ANSWER', text: 'Answer one lesson rightly.', atTurn: false, progress: ({ answers }) => once(answers) },
  { id: 'ONE_PASS', text: 'Let one mission pass, and say why.', atTurn: false, progress: ({ passed }) => once(passed) },
] // prettier-ignore

const WEEKLY: readonly Challenge<WeekFacts>[] = [
  { id: 'CLEAN_WEEK', text: 'Break no rule on five trading days.', atTurn: true, progress: ({ cleanDays, rulesBroken }) => ({ n: cleanDays, of: 5, lost: rulesBroken > 0 }) },
  { id: 'ALL_DEBRIEFED', text: 'Debrief every trade of the week.', atTurn: true, progress: debriefedOf },
  { id: 'THREE_LESSONS', text: 'Write three lessons into the notebook.', atTurn: false, progress: ({ lessons }) => ({ n: Math.min(3, lessons), of: 3 }) },
  { id: 'FOUR_DAYS', text: 'Keep four days: inside all limits, and debriefed.', atTurn: true, progress: ({ daysKept }) => ({ n: Math.min(4, daysKept), of: 4 }) },
] // prettier-ignore

const turnOf = <T>(list: readonly T[], number: number): readonly T[] => list.slice(number % list.length).slice(0, 1) // prettier-ignore

/** The same three for everybody on a day, by its date alone. */
export function challengesOf(dayMs: number): readonly Challenge<DayFacts>[] {
  const number = dayNumber(dayMs)
  return [REVIEW, RESTRAINT, DECISION].flatMap(list => turnOf(list, number))
}

export const challengeOfWeek = (weekMs: number): readonly Challenge<WeekFacts>[] =>
  turnOf(WEEKLY, Math.floor(dayNumber(weekMs) / 7))

/** Something to count, all of it done, and the trader was there: a day that nobody attended meets nothing. */
const isMet = ({ n, of, lost = false }: Progress, acts: number): boolean => !lost && n >= of && acts > 0

/** Pays those that need no turn. Nothing is known to be of a day before the ledger has told which day it is. */
export function payChallenges(book: KindBook, atMs: EpochMs): void {
  const { day, week } = book
  if (day.dayMs === 0) return
  for (const challenge of challengesOf(day.dayMs))
    if (!challenge.atTurn && isMet(challenge.progress(day), day.acts)) pay(book, challenge, dayName(day.dayMs), XP.DAILY_CHALLENGE, atMs) // prettier-ignore
  for (const challenge of challengeOfWeek(week.weekMs))
    if (!challenge.atTurn && isMet(challenge.progress(week), day.acts)) pay(book, challenge, weekName(week), XP.WEEKLY_CHALLENGE, atMs) // prettier-ignore
}

export function payAtTurnOfDay(book: KindBook, atMs: EpochMs): void {
  const { day } = book
  for (const challenge of challengesOf(day.dayMs))
    if (challenge.atTurn && isMet(challenge.progress(day), day.acts)) pay(book, challenge, dayName(day.dayMs), XP.DAILY_CHALLENGE, atMs) // prettier-ignore
}

export function payAtTurnOfWeek(book: KindBook, atMs: EpochMs): void {
  const { week } = book
  for (const challenge of challengeOfWeek(week.weekMs))
    if (challenge.atTurn && isMet(challenge.progress(week), week.cleanDays + week.daysKept)) pay(book, challenge, weekName(week), XP.WEEKLY_CHALLENGE, atMs) // prettier-ignore
}

/** By its first day. */
export const weekName = ({ weekMs }: WeekFacts): string => `week of ${dayName(weekMs)}`

function pay(
  book: KindBook,
  { id, text }: Pick<Challenge<never>, 'id' | 'text'>,
  when: string,
  xp: number,
  atMs: EpochMs,
): void {
  const said = `challenge met: ${text.slice(0, -1)}`
  award(book, { key: `challenge:${when}:${id}`, reason: 'CHALLENGE', xp, atMs, text: said })
}

/** As the page shows them. */
export function challengesNow(book: KindBook): { today: ChallengeState[]; week: ChallengeState | null } {
  const { day, week } = book
  if (day.dayMs === 0) return { today: [], week: null }
  const today = challengesOf(day.dayMs).map(each => stateOf(book, each, day, XP.DAILY_CHALLENGE))
  const [weekly] = challengeOfWeek(week.weekMs)
  return { today, week: weekly ? stateOf(book, weekly, week, XP.WEEKLY_CHALLENGE) : null }
}

function stateOf<Facts>(
  book: KindBook,
  challenge: Challenge<Facts>,
  facts: Facts,
  xp: number,
): ChallengeState {
  const { id, text, atTurn } = challenge
  const { n, of, lost = false } = challenge.progress(facts)
  const done = n >= of
  const is = lost ? 'missed' : !done ? 'open' : atTurn ? 'kept' : 'met'
  return { id, text, is, n, of, xp: shareOf(book.account, xp) }
}
