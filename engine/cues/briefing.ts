import type { Mission } from '../contracts/mission.ts'
import type { AccountKind } from '../contracts/primitives.ts'
import { textFromPoints } from '../domain/market/price.ts'

/** Whose money it is, before anything else is said. */
export const MARKS: Readonly<Record<AccountKind, string>> = {
  simulated: 'TRAINING',
  demo: 'DEMO',
  contest: 'CONTEST',
  live: 'LIVE',
}

export const sideOf = ({ side }: Pick<Mission, 'side'>): string => (side === 'buy' ? 'long' : 'short')

/** A mission in two lines: whose money, what, which way, and what a trader needs to decide to look. */
export function briefingOf(mission: Mission): Readonly<{ title: string; body: string }> {
  const price = (points: number) => textFromPoints(points, mission.digits)
  const drill = mission.drill ? ' Uncalibrated drill.' : ''
  return {
    title: `${MARKS[mission.kind]}: ${mission.pair} ${sideOf(mission)}, ${mission.setup}`,
    body: `Entry ${price(mission.entry)}, stop ${price(mission.stop)}, target ${price(mission.target)}, ${mission.rewardRatio.toFixed(2)} : 1.${drill}`,
  }
}
