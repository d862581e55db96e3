import { HOUR_MS } from '../../market/civil.ts'
import { londonMinutes } from '../../market/entry-hours.ts'
import { PLANS } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { layOut } from './lay-out.ts'

/** 13:15 on London's clock. */
const AT_MINUTE = 13 * 60 + 15
const OVER = 60
const ATR_SHARE = 0.5

/**
 * S5 of venom-study §5. At 13:15 London: the price has moved more than half an ATR14 of H1 in the last 60 minutes. With the
 * move.
 *
 * Measured there with this plan on six majors: 2010–2018 +0.160 R before cost, +0.097 R after it (n 1,470), and in 2019 +0.040 and
 * −0.056 R (n 616, 95 % −0.200 to +0.097). What was found did not come again: watched, not believed.
 */
export const middayContinuation: Setup = {
  name: 'MIDDAY-CONT',
  plan: PLANS.PRECISION,
  timeframe: 'M15',
  use: 'watch',
  evidence:
    'Six majors in 2019: +0.040 R before cost, −0.056 R after it (n 616, 95 % −0.200 to +0.097); +0.097 R after cost where it was found (2010–2018, n 1,470).',
  propose(market, closeMs) {
    if (londonMinutes(closeMs) !== AT_MINUTE) return null
    const move = market.readings.ret(OVER)
    const { atr14 } = market.readings.h1
    if (!(Math.abs(move) > ATR_SHARE * atr14)) return null
    const close = market.bars.series.M15.close(0)
    return layOut(market, PLANS.PRECISION, closeMs, {
      side: move > 0 ? 'buy' : 'sell',
      figures: [
        { name: 'move of 60 minutes, points', value: move },
        { name: 'ATR14 of H1, points', value: atr14 },
      ],
      structure: [
        {
          kind: 'zone',
          label: 'move of the last hour',
          fromMs: closeMs - HOUR_MS,
          toMs: closeMs,
          low: Math.min(close, close - move),
          high: Math.max(close, close - move),
        },
      ],
    })
  },
}
