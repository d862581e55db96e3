import { PLANS } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { layOut } from './lay-out.ts'
import { squeezeBreak, squeezeSeen } from './squeeze.ts'

const NARROWEST = 0.1

/**
 * S6 of venom-study §5. H1 as S1 has it on M15, with the bar before below the 10th percentile of width, at all hours of entry.
 * With the break: the opposite side of S1.
 *
 * Measured there with this plan on six majors: 2010–2018 +0.127 R before cost, +0.041 R after it (n 945), and in 2019 +0.102 and
 * −0.026 R (n 386, 95 % −0.184 to +0.124). Watched, not believed.
 */
export const hourSqueezeContinuation: Setup = {
  name: 'H1-SQZ-CONT',
  plan: PLANS.PRECISION,
  timeframe: 'H1',
  use: 'watch',
  evidence:
    'Six majors in 2019: +0.102 R before cost, −0.026 R after it (n 386, 95 % −0.184 to +0.124); +0.041 R after cost where it was found (2010–2018, n 945).',
  propose(market, closeMs) {
    const { H1 } = market.bars.series
    const { h1 } = market.readings
    const broken = squeezeBreak(h1, H1.close(0), NARROWEST)
    if (broken === 0) return null
    const side = broken > 0 ? 'buy' : 'sell'
    return layOut(market, PLANS.PRECISION, closeMs, { side, ...squeezeSeen(h1, H1, closeMs) })
  },
}
