import { zScore } from '../../market/indicators.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import { TIMEFRAME_MS } from '../../market/timeframe.ts'
import { PLANS } from '../plan.ts'
import type { Proposal, Setup } from '../setup.ts'
import { stopDistance } from '../stop-distance.ts'

const BARS = 36
const STRETCHED = 2.2
const PLAN = PLANS.RAPID

/**
 * S3 of venom-study §5: the first M5 close more than 2.2 standard deviations from its three-hour mean is faded.
 * Measured there in 2019 on six majors: +0.024 R before cost, −0.089 R after (n 4,746). It finds candidates; it has no
 * edge of its own, which is why the value gate refuses it outside training.
 */
export const zFade: Setup = {
  name: 'Z5-FADE',
  plan: PLAN,
  timeframe: 'M5',
  use: 'candidate',
  evidence: 'Six majors in 2019: +0.024 R before cost, −0.089 R after it (n 4,746).',
  propose(market, closeMs): Proposal | null {
    const bars = market.bars.series.M5
    const z = zScore(bars, BARS)
    const before = zScore(bars, BARS, 1)
    if (z === null || before === null || Math.abs(z) <= STRETCHED || Math.abs(before) > STRETCHED) return null
    if (bars.openMs(0) - bars.openMs(BARS) > 2 * BARS * TIMEFRAME_MS.M5) return null
    const stopPoints = stopDistance(market, closeMs, PLAN.stopSigmas)
    if (stopPoints === null) return null
    const side = z > 0 ? 'sell' : 'buy'
    return {
      side,
      stopPoints,
      rewardRatio: PLAN.rewardRatio,
      timeExitMs: closeMs + PLAN.timeExitMinutes * MINUTE_MS,
      invalidBeyond: bars.close(0) + Math.round(side === 'buy' ? -stopPoints / 2 : stopPoints / 2),
      structure: [],
      invalidation: `an M5 close more than half the stop beyond the entry`,
      figures: [
        { name: 'stretch, standard deviations', value: z },
        { name: 'stretch one bar before', value: before },
        { name: 'stop, points', value: stopPoints },
      ],
    }
  },
}
