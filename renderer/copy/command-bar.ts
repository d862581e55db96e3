import type { Rank } from '../../engine/contracts/vocabulary.ts'
import { rankWords } from './words.ts'

export const identityCopy = {
  region: 'Identity',
  badge: (rank: Rank) => `Rank badge: ${rankWords[rank].name}`,
  xp: (xp: string) => `${xp} XP`,
  next: (missing: string, rank: Rank) => `${missing} XP to ${rankWords[rank].name}`,
  top: 'Highest rank',
  practice: 'practice XP',
} as const

export const accountCopy = {
  region: 'Account',
  none: 'No account yet.',
  noneNext: 'It comes with the terminal’s first report.',
  balance: 'Balance',
  equity: 'Equity',
  freeMargin: 'Free margin',
  openRisk: 'Risk open',
  leverage: (leverage: number) => `Leverage 1:${leverage}`,
} as const

export const metersCopy = {
  region: 'Limits of the day',
  shots: 'Shots today',
  open: 'Open trades',
  loss: 'Loss today',
  lossUnknown: 'no limit until the balance is known',
  of: (value: string, limit: string) => `${value} of ${limit}`,
} as const

export const fireControlCopy = {
  region: 'Fire control',
  selector: 'Selector',
  pause: 'Pause',
  pauseMeaning: 'No new shots. Open trades keep their stops and targets.',
  resume: 'Resume',
  paused: 'Paused: nothing new is fired',
  flatten: 'Flatten',
  flattenHold: 'Hold to close every position of ours at market.',
} as const
