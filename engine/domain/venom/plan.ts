import type { PlanName } from '../../contracts/model.ts'
import type { SignalType } from '../../contracts/vocabulary.ts'

/** How a trade is laid out. The stop is `stopSigmas` of the volatility expected of the next four hours, 6 pips at least. */
export type Plan = Readonly<{
  name: PlanName
  signal: SignalType
  stopSigmas: number
  rewardRatio: number
  timeExitMinutes: number
}>

/** The three geometries that venom-study §3 and §4 measured: rap, pre and w2. */
export const PLANS: Readonly<Record<PlanName, Plan>> = {
  RAPID: { name: 'RAPID', signal: 'RAPID_ASSAULT', stopSigmas: 0.75, rewardRatio: 2, timeExitMinutes: 1_440 },
  PRECISION: {
    name: 'PRECISION',
    signal: 'PRECISION_STRIKE',
    stopSigmas: 0.75,
    rewardRatio: 3,
    timeExitMinutes: 2_160,
  },
  TIMED: { name: 'TIMED', signal: 'RAPID_ASSAULT', stopSigmas: 1, rewardRatio: 2, timeExitMinutes: 480 },
}
