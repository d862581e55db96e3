import type { SitrepFacts } from '../../contracts/card.ts'
import type { Report } from '../../contracts/reports.ts'
import type { CallSign } from '../../contracts/squad.ts'
import { wilson } from '../statistics/wilson.ts'
import { rounded } from './rounded.ts'

/** What a SITREP's picture tells of a week that is over; null while it still runs. */
export function sitrepFacts(
  { account, fromMs, untilMs, facts }: Report,
  callSign: CallSign | null,
): SitrepFacts | null {
  if (untilMs === null) return null
  const { trades, won, r, best, worst, netCents, debriefs, kept } = facts
  return {
    card: 'sitrep',
    account,
    ...(callSign !== null && { callSign }),
    ...(fromMs !== null && { fromMs }),
    toMs: untilMs,
    trades,
    wins: won,
    ...(trades > 0 && { ...interval(won, trades), sumR: rounded(r, 2), netCents }),
    ...(best !== null && { bestR: rounded(best.r, 2) }),
    ...(worst !== null && { worstR: rounded(worst.r, 2) }),
    debriefed: debriefs,
    planKept: kept,
  }
}

function interval(wins: number, trades: number) {
  const { low, high } = wilson(wins, trades)
  return { winRateLow: rounded(low, 3), winRateHigh: rounded(high, 3) }
}
