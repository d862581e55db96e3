import type { EventOf } from '../../contracts/events.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { award, awardOfDay } from './award.ts'
import { awardBadges } from './badges.ts'
import { countOnce, kindOf, type Campaign } from './campaign-book.ts'
import { payChallenges } from './challenges.ts'
import { presentDay } from './day-name.ts'
import { meetDepth } from './take-trade.ts'
import { PAID_A_DAY, XP } from './xp.ts'

/** A trade is looked back upon once; saying it again pays nothing. */
export function tradeDebriefed(
  campaign: Campaign,
  { account, order, atMs }: EventOf<'tradeDebriefed'>,
): void {
  const book = kindOf(campaign, account)
  if (!countOnce(book, `debriefed ${order}`)) return
  book.day.acts++
  book.day.debriefed.add(order)
  book.week.debriefed.add(order)
  payChallenges(book, atMs)
}

/** An entry counts once with a lesson and once with a feeling, whenever they are added to it. */
export function journalWritten(campaign: Campaign, event: EventOf<'journalWritten'>): void {
  const { account, entry, lesson, emotions, order, atMs } = event
  const book = kindOf(campaign, account)
  if (countOnce(book, `entry ${entry} ${atMs}`)) book.day.acts++
  if (emotions.length > 0 && countOnce(book, `feeling ${entry}`)) book.day.feelings++
  if (lesson !== '' && countOnce(book, `lesson ${entry}`)) {
    book.day.lessons++
    book.week.lessons++
    const earned = { key: `journal:${entry}`, reason: 'JOURNAL', xp: XP.JOURNAL, atMs, ...(order && { order }) } as const // prettier-ignore
    awardOfDay(book, earned, presentDay(book.day.dayMs), PAID_A_DAY)
  }
  payChallenges(book, atMs)
}

export function lessonAnswered(campaign: Campaign, event: EventOf<'lessonAnswered'>): void {
  const { account, lesson, right, atMs } = event
  const book = kindOf(campaign, account)
  if (!countOnce(book, `answer ${lesson} ${atMs} ${right}`)) return
  book.day.acts++
  if (right) {
    book.day.answers++
    award(book, { key: `lesson:${lesson}`, reason: 'LESSON', xp: XP.LESSON, atMs })
  }
  payChallenges(book, atMs)
}

export function excursionMeasured(campaign: Campaign, event: EventOf<'excursionMeasured'>): void {
  const { account, order, maeR, atMs } = event
  const book = kindOf(campaign, account)
  meetDepth(book, order, maeR)
  awardBadges(campaign, book, atMs)
}

/** Recruits are of the install, so they count for every kind of account that is traded on it. */
export function recruitsChanged(campaign: Campaign, atMs: EpochMs): void {
  for (const book of campaign.kinds.values()) awardBadges(campaign, book, atMs)
}
