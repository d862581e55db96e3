import type { RankLimits } from '../../contracts/campaign.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { DeskSettings } from '../../contracts/settings.ts'
import { limitsFor, TOP_RANK } from './ranks.ts'

/** Of everything open on an account together, percent of the balance. */
const TOTAL_RISK_PCT = 6

/** What holds on an account: of the rank's limits and the trader's own always the tighter. */
export type Limits = Omit<RankLimits, 'xp'> &
  Readonly<{
    totalRiskPct: number
    /** Of one order; null: the trader has set none. */
    maxLots: number | null
  }>

export const isRealMoney = (kind: AccountKind): boolean => kind === 'live' || kind === 'contest'

/** On simulated and demo accounts the trader may try out what the top rank allows; the rank itself is not given by that. */
export const rankOf = (xp: number, kind: AccountKind, practiceUnlocked: boolean): RankLimits =>
  practiceUnlocked && !isRealMoney(kind) ? TOP_RANK : limitsFor(xp)

export function limitsUnder(
  xp: number,
  kind: AccountKind,
  { riskPct, limits: own, practiceUnlocked }: Pick<DeskSettings, 'riskPct' | 'limits' | 'practiceUnlocked'>,
): Limits {
  const rank = rankOf(xp, kind, practiceUnlocked)
  const tighter = (ranks: number, owns: number | null) => (owns === null ? ranks : Math.min(ranks, owns))
  return {
    rank: rank.rank,
    riskPct: tighter(rank.riskPct, riskPct),
    openTrades: tighter(rank.openTrades, own.openTrades),
    shotsADay: tighter(rank.shotsADay, own.shotsADay),
    dailyLossPct: tighter(rank.dailyLossPct, own.dailyLossPct),
    totalRiskPct: tighter(TOTAL_RISK_PCT, own.totalRiskPct),
    maxLots: own.maxLots,
    auto: rank.auto,
    severalTerminals: rank.severalTerminals,
  }
}
