import type { Side } from '../../contracts/primitives.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import type { Measured } from './shield.ts'

/** How many of M5, M15, H1 and H4 closed beyond their mean in the trade's direction. It counts nothing: see its card. */
export function trend({ bars, readings }: SymbolMarket, side: Side): Measured {
  const means = {
    M5: readings.m5.mean36,
    M15: readings.m15.ema20,
    H1: readings.h1.ema20,
    H4: readings.h4.ema20,
  }
  const known = (['M5', 'M15', 'H1', 'H4'] as const).filter(timeframe => Number.isFinite(means[timeframe]))
  if (known.length < 4)
    return { part: 'TREND', value: null, share: null, text: `Known of ${known.length} of 4 timeframes.` }
  const ways = known.map(timeframe => Math.sign(bars.series[timeframe].close(0) - means[timeframe]))
  const agreeing = ways.filter(way => way === (side === 'buy' ? 1 : -1)).length
  const words = known.map((timeframe, k) => `${timeframe} ${(ways[k] ?? 0) >= 0 ? 'above' : 'below'}`)
  return {
    part: 'TREND',
    value: agreeing,
    share: 0,
    text: `${words.join(', ')} its mean: ${agreeing} of 4 with the trade.`,
  }
}
