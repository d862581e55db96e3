import type { Figure } from '../../contracts/mission.ts'
import type { Regime } from '../../contracts/vocabulary.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { VOLATILITY_WARM_UP } from '../market/volatility.ts'

/** What price alone can tell. NEWS_EVENT comes from the calendar and outranks it. */
export type PriceRegime = Exclude<Regime, 'NEWS_EVENT'>

/**
 * Expected range of a random walk over a quarter hour, in its standard deviations: √(8/π) (Feller 1951, "The Asymptotic
 * Distribution of the Range"). Without it half of all quarter hours pass for a breakout: over six majors of 2018 the median
 * of ATR14(M15) ÷ sigma was 1.52 to 1.56.
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
  /** ATR14 of M15 ÷ the range expected of the next quarter hour: 1 is as usual. */
  volatilityRatio: number
  /** Efficiency ratio of 24 H1 bars. */
  efficiency: number
  /** Move over 24 H1 bars, points. */
  dayMove: number
}>

export type RegimeAnswer = Readonly<{ inputs: RegimeInputs }> | Readonly<{ missing: string }>

export function regimeInputs({ volatility, bars, readings }: SymbolMarket): RegimeAnswer {
  if (!volatility.ready) {
    return { missing: `a day of quarter hours (${volatility.count} of ${VOLATILITY_WARM_UP})` }
  }
  const { m15, h1, sigma15 } = readings
  if (Number.isNaN(m15.atr14) || Number.isNaN(h1.efficiency24)) {
    return { missing: `a day of hours (${bars.series.H1.length} of ${DAY_OF_HOURS + 1})` }
  }
  return {
    inputs: {
      volatilityRatio: m15.atr14 / (RANGE_PER_SIGMA * sigma15),
      efficiency: h1.efficiency24,
      dayMove: h1.move24,
    },
  }
}

/** With the thresholds to leave for the regime that holds, and those to enter for the others. */
export function nextRegime(
  before: PriceRegime | null,
  { volatilityRatio, efficiency, dayMove }: RegimeInputs,
): PriceRegime {
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
