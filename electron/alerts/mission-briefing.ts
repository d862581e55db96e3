import type { Mission } from '../../engine/contracts/mission.ts'

export type Briefing = Readonly<{ title: string; body: string }>

/** A mission in two lines: whether it is training, what, which way, and what a trader needs to decide to look. */
export function briefingOf(mission: Mission): Briefing {
  const price = (points: number) => (points / 10 ** mission.digits).toFixed(mission.digits)
  const side = mission.side === 'buy' ? 'long' : 'short'
  const mark = mission.kind === 'simulated' ? 'TRAINING: ' : ''
  const drill = mission.drill ? ' Uncalibrated drill.' : ''
  return {
    title: `${mark}${mission.pair} ${side}, ${mission.setup}`,
    body: `Entry ${price(mission.entry)}, stop ${price(mission.stop)}, target ${price(mission.target)}, ${mission.rewardRatio.toFixed(2)} : 1.${drill}`,
  }
}
