import type { DeskSettings } from '../../contracts/settings.ts'

/** What a trader has set for himself. Null: no limit of his own. */
export type OwnLimits = Pick<DeskSettings, 'riskPct' | 'limits'>

/** A limit by its name in the settings. */
type Named = Readonly<{ key: string; value: number | null }>

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
})

const lesser = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** Those of `held` that `wished` would loosen. */
export function loosenedBy(wished: OwnLimits, held: OwnLimits): Named[] {
  const tighter = named(tighterOf(wished, held))
  return named(wished).flatMap((wish, at) => {
    const hold = tighter[at]
    return hold && hold.value !== wish.value ? [hold] : []
  })
}

const named = ({ riskPct, limits }: OwnLimits): Named[] => [
  { key: 'riskPct', value: riskPct },
  { key: 'limits.openTrades', value: limits.openTrades },
  { key: 'limits.shotsADay', value: limits.shotsADay },
  { key: 'limits.dailyLossPct', value: limits.dailyLossPct },
  { key: 'limits.totalRiskPct', value: limits.totalRiskPct },
  { key: 'limits.maxLots', value: limits.maxLots },
]
