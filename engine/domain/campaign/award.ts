import type { XpReason } from '../../contracts/badges.ts'
import type { EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { KindBook } from './campaign-book.ts'
import { shareOf } from './xp.ts'

/** What is said where an award has no words of its own. */
export const AWARD_WORDS: Readonly<Record<XpReason, string>> = {
  PLAN_KEPT: 'closed by its plan',
  RESULT: 'result in R',
  JOURNAL: 'a lesson was written down',
  DAY_KEPT: 'a day inside all limits, debriefed',
  WEEK_KEPT: 'a week without a broken rule',
  LESSON: 'a lesson was answered',
  CHALLENGE: 'a challenge was met',
  STOOD_DOWN: 'stopped at tilt',
  BADGE: 'a badge',
  RULE_BROKEN: 'a rule was broken',
}

type Earned = Readonly<{
  key: string
  reason: XpReason
  /** Before the share of the kind of account. */
  xp: number
  atMs: EpochMs
  order?: Ulid
  text?: string
}>

/** Puts an award down to be told, once: false when its key was awarded before. What rounds to nothing is not told. */
export function award(book: KindBook, { key, reason, xp, atMs, order, text }: Earned): boolean {
  if (book.paid.has(key)) return false
  book.paid.add(key)
  const share = shareOf(book.account, xp)
  const words = text ?? AWARD_WORDS[reason]
  if (share !== 0)
    book.due.set(key, { key, account: book.account, atMs, reason, xp: share, order: order ?? null, text: words }) // prettier-ignore
  return true
}

/** The same for what is paid a few times a day only: the first `most` of them. */
export function awardOfDay(book: KindBook, earned: Earned, day: string, most: number): void {
  const slot = `${earned.reason} ${day}`
  const taken = book.slots.get(slot) ?? 0
  if (taken >= most || !award(book, earned)) return
  book.slots.set(slot, taken + 1)
}

/** A rule was broken: it costs once, and the day and the week are no good ones. */
export function ruleBroken(book: KindBook, broken: Omit<Earned, 'reason' | 'xp'>, xp: number): boolean {
  if (!award(book, { ...broken, reason: 'RULE_BROKEN', xp })) return false
  book.day.rulesBroken++
  book.week.rulesBroken++
  return true
}
