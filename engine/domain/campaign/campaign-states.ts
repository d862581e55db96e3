/** What the campaign shows of itself, for windows and programs. */
import { BadgeName } from '../../contracts/badges.ts'
import type { CampaignAnswer, ChallengesNow, Streak } from '../../contracts/campaign.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { limitsAfter, limitsFor, RANKS } from '../fire/ranks.ts'
import { DAY_MS, WEEK_MS } from '../market/civil.ts'
import { isMarketOpen, tradingDayMs } from '../market/session-clock.ts'
import { badgeStates } from './badges.ts'
import { newCampaign, kindOf, type Campaign, type KindBook } from './campaign-book.ts'
import { challengesNow } from './challenges.ts'
import { dayName, weekOf } from './day-name.ts'

/** Weeks of the streak's calendar, the present one with them. */
const WEEKS = 12
/** Into a trading day, so that a clock change between two of them makes no difference. */
const NOON_MS = DAY_MS / 2

/** Of a kind that was never traded: nothing, and what there is to do. Asking makes no book. */
const bookOf = ({ kinds }: Campaign, account: AccountKind): KindBook =>
  kinds.get(account) ?? kindOf(newCampaign(), account)

export function inShort(campaign: Campaign, account: AccountKind) {
  const book = bookOf(campaign, account)
  return {
    badges: { earned: book.badges.size, of: BadgeName.options.length },
    streak: streakOf(book),
    challenges: nowOf(book),
  }
}

/** All of it but XP and awards, which are what the ledger has told. */
export function statesOf(
  campaign: Campaign,
  account: AccountKind,
  xp: number,
): Omit<CampaignAnswer, 'awards'> {
  const book = bookOf(campaign, account)
  const { rank, xp: rankXp } = limitsFor(xp)
  const next = limitsAfter(rank)
  return {
    account,
    xp,
    rank,
    rankXp,
    nextRank: next?.rank ?? null,
    nextRankXp: next?.xp ?? null,
    ranks: RANKS,
    badges: badgeStates(campaign, book),
    streak: { ...streakOf(book), calendar: calendarOf(book) },
    challenges: nowOf(book),
  }
}

const streakOf = ({ streak: { days, best } }: KindBook): Streak => ({ days, best })

const nowOf = (book: KindBook): ChallengesNow => ({
  day: book.day.dayMs === 0 ? null : dayName(book.day.dayMs),
  ...challengesNow(book),
})

/** Whole weeks of trading days, oldest first, to the end of the present one; empty before a day was told. */
function calendarOf({ day, calendar }: KindBook): CampaignAnswer['streak']['calendar'] {
  if (day.dayMs === 0) return []
  const days: CampaignAnswer['streak']['calendar'][number][] = []
  for (let week = WEEKS - 1; week >= 0; week--) {
    const mondayMs = weekOf(tradingDayMs(weekOf(day.dayMs) + NOON_MS - week * WEEK_MS))
    for (let weekday = 0; weekday < 5; weekday++) {
      const dayMs = tradingDayMs(mondayMs + weekday * DAY_MS + NOON_MS)
      if (!isMarketOpen(dayMs)) continue
      const name = dayName(dayMs)
      days.push({ day: name, is: calendar.get(name) ?? null })
    }
  }
  return days
}
