import type { Side } from '../../../contracts/primitives.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import { isEntryTime } from '../../market/entry-hours.ts'
import type { SymbolMarket } from '../../market/symbol-market.ts'
import type { Plan } from '../plan.ts'
import type { Proposal } from '../setup.ts'
import { stopDistance } from '../stop-distance.ts'

/** Of the stop, beyond the close that made the signal: by then the price has gone half the way to the stop untraded. */
const INVALID_SHARE = 0.5

/** What only the setup itself knows of its trade. */
type Seen = Readonly<{ side: Side } & Pick<Proposal, 'figures' | 'structure'>>

/**
 * Lays a trade out by its plan, from the close that made the signal. Null outside the hours of entry, and while the
 * volatility that stops are measured in is not known.
 */
export function layOut(
  market: SymbolMarket,
  plan: Plan,
  closeMs: number,
  { side, figures, structure }: Seen,
): Proposal | null {
  if (!isEntryTime(closeMs)) return null
  const stopPoints = stopDistance(market, plan.stopSigmas)
  if (stopPoints === null) return null
  const losing = side === 'buy' ? -1 : 1
  const beyond = Math.round(stopPoints * INVALID_SHARE)
  return {
    side,
    stopPoints,
    rewardRatio: plan.rewardRatio,
    timeExitMs: closeMs + plan.timeExitMinutes * MINUTE_MS,
    invalidation: `an M5 close half the stop beyond the close that made the signal`,
    invalidBeyond: market.bars.series.M1.close(0) + losing * beyond,
    figures: [
      ...figures,
      { name: 'volatility expected of four hours, points', value: market.readings.sigma240 },
      { name: 'stop, points', value: stopPoints },
    ],
    structure,
  }
}
