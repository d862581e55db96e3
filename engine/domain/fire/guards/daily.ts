import { HOUR_MS } from '../../market/civil.ts'
import { tradingDayMs } from '../../market/session-clock.ts'
import {
  hasReached,
  leftOutText,
  moneyText,
  unknownPaidText,
  type AccountFigures,
  type Standing,
} from './figures.ts'

/** Trading days have 23 to 25 hours. */
export const nextTradingDayMs = (marketMs: number): number =>
  tradingDayMs(tradingDayMs(marketMs) + 26 * HOUR_MS)

/** A loss of today, the loss at which the day ends, and what says so. */
type DayLoss = Readonly<{
  code: 'DAILY_LOSS' | 'DAILY_EQUITY' | 'PROP_DAILY_LOSS'
  what: string
  lostCents: number
  limitCents: number
  /** Paid in since the day began, and no part of the loss; null: not known, and 0 where it makes no difference. */
  paid: number | null
}>

/** A share of what the day began with; balance or equity, whichever was less. At least a cent, so that it can be reached. */
export const dailyLimitCents = (balanceCents: number, equityCents: number, pct: number): number =>
  Math.max(1, Math.floor((Math.min(balanceCents, equityCents) * pct) / 100))

function dayLosses(figures: AccountFigures): DayLoss[] {
  const { dayBegan, equityCents, netTodayCents, dailyLossPct, prop, paidIn } = figures
  if (!dayBegan || equityCents === null) return []
  const limitOf = (pct: number) => dailyLimitCents(dayBegan.balanceCents, dayBegan.equityCents, pct)
  // What had been lost on paper before the day began is lost in it, once it is closed: the higher one is counted from.
  const paid = paidIn?.sinceDay ?? null
  const lostCents = Math.max(dayBegan.balanceCents, dayBegan.equityCents) + (paid ?? 0) - equityCents
  const byEquity = { what: 'Equity is', lostCents, paid } as const
  const limitCents = limitOf(dailyLossPct)
  const losses: DayLoss[] = [
    { code: 'DAILY_LOSS', what: 'Closed trades have lost', lostCents: -netTodayCents, limitCents, paid: 0 },
    { code: 'DAILY_EQUITY', ...byEquity, limitCents },
  ]
  if (prop.dailyLossPct !== null)
    losses.push({ code: 'PROP_DAILY_LOSS', ...byEquity, limitCents: limitOf(prop.dailyLossPct) })
  return losses
}

/** What was lost, in words. */
const lostText = ({ code, what, lostCents, paid }: DayLoss): string =>
  code === 'DAILY_LOSS'
    ? `${what} ${moneyText(lostCents)} today`
    : `${what} ${moneyText(lostCents)} below the day's begin${leftOutText(paid)}`

const LIMITS = {
  DAILY_LOSS: 'the daily stop',
  DAILY_EQUITY: 'the daily stop, open trades included,',
  PROP_DAILY_LOSS: "the prop firm's daily limit",
} as const

/** The day is over at its stop, by whichever loss reaches it first; from half of it on, everything is done by halves. */
export function daily(figures: AccountFigures): Standing[] {
  const untilMs = nextTradingDayMs(figures.marketMs)
  const losses = dayLosses(figures)
  const stops = losses
    .filter(({ lostCents, limitCents }) => hasReached(lostCents, limitCents))
    .map((loss): Standing => {
      const text = `${lostText(loss)}; ${LIMITS[loss.code]} is ${moneyText(loss.limitCents)}.${unknownPaidText(loss.paid)}`
      return {
        guard: 'DAILY_STOP',
        code: loss.code,
        text,
        value: loss.lostCents,
        limit: loss.limitCents,
        untilMs,
      }
    })
  return [...medic(losses, untilMs), ...stops]
}

function medic(losses: readonly DayLoss[], untilMs: number): Standing[] {
  const worst = losses
    .filter(({ lostCents, limitCents }) => hasReached(2 * lostCents, limitCents))
    .toSorted((a, b) => b.lostCents / b.limitCents - a.lostCents / a.limitCents)[0]
  if (!worst) return []
  const limit = worst.limitCents / 2
  const text = `${lostText(worst)}, half of the ${moneyText(worst.limitCents)} that end it: half the risk, one open trade.${unknownPaidText(worst.paid)}`
  return [{ guard: 'MEDIC', code: null, text, value: worst.lostCents, limit, untilMs }]
}
