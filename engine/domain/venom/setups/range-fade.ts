import { londonMinutes } from '../../market/entry-hours.ts'
import { PLANS } from '../plan.ts'
import type { SessionRange } from '../readings/london-day.ts'
import type { Setup } from '../setup.ts'
import { layOut } from './lay-out.ts'

/** On London's clock. */
const BEFORE_MINUTE = 11 * 60
const ENOUGH_BARS = 0.6

/**
 * S2 of venom-study §5. The range of London's 00:00–07:00 (Asia) or 07:00–08:00 (opening), with at least 60 % of its minutes
 * there: the first M5 close outside it, before 11:00 London. Against the break, once a day for each range; a close that
 * breaks both at once is one trade.
 *
 * Measured there with this plan on six majors in 2019: opening range +0.074 R before cost, −0.025 R after it (n 1,521, 95 %
 * −0.087 to +0.039); Asian range +0.039 and −0.048 R (n 1,277, −0.116 to +0.018).
 */
export const rangeFade: Setup = {
  name: 'RANGE-FADE',
  plan: PLANS.TIMED,
  timeframe: 'M5',
  use: 'candidate',
  evidence:
    'Six majors in 2019: opening range +0.074 R before cost, −0.025 R after it (n 1,521, 95 % −0.087 to +0.039); Asian range +0.039 and −0.048 R (n 1,277, −0.116 to +0.018).',
  propose(market, closeMs) {
    const { asianRange, openingRange } = market.readings
    const asian = isBrokenNow(asianRange, closeMs)
    const opening = isBrokenNow(openingRange, closeMs)
    if (!asian && !opening) return null
    if (londonMinutes(closeMs) >= BEFORE_MINUTE) return null
    const close = market.bars.series.M5.close(0)
    const broken = [
      ...(asian ? [named('Asian range', asianRange)] : []),
      ...(opening ? [named('opening range', openingRange)] : []),
    ]
    return layOut(market, PLANS.TIMED, closeMs, {
      side: close > (asian ? asianRange : openingRange).high ? 'sell' : 'buy',
      figures: broken.flatMap(({ label, range }) => [
        { name: `high of the ${label}, points`, value: range.high },
        { name: `low of the ${label}, points`, value: range.low },
        { name: `minutes of the ${label}, of ${range.expected}`, value: range.bars },
      ]),
      structure: broken.map(({ label, range: { fromMs, high, low } }) => ({
        kind: 'zone',
        label,
        fromMs,
        toMs: closeMs,
        low,
        high,
      })),
    })
  },
}

const named = (label: string, range: SessionRange) => ({ label, range })

const isBrokenNow = (range: SessionRange, closeMs: number): boolean =>
  range.brokenMs === closeMs && range.bars >= ENOUGH_BARS * range.expected
