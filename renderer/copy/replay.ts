import type { ReplayMission, ReplayTrade } from '../../engine/contracts/replay-day.ts'
import { rText } from '../ui/format/numbers.ts'
import { clockText, dateText, dayMonthText } from '../ui/format/time.ts'
import { closeReasonWords, pairNames, sideWords } from './words.ts'

const DAY_MS = 86_400_000
const minute = (ms: number): string => clockText(ms).slice(0, 5)

export const replayCopy = {
  title: 'Replay of a day',
  of: (pair: keyof typeof pairNames, dayMs: number) => `${pairNames[pair]}, ${dateText(dayMs)}, UTC`,
  terminal: 'Terminal',
  pair: 'Pair',
  day: 'Day',
  earlier: 'The day before',
  later: 'The day after',
  loading: 'Reading the days that are kept.',
  loadingNext: 'The desk keeps the closed minutes of every pair that it has seen.',
  failedNext: 'The minutes are kept. Try again in a moment.',
  retry: 'Read again',
  nothing: 'The desk has kept no minute yet.',
  nothingNext: 'Link a terminal: its past minutes come by themselves, and any day of them can be replayed.',
  none: 'No minute of this day is kept, or its market has not come to it yet.',
  noneNext: (from: string, to: string) => `Kept: ${from} to ${to}. Week-ends have no market.`,
  noClock: 'How late it is on the training ground is not known, so nothing of its days is shown.',
  noClockNext:
    'Let it run and show it in the War Room: as soon as its time is known, the day is read by itself.',
  drawing: 'Drawing the candles.',
  drawingNext: 'Nothing plays before they are there.',

  play: 'Play',
  pause: 'Pause',
  back: '−1 min',
  step: '+1 min',
  start: 'To the beginning',
  speed: 'Minutes a second',
  speedOf: (speed: number) => `${speed} minutes a second`,
  nextMission: 'To the next mission',
  noNext: 'No further mission on this day.',
  keys: 'Space plays and pauses, ← and → go one minute.',
  now: (ms: number) => `${minute(ms)} UTC`,
  over: 'The day is over.',
  place: 'How far the day is',
  controls: 'Controls of the replay',

  log: 'What happened so far',
  quiet: 'Nothing yet.',
  quietNext: 'Missions and trades appear when their time comes, and not before.',
  cut: 'Only the newest 4,000 missions of the ledger were looked through: older ones of this day may be missing.',
  /** A trade that was held overnight began on another day. */
  when: (atMs: number, dayMs: number) =>
    atMs >= dayMs && atMs < dayMs + DAY_MS ? minute(atMs) : `${dayMonthText(atMs)} ${minute(atMs)}`,
  issued: ({ side, setup, quality, drill }: ReplayMission) =>
    `${sideWords[side]} ${setup} issued${drill ? ', a drill' : `, ${quality}`}`,
  opened: ({ side }: ReplayTrade) => `${sideWords[side]} opened`,
  closed: ({ reason, r }: ReplayTrade) => `Closed: ${closeReasonWords[reason]}, ${rText(r)}`,
  goTo: 'Go there',
  marks: { issued: 'ISSUED', opened: 'OPENED', closed: 'CLOSED' },
  described: (pair: keyof typeof pairNames, untilMs: number, bars: number) =>
    `${pairNames[pair]} in one-minute candles of the bid to ${minute(untilMs)} UTC, ${bars} of the day.`,
} as const
