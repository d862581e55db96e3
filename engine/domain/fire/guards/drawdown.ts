import type { DeskSettings } from '../../../contracts/settings.ts'
import { hasReached, moneyText, type AccountFigures, type Standing } from './figures.ts'

export type Drawdown = NonNullable<DeskSettings['prop']['maxDrawdown']>

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

/** Ends when the trader sets another limit that holds: a drawdown that was overrun is not undone by a recovery. */
export function drawdown({ prop, peakCents, equityCents }: AccountFigures): Standing[] {
  if (!prop.maxDrawdown || equityCents === null) return []
  const { by, pct } = prop.maxDrawdown
  const limit = floorCents(prop.maxDrawdown, peakCents, equityCents)
  if (!hasReached(-equityCents, -limit)) return []
  const below = by === 'static' ? 'the balance that the account began with' : 'its highest'
  const text = `Equity is ${moneyText(equityCents)}, and ${pct} % below ${below} is ${moneyText(limit)}.`
  return [{ guard: 'DRAWDOWN_STOP', code: 'PROP_DRAWDOWN', text, value: equityCents, limit, untilMs: null }]
}
