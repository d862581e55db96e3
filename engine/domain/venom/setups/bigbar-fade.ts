import { pointsPerPip } from '../../market/price.ts'
import { PLANS } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { layOut } from './lay-out.ts'

const TIMES_USUAL = 4
const SMALLEST_PIPS = 2

/**
 * S4 of venom-study §5. An M1 bar with |C − O| over four times the usual height (EWMA over a span of 60 of H − L, of the bars
 * before it) and over 2 pips. Against it.
 *
 * Measured there on six majors in 2019, with a stop of one sigma240 and eight hours: +0.015 R before cost, −0.096 R after it
 * (n 2,854, 95 % −0.146 to −0.044). It finds candidates and has no edge of its own, so only the value gate can let it pass.
 */
export const bigBarFade: Setup = {
  name: 'BIGBAR-FADE',
  plan: PLANS.RAPID,
  timeframe: 'M1',
  use: 'candidate',
  evidence:
    'Six majors in 2019: +0.015 R before cost, −0.096 R after it (n 2,854, 95 % −0.146 to −0.044). Measured with a stop of 1.0 sigma, 2R and 480 min, not with this plan: a generator of candidates.',
  propose(market, closeMs) {
    const { lastBody, rangeEwma60 } = market.readings.m1
    const size = Math.abs(lastBody)
    if (!(size > TIMES_USUAL * rangeEwma60 && size > SMALLEST_PIPS * pointsPerPip(market.digits))) return null
    const { M1 } = market.bars.series
    const [open, close] = [M1.open(0), M1.close(0)]
    return layOut(market, PLANS.RAPID, closeMs, {
      side: lastBody > 0 ? 'sell' : 'buy',
      figures: [
        { name: 'body of the minute, points', value: lastBody },
        { name: 'usual height of a minute, points', value: rangeEwma60 },
      ],
      structure: [
        {
          kind: 'zone',
          label: 'big minute',
          fromMs: M1.openMs(0),
          toMs: closeMs,
          low: Math.min(open, close),
          high: Math.max(open, close),
        },
      ],
    })
  },
}
