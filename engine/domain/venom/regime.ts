import type { Figure } from '../../contracts/mission.ts'
import type { Regime } from '../../contracts/vocabulary.ts'
import { averageTrueRange, efficiencyRatio } from '../market/indicators.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { VOLATILITY_WARM_UP } from '../market/volatility.ts'

/**
 * Expected range of a random walk over a quarter hour, in its standard deviations: √(8/π) (Feller 1951, "The Asymptotic
 * Distribution of the Range"). Without it half of all quarter hours pass for a breakout: over six majors of 2018 the median
 * of ATR14(M15) ÷ sigma was 1.51 to 1.55, and 60 % lay above 1.5.
 */
const RANGE_PER_SIGMA = Math.sqrt(8 / Math.PI)

/**
 * Thresholds of venom-study §5 on that scale, and the lower ones at which a regime is left again, so that it does not flicker.
 * Regimes describe and filter; the study found no edge in them (§3).
 */
const ENTER = { breakout: 1.5, trend: 0.35, volatile: 1.05 } as const
const LEAVE = { breakout: 1.35, trend: 0.28, volatile: 0.98 } as const
const DAY_OF_HOURS = 24

/** What a regime is judged by, from closed bars only. */
export type RegimeInputs = Readonly<{
  /** ATR14 of M15 ÷ the range expected of this quarter hour: 1 is as usual. */
  volatilityRatio: number
  /** Efficiency ratio of 24 H1 bars. */
  efficiency: number
  /** Move over 24 H1 bars, points. */
  dayMove: number
}>

export type RegimeAnswer = Readonly<{ inputs: RegimeInputs }> | Readonly<{ missing: string }>

export function regimeInputs(market: SymbolMarket): RegimeAnswer {
  const { M15, H1 } = market.bars.series
  if (!market.volatility.ready) {
    return { missing: `a day of quarter hours (${market.volatility.count} of ${VOLATILITY_WARM_UP})` }
  }
  const range = averageTrueRange(M15, 14)
  const efficiency = efficiencyRatio(H1, DAY_OF_HOURS)
  if (range === null || efficiency === null)
    return { missing: `a day of hours (${H1.length} of ${DAY_OF_HOURS + 1})` }
  const expected = market.volatility.sigma(M15.close(0), M15.openMs(0), 15)
  return {
    inputs: {
      volatilityRatio: range / (RANGE_PER_SIGMA * expected),
      efficiency,
      dayMove: H1.close(0) - H1.close(DAY_OF_HOURS),
    },
  }
}

/** NEWS_EVENT outranks all and needs a calendar; without one it is never said. */
export function nextRegime(
  before: Regime | null,
  { volatilityRatio, efficiency, dayMove }: RegimeInputs,
): Regime {
  const trending = before === 'TRENDING_BULL' || before === 'TRENDING_BEAR'
  if (volatilityRatio > (before === 'BREAKOUT' ? LEAVE : ENTER).breakout) return 'BREAKOUT'
  if (efficiency >= (trending ? LEAVE : ENTER).trend) return dayMove >= 0 ? 'TRENDING_BULL' : 'TRENDING_BEAR'
  return volatilityRatio > (before === 'VOLATILE_RANGE' ? LEAVE : ENTER).volatile
    ? 'VOLATILE_RANGE'
    : 'CALM_RANGE'
}

export const regimeFigures = ({ volatilityRatio, efficiency, dayMove }: RegimeInputs): Figure[] => [
  { name: 'volatility against its time of day', value: volatilityRatio },
  { name: 'efficiency of the last 24 h', value: efficiency },
  { name: 'move of the last 24 h, points', value: dayMove },
]
