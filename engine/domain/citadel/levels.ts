import type { Side } from '../../contracts/primitives.ts'
import { pipsFromPoints, pointsPerPip } from '../market/price.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import type { Measured } from './shield.ts'

const ROUND_PIPS = 100

type Inputs = Readonly<{ market: SymbolMarket; side: Side; entry: number; target: number }>

/** The first level between entry and target where orders may lie: a round price, or an extreme of this day or the last. */
export function levelAhead({ market, side, entry, target }: Inputs): Measured {
  const { dayHigh, dayLow, previousDayHigh, previousDayLow } = market.readings.day
  const round = ROUND_PIPS * pointsPerPip(market.digits)
  const levels = [
    { name: 'A round price', at: (side === 'buy' ? Math.ceil : Math.floor)(entry / round) * round },
    { name: 'The day’s high', at: dayHigh },
    { name: 'The day’s low', at: dayLow },
    { name: 'Yesterday’s high', at: previousDayHigh },
    { name: 'Yesterday’s low', at: previousDayLow },
  ]
  const reach = Math.abs(target - entry)
  const [first] = levels
    .map(level => ({ ...level, away: (level.at - entry) * (side === 'buy' ? 1 : -1) }))
    .filter(({ away }) => away > 0 && away < reach)
    .toSorted((a, b) => a.away - b.away)
  if (!first) return { part: 'LEVELS', value: 0, share: 0, text: 'No level lies between entry and target.' }
  const pips = pipsFromPoints(first.away, market.digits)
  return { part: 'LEVELS', value: pips, share: 0, text: `${first.name} lies ${pips.toFixed(1)} pips ahead.` }
}
