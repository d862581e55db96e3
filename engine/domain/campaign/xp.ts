import type { ClosedTrade } from '../../contracts/mission.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { limitsFor } from '../fire/ranks.ts'

/** XP for discipline, not for volume or luck. Badges name their own: badges.ts. */
export const XP = {
  PLAN_KEPT: 40,
  JOURNAL: 15,
  LESSON: 20,
  DAY_KEPT: 50,
  WEEK_KEPT: 150,
  DAILY_CHALLENGE: 10,
  WEEKLY_CHALLENGE: 50,
  STOOD_DOWN: 20,
  RULE_BROKEN: -25,
} as const

/** So many planned exits of a day are paid, and so many lessons written: no day pays for trading more. */
export const PAID_A_DAY = 3

const RESULT = { perR: 10, worst: -10, best: 30 } as const
/** What is done with simulated money pays a tenth. */
const SIMULATED_SHARE = 0.1

/** XP of this kind of account, whole; never a negative nothing. */
export const shareOf = (kind: AccountKind, xp: number): number =>
  Math.round(xp * (kind === 'simulated' ? SIMULATED_SHARE : 1)) || 0

/** Of a trade's result, before the share of its kind. */
export const resultXp = ({ r }: Pick<ClosedTrade, 'r'>): number =>
  Math.min(RESULT.best, Math.max(RESULT.worst, RESULT.perR * r))

type End = Pick<ClosedTrade, 'reason' | 'side' | 'open' | 'close' | 'stop' | 'target'>

/**
 * Its own time exit closed it, or a stop or target that was left to work: at half of its planned distance or more, or a stop that had
 * been brought past the entry. One that was pulled to the price is a close by hand under another name.
 */
export function isByPlan({ reason, side, open, close, stop, target }: End): boolean {
  const gained = side === 'buy' ? close - open : open - close
  switch (reason) {
    case 'time':
      return true
    case 'target':
      return gained >= Math.abs(target - open) / 2
    case 'stop':
      return gained >= 0 || -gained >= Math.abs(stop - open) / 2
    default:
      return false
  }
}

/** A rank is never lost: XP stops falling where the rank begins that was reached. */
export const addXp = (before: number, xp: number): number => Math.max(limitsFor(before).xp, before + xp)
