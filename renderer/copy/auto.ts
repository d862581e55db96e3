import type { Quality } from '../../engine/contracts/vocabulary.ts'
import { qualityWords } from './words.ts'

export const autoCopy = {
  region: 'What AUTO may do',
  name: 'Auto',
  atWork: 'At work',
  waits: 'Waits',
  off: 'Off',
  done: (shots: number, limit: number) => `${shots} of ${limit} shots today`,
  slots: (slots: number) => (slots === 1 ? '1 trade at a time' : `${slots} trades at a time`),
  title: 'Switch AUTO on?',
  keep: (selector: string) => `Stay on ${selector}`,
  meaning:
    'AUTO fires by itself, through the same gate as your own shots: whatever denies yours denies its. It stays on until you turn the selector, over a restart too; a new version of BITTEN starts without it. These are its bounds, from the settings.',
  several: (name: string) =>
    `It fires on every linked account, within the bounds of each. These figures are of ${name}.`,
  shots: 'Shots today',
  shotsNote: (limit: number) => `of ${limit}`,
  slotsName: 'Open trades',
  slotsNote: 'at most, yours included',
  quality: 'Quality',
  qualityText: (quality: Quality) => qualityWords[quality],
  qualityNote: 'or better',
  shield: 'Shield',
  shieldNote: 'of 10 at least',
  risk: 'Risk of a shot',
  riskNote: (pct: string, currency: string) => `${currency}, ${pct} of balance at most`,
  riskUnknown: 'balance not known yet',
  worst: 'If all of them lose',
  worstNote: (currency: string) => `${currency} today, before slippage`,
  send: 'Switch AUTO on',
  sending: 'Switching',
} as const
