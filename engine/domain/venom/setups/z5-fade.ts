import { PLANS } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { layOut } from './lay-out.ts'

const BARS = 36
const STRETCHED = 2.2

/**
 * S3 of venom-study §5. M5, z = (C − mean36) ÷ std36: the close at which |z| first exceeds 2.2 (one bar before it did not).
 * Towards the mean.
 *
 * Measured there on six majors in 2019, with a stop of one sigma240 and eight hours: +0.024 R before cost, −0.089 R after it
 * (n 4,746, 95 % −0.122 to −0.056). It finds candidates and has no edge of its own, so only the value gate can let it pass.
 */
export const zFade: Setup = {
  name: 'Z5-FADE',
  plan: PLANS.RAPID,
  timeframe: 'M5',
  use: 'candidate',
  evidence:
    'Six majors in 2019: +0.024 R before cost, −0.089 R after it (n 4,746, 95 % −0.122 to −0.056). Measured with a stop of 1.0 sigma, 2R and 480 min, not with this plan: a generator of candidates.',
  propose(market, closeMs) {
    const { z36, z36Before, mean36 } = market.readings.m5
    if (!(Math.abs(z36) > STRETCHED && Math.abs(z36Before) <= STRETCHED)) return null
    const { M5 } = market.bars.series
    return layOut(market, PLANS.RAPID, closeMs, {
      side: z36 > 0 ? 'sell' : 'buy',
      figures: [
        { name: 'stretch, standard deviations', value: z36 },
        { name: 'stretch one bar before', value: z36Before },
      ],
      structure: [
        {
          kind: 'level',
          label: 'mean of three hours',
          fromMs: M5.openMs(BARS - 1),
          toMs: closeMs,
          low: mean36,
          high: mean36,
        },
      ],
    })
  },
}
