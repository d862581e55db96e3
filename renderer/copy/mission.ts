import type { Mission } from '../../engine/contracts/mission.ts'
import type { MissionView } from '../../engine/contracts/views.ts'
import type { MissionState, OrderState } from '../../engine/contracts/vocabulary.ts'
import { missionStateWords, pairNames, sideVerbs } from './words.ts'

export const missionCopy = {
  title: 'Mission',
  queue: 'Missions',
  empty: 'No mission now. The desk is watching.',
  emptyNext:
    'A mission comes when a setup is worth its cost. What was refused, and why, is under “Why no mission”.',
  emptyUnlinked: 'No mission: no terminal is linked.',
  emptyUnlinkedNext: 'See the link strip at the bottom for what to do.',
  drill: 'Uncalibrated drill',
  drillMeaning: 'Issued in training without the value and calendar gates: practice, not advice.',
  entry: 'Entry',
  stop: 'Stop',
  target: 'Target',
  risk: 'Risk',
  reward: 'Reward',
  points: (points: number) => `${points} points`,
  ratio: 'Reward : risk',
  confidence: 'Confidence',
  /** A model of real prices has seen nothing of a simulated market. */
  sample: (n: number, isCalibrated: boolean, kind: Mission['kind']) =>
    `${isCalibrated && kind !== 'simulated' ? 'Calibrated' : 'Uncalibrated'} · n ${n.toLocaleString('en-US')}`,
  expected: 'Expected value',
  cost: (r: string) => `after ${r} R cost`,
  spread: 'Spread',
  drift: 'Drift',
  pips: 'pips',
  pointsUnit: 'points',
  invalidation: 'Cancelled when',
  figures: 'Figures behind it',
  regime: 'Regime',
  noRegime: 'none yet',
  bar: 'Made by the bar closed at',
  confidenceSource: 'Confidence from',
  sniper: 'Sniper ops',
  sniperMeaning: 'In the best tenth of the expected values assessed so far.',
  evidence: 'Evidence',
  warning: 'Mind',
  timeExit: 'Closed after at most',
  barLength: (minutes: number) => `M${minutes} bar closed at`,
} as const

export const shieldCopy = {
  title: 'Shield',
  of: 'of 10',
  size: (factor: number) => (factor === 1 ? 'the whole risk' : `${Math.round(factor * 100)} % of the risk`),
  unmeasured: 'Never measured: a quarter of the risk.',
  sum: 'Together',
  counts: 'counts nothing',
  columns: { part: 'Part', points: 'Points', why: 'What was measured' },
} as const

export const timerCopy = {
  title: 'Timer',
  minutes: (minutes: number) => `${Math.round(minutes)} min`,
  weight: (share: number) => `${Math.round(share * 100)} % of`,
  columns: { share: 'Share', weight: 'Weight', factor: 'Factor', why: 'Why' },
} as const

export const shotCopy = {
  title: 'This shot',
  lots: 'lots',
  risks: 'risks',
  pays: 'pays',
  denied: 'This shot would be denied',
} as const

export const triggerCopy = {
  fire: 'Fire',
  hold: 'Hold to fire',
  holding: 'Keep holding',
  answering: 'Sending',
  blocked: 'No shot',
  left: 'left',
  help: 'Hold the button, Space or Enter for 0.9 seconds. Letting go cancels. In training, time runs at 1× while you hold.',
  released: 'Released. Nothing was fired.',
  aim: ({ mission, shot }: MissionView, risk: string) =>
    `: ${sideVerbs[mission.side].toLowerCase()} ${pairNames[mission.pair]}` +
    (shot === null ? '' : `, ${shot.lots} lots, risk ${risk}`),
} as const

export const waitCopy = {
  region: 'Or wait for the entry',
  at: (price: string) => `Wait at ${price}`,
  hold: 'A limit order at the mission’s entry, which waits at the broker until the mission ends. Hold for 0.9 seconds, with Space or Enter too. Letting go cancels.',
  /** Study §2, entries by a passive limit. */
  honest:
    'Its probability is that of an entry at once. Where it was measured, waiting changed the result by −0.05 to +0.03 R, mostly for the worse.',
  sameReasons: 'No order can wait now, for the same reasons.',
  answering: 'Sending',
  released: 'Nothing placed.',
  placing: 'On its way',
  placed: 'Waiting',
  placedAt: (price: string) => `at ${price}`,
} as const

/** What became of a mission that was decided. An order that waits has not been fired. */
export const outcomeWord = (state: MissionState, orderState: OrderState | null): string =>
  orderState === 'waiting' ? waitCopy.placed : missionStateWords[state]

export const declineCopy = {
  open: 'Decline',
  title: 'Why do you decline?',
  reasons: ['Against my read', 'Price has run away', 'Spread too wide', 'News ahead', 'Enough risk open'],
  other: 'Another reason',
  send: 'Decline',
  keep: 'Keep it',
} as const

/** A figure's value with three significant digits at most, whole numbers as they are. */
export function figureText(figure: Mission['figures'][number]): string {
  return Number.isInteger(figure.value) ? String(figure.value) : String(Number(figure.value.toPrecision(3)))
}
