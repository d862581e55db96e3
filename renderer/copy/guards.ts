import type { GuardName } from '../../engine/contracts/vocabulary.ts'

export const guardsCopy = {
  region: 'What holds fire',
  none: 'Nothing holds fire.',
  unknown: 'Not known now. Nothing held fire when it was last heard.',
  blocks: 'Holds every new shot',
  warns: 'Shots are warned of or made smaller',
  left: 'left',
  leftTitle: 'Market time until it ends by itself',
  spoken: (names: readonly string[]) => `Fire is held by ${names.join(', ')}.`,
} as const

export const guardWords: Readonly<Record<GuardName, string>> = {
  TILT_WARNING: 'Tilt warning',
  TILT_LOCKOUT: 'Tilt lockout',
  MEDIC: 'Medic',
  DAILY_STOP: 'Daily stop',
  DRAWDOWN_STOP: 'Drawdown stop',
  NEWS_LOCK: 'News lock',
  WEEKEND_LOCK: 'Week-end lock',
  LINK_DOWN: 'Link down',
  RECONCILING: 'Reconciling',
  PAUSED: 'Paused',
  HALTED: 'Halted',
}
