import type { Drawdown } from '../prop-limits.ts'
import {
  hasReached,
  leftOutText,
  moneyText,
  unknownPaidText,
  type AccountFigures,
  type Standing,
} from './figures.ts'

/**
 * A new highest equity goes on record when it is so much above the last one, so that a good hour does not fill the ledger. The
 * limit counts from as much above the record as may have been seen since: a shade too strict, never too loose.
 */
const PEAK_GRAIN = 0.0005

export const isNewPeak = (equityCents: number, peakCents: number | null): boolean =>
  peakCents === null || equityCents > peakCents * (1 + PEAK_GRAIN)

/** Equity at which the drawdown of a prop firm is used up. */
export function floorCents(
  { by, pct, startBalanceCents }: Drawdown,
  peakCents: number | null,
  equityCents: number,
): number {
  const seen = peakCents === null ? equityCents : Math.max(peakCents * (1 + PEAK_GRAIN), equityCents)
  const from = by === 'static' ? startBalanceCents : Math.max(startBalanceCents, seen)
  return Math.ceil(from * (1 - pct / 100))
}

/** Equity as a drawdown sees it, and what was left out of it. */
type Seen = Readonly<{ maxDrawdown: Drawdown; equity: number; paid: number | null }>

/**
 * Ends when the trader sets another limit that holds: a drawdown that was overrun is not undone by a recovery. A firm's floor under
 * the start balance stays where it is when money is paid out, so there only a deposit is left out.
 */
export const drawdown = (figures: AccountFigures): Standing[] =>
  figures.prop.drawdowns.flatMap(each => overrunOf(each, figures)).slice(0, 1)

function overrunOf(maxDrawdown: Drawdown, { peakCents, equityCents, paidIn }: AccountFigures): Standing[] {
  if (equityCents === null) return []
  const sincePeak = paidIn?.sincePeak ?? null
  const sinceFirst = paidIn?.sinceFirst ?? null
  const deposits = sinceFirst === null ? null : Math.max(0, sinceFirst)
  const ofStart: Seen = { maxDrawdown: { ...maxDrawdown, by: 'static' }, equity: equityCents - (deposits ?? 0), paid: deposits } // prettier-ignore
  const ofPeak: Seen = { maxDrawdown, equity: equityCents - (sincePeak ?? 0), paid: sincePeak }
  const all = maxDrawdown.by === 'static' ? [ofStart] : [ofPeak, ofStart]
  return all.flatMap(seen => overrun(seen, peakCents)).slice(0, 1)
}

function overrun({ maxDrawdown, equity, paid }: Seen, peakCents: number | null): Standing[] {
  const { by, pct } = maxDrawdown
  const limit = floorCents(maxDrawdown, peakCents, equity)
  if (!hasReached(-equity, -limit)) return []
  const below = by === 'static' ? 'the balance that the account began with' : 'its highest'
  const what = `Equity is ${moneyText(equity)}${leftOutText(paid)}, and ${pct} % below ${below} is ${moneyText(limit)}.`
  const text = `${what}${unknownPaidText(paid)}`
  return [{ guard: 'DRAWDOWN_STOP', code: 'PROP_DRAWDOWN', text, value: equity, limit, untilMs: null }]
}
