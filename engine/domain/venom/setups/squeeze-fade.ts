import { minuteOfNewYork } from '../../market/session-clock.ts'
import { PLANS } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { layOut } from './lay-out.ts'
import { squeezeBreak, squeezeSeen } from './squeeze.ts'

const NARROWEST = 0.2
/** London's morning on New York's clock, [from, to). */
const FROM_MINUTE = 2 * 60
const TO_MINUTE = 8 * 60

/**
 * S1 of venom-study §5 (its P1). M15, w = std20(C) ÷ C: the bar before stood below the 20th percentile of w among the last
 * 500 (200 at least), and this one closes above every high, or below every low, of the 20 bars before it; between 02:00 and
 * 08:00 New York, not on Friday from 15:00. Against the break.
 *
 * Measured there with this plan on six majors: 2019 +0.150 R before cost, +0.054 R after it (n 867, 95 % −0.025 to +0.134);
 * 2010–2018 +0.064 and +0.012 R (n 1,820); all together +0.025 R after cost (n 2,690, −0.026 to +0.078), −0.010 at 1.5× the cost.
 * The only candidate that is not negative after cost, and not proven.
 */
export const squeezeFade: Setup = {
  name: 'SQZ-FADE',
  plan: PLANS.TIMED,
  timeframe: 'M15',
  use: 'trade',
  evidence:
    'Six majors in 2019: +0.150 R before cost, +0.054 R after it (n 867, 95 % −0.025 to +0.134); with 2010–2018 +0.025 R after cost (n 2,690, −0.026 to +0.078): not proven.',
  propose(market, closeMs) {
    const { M15 } = market.bars.series
    const { m15 } = market.readings
    const broken = squeezeBreak(m15, M15.close(0), NARROWEST)
    if (broken === 0) return null
    const minute = minuteOfNewYork(closeMs)
    if (minute < FROM_MINUTE || minute >= TO_MINUTE) return null
    const side = broken > 0 ? 'sell' : 'buy'
    return layOut(market, PLANS.TIMED, closeMs, { side, ...squeezeSeen(m15, M15, closeMs) })
  },
}
