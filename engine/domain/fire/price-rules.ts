import type { Denial } from '../../contracts/vocabulary.ts'
import { pipsFromPoints } from '../market/price.ts'
import { entryPrice, fillQuote } from './fill-quote.ts'
import { denial, type ShotInputs } from './shot.ts'
import { entryRules } from './waiting-rules.ts'

/** A shot is fired at a price that is still close to the one the mission was made for. */
const DRIFT_OF_STOP = 0.25
export const SPREAD_OF_STOP = 0.15

type Quoted = ShotInputs & Readonly<{ quote: NonNullable<ShotInputs['quote']> }>

/** Is the price there, fresh, where the shot wants it, and far enough from stop and target? */
export function priceRules(inputs: ShotInputs): Denial[] {
  const { quote, mission, at } = inputs
  if (!quote)
    return [denial('NO_PRICE', `No price of ${mission.symbol} has come since the terminal was linked.`)]
  if (!(quote.bid > 0 && quote.ask >= quote.bid))
    return [
      denial('NO_PRICE', `The price of ${mission.symbol} makes no sense: ${quote.bid} to ${quote.ask}.`),
    ]
  const quoted = { ...inputs, quote }
  return [
    ...ageRule(quoted),
    ...(at === 'market' ? driftRule(quoted) : entryRules(quoted)),
    ...spreadRule(quoted),
    ...roomRule(quoted),
  ]
}

const pips = (points: number, { digits }: ShotInputs['mission']): string =>
  pipsFromPoints(points, digits).toFixed(1)

function ageRule({ quote: { ageMs, staleAfterMs } }: Quoted): Denial[] {
  if (ageMs <= staleAfterMs) return []
  const text = `The last price is ${Math.round(ageMs / 1_000)} s old.`
  return [denial('STALE_DATA', text, ageMs, staleAfterMs)]
}

function driftRule({ quote, mission }: Quoted): Denial[] {
  const drift = Math.abs(entryPrice(mission.side, quote) - mission.entry)
  const limit = Math.floor(DRIFT_OF_STOP * mission.stopPoints)
  if (drift <= limit) return []
  const text = `The price has moved ${pips(drift, mission)} pips from the entry; at most ${pips(limit, mission)}.`
  return [denial('PRICE_DRIFTED', text, drift, limit)]
}

function spreadRule({ quote, mission }: Quoted): Denial[] {
  const spread = quote.ask - quote.bid
  const limit = Math.floor(SPREAD_OF_STOP * mission.stopPoints)
  if (spread <= limit) return []
  const text = `The spread is ${pips(spread, mission)} pips; at most ${pips(limit, mission)}.`
  return [denial('SPREAD_TOO_WIDE', text, spread, limit)]
}

function roomRule(inputs: Quoted): Denial[] {
  const { mission, spec } = inputs
  const room = roomPoints(inputs)
  const needed = Math.max(1, spec?.stopLevel ?? 1)
  if (room >= needed) return []
  const text = `Stop or target is ${pips(room, mission)} pips from the price; the broker wants ${pips(needed, mission)}.`
  return [denial('STOP_TOO_NEAR', text, room, needed)]
}

/**
 * The smaller distance of stop and target from the price that would trigger them; negative on the wrong side. Of an order that waits a
 * broker measures the target from the order's own price.
 */
function roomPoints(inputs: Quoted): number {
  const { at, mission, quote } = inputs
  const { side, stop, target, entry } = mission
  const { bid, ask } = fillQuote(inputs) ?? quote
  const closing = side === 'buy' ? bid : ask
  const from = at === 'entry' ? entry : closing
  return side === 'buy' ? Math.min(closing - stop, target - from) : Math.min(stop - closing, from - target)
}
