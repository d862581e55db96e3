import { baseOf, quoteOf, type Pair } from '../../contracts/pairs.ts'
import type { Side } from '../../contracts/primitives.ts'
import type { Denial, Refusal } from '../../contracts/vocabulary.ts'

/** What is open on the account, as one entry each. */
export type OpenExposure = Readonly<{
  pair: Pair
  side: Side
  /** Money at its stop, percent of the balance. */
  riskPct: number
  /** How much of that is certainly open; absent: all. Only that can stand against another trade. */
  certainPct?: number
  /** Rolling correlation of its closed bars with those of the pair in question, −1 to 1; null: too few common bars, and refused. */
  correlation: number | null
}>

export const CORRELATION_MOST = 0.8
const CURRENCY_RISK_PCT = 3

/** 1 is the same bet once more, −1 its opposite: the correlation of the pairs, turned round where the sides differ. */
export const sameBet = (side: Side, open: OpenExposure): number | null =>
  open.correlation === null ? null : side === open.side ? open.correlation : -open.correlation

/** What open positions say against one more: for a mission when it is made, and for its shot when it is fired. */
export function exposure(
  pair: Pair,
  side: Side,
  riskPct: number,
  open: readonly OpenExposure[],
): (Refusal & Denial)[] {
  return [...correlated(side, open), ...currencies(pair, side, riskPct, open)]
}

function correlated(side: Side, open: readonly OpenExposure[]): (Refusal & Denial)[] {
  return open.flatMap(position => {
    const same = sameBet(side, position)
    if (same !== null && same <= CORRELATION_MOST) return []
    const text =
      same === null
        ? `How it moves with the open ${position.pair} ${position.side} is not known: too few common bars.`
        : `It is the open ${position.pair} ${position.side} once more: correlation ${same.toFixed(2)}; at most ${CORRELATION_MOST}.`
    return [{ code: 'CORRELATED', text, value: same, limit: CORRELATION_MOST }]
  })
}

type Bet = Readonly<{ pair: Pair; side: Side; riskPct: number; certainPct?: number }>

/**
 * The most that may be at risk on one side of a currency: buying a pair is long its base and short its other currency, with the
 * money at its stop. What is not certainly open (an order that waits, was filled in part, or has no answer) adds, and balances nothing.
 */
function netRisk(currency: string, bets: readonly Bet[]): number {
  let [certain, longer, shorter] = [0, 0, 0]
  for (const { pair, side, riskPct, certainPct = riskPct } of bets) {
    if (baseOf(pair) !== currency && quoteOf(pair) !== currency) continue
    const isLong = (side === 'buy') === (baseOf(pair) === currency)
    certain += isLong ? certainPct : -certainPct
    if (isLong) longer += riskPct - certainPct
    else shorter += riskPct - certainPct
  }
  return Math.max(certain + longer, shorter - certain)
}

function currencies(
  pair: Pair,
  side: Side,
  riskPct: number,
  open: readonly OpenExposure[],
): (Refusal & Denial)[] {
  return [baseOf(pair), quoteOf(pair)].flatMap(currency => {
    const pct = netRisk(currency, [...open, { pair, side, riskPct }])
    // What takes risk away from a currency is never refused for it.
    if (pct <= CURRENCY_RISK_PCT + 1e-9 || pct <= netRisk(currency, open)) return []
    const text = `All trades together would risk ${pct.toFixed(1)} % on one side of ${currency}; at most ${CURRENCY_RISK_PCT} %.`
    return [{ code: 'CURRENCY_EXPOSURE', text, value: pct, limit: CURRENCY_RISK_PCT }]
  })
}
