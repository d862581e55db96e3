import type { DeskSettings } from '../../contracts/settings.ts'
import { covers, lesser, propLimits, tighterProp, type Drawdown, type PropLimits } from './prop-limits.ts'

/** What a trader has set for himself, and for the firm whose account it is. Null: no such limit. */
export type OwnLimits = Pick<DeskSettings, 'riskPct' | 'limits'> & Readonly<{ prop: PropLimits }>

/** A limit by its name in the settings. */
type Named = Readonly<{ key: string; value: number | string | boolean | null }>

export const ownLimits = ({
  riskPct,
  limits,
  prop,
}: Pick<DeskSettings, 'riskPct' | 'limits' | 'prop'>): OwnLimits => ({
  riskPct,
  limits,
  prop: propLimits(prop),
})

/** Of each the tighter. */
export const tighterOf = (one: OwnLimits, other: OwnLimits): OwnLimits => ({
  riskPct: Math.min(one.riskPct, other.riskPct),
  limits: {
    openTrades: lesser(one.limits.openTrades, other.limits.openTrades),
    shotsADay: lesser(one.limits.shotsADay, other.limits.shotsADay),
    dailyLossPct: lesser(one.limits.dailyLossPct, other.limits.dailyLossPct),
    totalRiskPct: Math.min(one.limits.totalRiskPct, other.limits.totalRiskPct),
    maxLots: lesser(one.limits.maxLots, other.limits.maxLots),
  },
  prop: tighterProp(one.prop, other.prop),
})

/** Those of `held` that `wished` would loosen. */
export function loosenedBy(wished: OwnLimits, held: OwnLimits): Named[] {
  const tighter = named(tighterOf(wished, held))
  const loosened = named(wished).flatMap((wish, at) => {
    const hold = tighter[at]
    return hold && hold.value !== wish.value ? [hold] : []
  })
  const dropped = held.prop.drawdowns.filter(each => !wished.prop.drawdowns.some(wish => covers(wish, each)))
  return [...loosened, ...dropped.map(each => ({ key: 'prop.maxDrawdown', value: drawdownText(each) }))]
}

const drawdownText = ({ by, pct, startBalanceCents }: Drawdown): string =>
  `${by} ${pct} % from ${(startBalanceCents / 100).toFixed(2)}`

/** All but the drawdowns, of which there may be several. */
const named = ({ riskPct, limits, prop }: OwnLimits): Named[] => [
  { key: 'riskPct', value: riskPct },
  { key: 'limits.openTrades', value: limits.openTrades },
  { key: 'limits.shotsADay', value: limits.shotsADay },
  { key: 'limits.dailyLossPct', value: limits.dailyLossPct },
  { key: 'limits.totalRiskPct', value: limits.totalRiskPct },
  { key: 'limits.maxLots', value: limits.maxLots },
  { key: 'prop.dailyLossPct', value: prop.dailyLossPct },
  { key: 'prop.newsMinutes', value: prop.newsMinutes },
  { key: 'prop.flatByWeekend', value: prop.flatByWeekend },
]
