/** The tables of the rules of engagement, written down a second time from the document: nothing here comes from the engine. */

export type RankRow = Readonly<{
  riskPct: number
  openTrades: number
  shotsADay: number
  dailyLossPct: number
}>

export const RANKS = {
  NIBBLER: { riskPct: 1, openTrades: 1, shotsADay: 6, dailyLossPct: 3 },
  SCOUT: { riskPct: 1, openTrades: 2, shotsADay: 8, dailyLossPct: 3 },
  WARRIOR: { riskPct: 1.5, openTrades: 3, shotsADay: 10, dailyLossPct: 4 },
  FANG: { riskPct: 2, openTrades: 4, shotsADay: 15, dailyLossPct: 5 },
  COMMANDER: { riskPct: 2, openTrades: 5, shotsADay: 20, dailyLossPct: 5 },
} as const satisfies Record<string, RankRow>
export type RankName = keyof typeof RANKS

/** The first of them on demo and simulated accounts only. */
export const AUTO_RANKS: readonly RankName[] = ['WARRIOR', 'FANG', 'COMMANDER']

export const TOTAL_RISK_PCT = 6
export const FIRES_A_MINUTE = 5
export const SYMBOL_PAUSE_MS = 30_000
/** From this share of the daily stop on: so much of the risk, and so many open trades. */
export const MEDIC = { lossShare: 0.5, riskShare: 0.5, openTrades: 1 } as const

/** No entries so many minutes before and after an announcement of either currency. */
export const NEWS_MINUTES = {
  high: { before: 15, after: 15 },
  moderate: { before: 10, after: 0 },
} as const

export const CORRELATION_MOST = 0.8
/** Of one currency, all trades together, what is bought less what is sold. */
export const CURRENCY_RISK_PCT = 3

/** New York: no entries from 16:15 to 19:00, and none in the two hours before Friday 17:00, nor while the market is closed. */
export const DEAD_MINUTES = { from: 16 * 60 + 15, to: 19 * 60 } as const
export const WEEK_ENDS = { day: 'Fri', minute: 17 * 60, keptFreeMinutes: 120 } as const
export const DAY_STARTS_MINUTE = 17 * 60

/** Orders of BITTEN carry this number at the broker, docs/protocol.md says. */
export const OUR_MAGIC = 777_001
