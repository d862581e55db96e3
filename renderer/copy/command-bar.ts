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
  pauseMeaning: 'No new shots. Orders that wait are taken back. Open trades keep their stops and targets.',
  resume: 'Resume',
  paused: 'Paused: nothing new is fired',
  cancel: 'Cancel',
  cancelMeaning:
    'Declines every pending mission, takes back orders that wait and fires nothing new until resume. Open trades stay.',
  flatten: 'Flatten',
  flattenHold:
    'Closes every position of ours at market. Hold the button, or hold F anywhere outside a text field, for 0.9 seconds; letting go does nothing.',
  flattenKey: 'f',
  flattening: 'Flatten: keep holding',
  flattenRelease: 'Every position of ours is closed at market. Let go of F to keep them.',
} as const
