import type { GuardName } from '../../contracts/vocabulary.ts'

/** As they stand in the middle of a sentence. */
export const guardWords: Readonly<Record<GuardName, string>> = {
  TILT_WARNING: 'tilt warning',
  TILT_LOCKOUT: 'tilt lockout',
  MEDIC: 'medic',
  DAILY_STOP: 'daily stop',
  DRAWDOWN_STOP: 'drawdown stop',
  NEWS_LOCK: 'news lock',
  WEEKEND_LOCK: 'week-end lock',
  LINK_DOWN: 'link down',
  RECONCILING: 'reconciling',
  PAUSED: 'paused',
  HALTED: 'halted',
}
