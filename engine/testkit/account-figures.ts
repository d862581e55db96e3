/** What guards are judged by: an account that began its day with 10,000.00 and has lost nothing. */
import type { AccountFigures } from '../domain/fire/guards/figures.ts'
import { propLimits, type Drawdown } from '../domain/fire/prop-limits.ts'
import { SETTINGS } from './a-shot.ts'

/** A Tuesday, seven hours before New York's day turns at 22:00 UTC. */
export const TUESDAY_MS = Date.UTC(2026, 0, 6, 15)

export const NOTHING_PAID = { sinceDay: 0, sincePeak: 0, sinceFirst: 0 } as const

export const someFigures = (over: Partial<AccountFigures> = {}): AccountFigures => ({
  marketMs: TUESDAY_MS,
  equityCents: 1_000_000,
  dayBegan: { balanceCents: 1_000_000, equityCents: 1_000_000 },
  peakCents: 1_000_000,
  netTodayCents: 0,
  lossesInARow: 0,
  lastLossMs: null,
  dailyLossPct: 3,
  prop: propLimits(SETTINGS.prop),
  ...over,
})

/** A prop firm's drawdown of 5 %, on an account that began with 10,000.00. */
export const drawdownBy = (by: Drawdown['by'], pct = 5): Drawdown => ({
  by,
  pct,
  startBalanceCents: 1_000_000,
})

export const aDrawdown = (by: Drawdown['by'], pct = 5) => ({
  prop: propLimits({ ...SETTINGS.prop, maxDrawdown: drawdownBy(by, pct) }),
})
