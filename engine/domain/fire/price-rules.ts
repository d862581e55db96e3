import type { Denial } from '../../contracts/vocabulary.ts'
import { pipsFromPoints } from '../market/price.ts'
import { denial, type ShotInputs } from './shot.ts'

/** A shot is fired at a price that is still close to the one the mission was made for. */
const DRIFT_OF_STOP = 0.25
const SPREAD_OF_STOP = 0.15

/** Is the price there, fresh, near the mission's entry, and far enough from stop and target? */
export function priceRules({ quote, mission, spec }: ShotInputs): Denial[] {
  if (!quote) return [denial('NO_PRICE', `No price of ${mission.symbol} has arrived.`)]
  if (!(quote.bid > 0 && quote.ask >= quote.bid))
    return [
      denial('NO_PRICE', `The price of ${mission.symbol} makes no sense: ${quote.bid} to ${quote.ask}.`),
    ]
  const denials: Denial[] = []
  const pips = (points: number) => pipsFromPoints(points, mission.digits).toFixed(1)
  if (!(quote.ageMs <= quote.staleAfterMs)) {
    const text = `The last price is ${Math.round(quote.ageMs / 1_000)} s old.`
    denials.push(denial('STALE_DATA', text, quote.ageMs, quote.staleAfterMs))
  }
  const price = mission.side === 'buy' ? quote.ask : quote.bid
  const drift = Math.abs(price - mission.entry)
  const driftLimit = Math.floor(DRIFT_OF_STOP * mission.stopPoints)
  if (!(drift <= driftLimit)) {
    const text = `The price has moved ${pips(drift)} pips from the entry; at most ${pips(driftLimit)}.`
    denials.push(denial('PRICE_DRIFTED', text, drift, driftLimit))
  }
  const spread = quote.ask - quote.bid
  const spreadLimit = Math.floor(SPREAD_OF_STOP * mission.stopPoints)
  if (!(spread <= spreadLimit)) {
    denials.push(
      denial(
        'SPREAD_TOO_WIDE',
        `The spread is ${pips(spread)} pips; at most ${pips(spreadLimit)}.`,
        spread,
        spreadLimit,
      ),
    )
  }
  const room = roomPoints(mission.side, quote, mission.stop, mission.target)
  const needed = Math.max(1, spec?.stopLevel ?? 1)
  if (!(room >= needed)) {
    const text = `Stop or target is ${pips(room)} pips from the price; the broker wants ${pips(needed)}.`
    denials.push(denial('STOP_TOO_NEAR', text, room, needed))
  }
  return denials
}

/** The smaller distance of stop and target from the price that would trigger them; negative on the wrong side. */
function roomPoints(
  side: 'buy' | 'sell',
  quote: { bid: number; ask: number },
  stop: number,
  target: number,
): number {
  return side === 'buy'
    ? Math.min(quote.bid - stop, target - quote.bid)
    : Math.min(stop - quote.ask, quote.ask - target)
}
