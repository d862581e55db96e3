import type { Denial } from '../../contracts/vocabulary.ts'
import { pipsFromPoints } from '../market/price.ts'
import { entryPrice } from './fill-quote.ts'
import { denial, type ShotInputs } from './shot.ts'

/** May an order wait there at all? A person places it: AUTO never does. */
export function placeRules(inputs: ShotInputs): Denial[] {
  if (inputs.at !== 'entry') return []
  const why = whyNotPlaced(inputs)
  return why === null ? [] : [denial('PLACE_NOT_TAKEN', why)]
}

function whyNotPlaced({ link, origin, mission }: ShotInputs): string | null {
  if (mission.test) return 'A test fire does not wait: it is over at once.'
  return origin === 'auto' ? 'AUTO places no orders that wait.' : link.noWaiting
}

/**
 * A limit order waits for a price that is better than the one of now: as far from it as the broker wants, and a point at least. Where
 * the target has been reached without it, there is nothing left to wait for.
 */
export function entryRules({ quote, mission, spec }: ShotInputs & Readonly<{ quote: Quote }>): Denial[] {
  const { entry, target, digits } = mission
  const away = awayFromEntry(mission, quote)
  const needed = Math.max(1, spec?.stopLevel ?? 1)
  const pips = (points: number) => pipsFromPoints(points, digits).toFixed(1)
  if (!(away >= needed)) {
    const where = away < 0 ? `${pips(-away)} pips past` : `${pips(away)} pips from`
    const text = `The price is ${where} the entry; an order waits there from ${pips(needed)} pips on. Fire it instead.`
    return [denial('PRICE_AT_ENTRY', text, away, needed)]
  }
  if (!isTargetReached(mission, quote)) return []
  const toTarget = Math.abs(target - entry)
  const text = `The price is ${pips(away)} pips from the entry, and the target is ${pips(toTarget)}: it was reached without this order.`
  return [denial('PRICE_DRIFTED', text, away, toTarget)]
}

type Quote = NonNullable<ShotInputs['quote']>

/** Points by which the price is better than the entry for whoever has it, and has to come back. */
function awayFromEntry({ side, entry }: ShotInputs['mission'], quote: Quote): number {
  const price = entryPrice(side, quote)
  return side === 'buy' ? price - entry : entry - price
}

/** There is nothing left to wait for. */
export const isTargetReached = (mission: ShotInputs['mission'], quote: Quote): boolean =>
  !(awayFromEntry(mission, quote) < Math.abs(mission.target - mission.entry))
