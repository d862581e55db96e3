import type { RankLimits } from '../../contracts/campaign.ts'
import type { Rank } from '../../contracts/vocabulary.ts'

const one = { severalTerminals: false } as const

export const TOP_RANK: RankLimits = {
  rank: 'COMMANDER',
  xp: 40_000,
  riskPct: 2,
  openTrades: 5,
  shotsADay: 20,
  dailyLossPct: 5,
  auto: 'always',
  severalTerminals: true,
}

/** Rank is earned, falls never, and gates power, not safety. */
export const RANKS: readonly RankLimits[] = [
  { rank: 'NIBBLER', xp: 0, riskPct: 1, openTrades: 1, shotsADay: 6, dailyLossPct: 3, auto: 'never', ...one },
  { rank: 'SCOUT', xp: 1_000, riskPct: 1, openTrades: 2, shotsADay: 8, dailyLossPct: 3, auto: 'never', ...one },
  { rank: 'WARRIOR', xp: 5_000, riskPct: 1.5, openTrades: 3, shotsADay: 10, dailyLossPct: 4, auto: 'demo', ...one },
  { rank: 'FANG', xp: 15_000, riskPct: 2, openTrades: 4, shotsADay: 15, dailyLossPct: 5, auto: 'always', ...one },
  TOP_RANK,
] // prettier-ignore

export const limitsFor = (xp: number): RankLimits =>
  RANKS.findLast(limits => xp >= limits.xp) ?? (RANKS[0] as RankLimits)

export const limitsAfter = (rank: Rank): RankLimits | null =>
  RANKS[RANKS.findIndex(limits => limits.rank === rank) + 1] ?? null
