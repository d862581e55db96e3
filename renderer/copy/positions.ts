import type { PositionView } from '../../engine/contracts/views.ts'
import { sideWords } from './words.ts'

export const positionsCopy = {
  title: 'Open trades',
  empty: 'Nothing is open.',
  emptyNext: 'Fire a mission, and its trade is followed here with its stop and its target.',
  external: 'Not ours',
  externalMeaning: 'Opened outside this app. It is counted and never touched.',
  noRisk: 'R unknown',
  noPrice: 'no price',
  noStop: 'No stop',
  stop: 'Stop',
  noTarget: 'no target',
  target: 'Target',
  progress: (share: string) => `${share} of the way from stop to target`,
  close: 'Close',
  closeNow: 'Close at market',
  keep: 'Keep',
  closing: 'Closing',
  name: (position: PositionView) => `Close ${sideWords[position.side]} ${position.symbol}`,
} as const

export const ordersCopy = {
  title: 'Orders in flight',
  sinceTitle: (time: string) => `Since ${time} UTC`,
} as const
