import type { Pair } from '../../contracts/pairs.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { conversionOf, tickValueAt } from '../../domain/fire/conversion.ts'
import { lossCents } from '../../domain/fire/sizing.ts'
import { pointsFromText } from '../../domain/market/price.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'

/**
 * What a position of which we have no order loses at its stop, from where it was opened. 0 behind a stop in profit. Null without a
 * stop, or when the terminal has not specified its symbol: then nobody knows, and no shot is fired beside it.
 */
export function positionRiskCents(
  symbol: SymbolDesk | undefined,
  { side, open, stop: stopText, lots }: Pick<OpenPosition, 'side' | 'open' | 'stop' | 'lots'>,
  currency: string,
  offered: readonly Pair[],
): number | null {
  const spec = symbol?.trading
  if (!symbol || !spec || !(Number(stopText) > 0)) return null
  const stop = pointsFromText(String(stopText), spec.digits)
  const from = pointsFromText(open, spec.digits)
  const points = side === 'buy' ? from - stop : stop - from
  if (points <= 0) return 0
  const conversion = conversionOf(spec.pair, currency, offered)
  const now = symbol.market.ticks > 0 ? symbol.market.bid : stop
  const way = { points, tickValue: tickValueAt(spec, conversion, now, stop) }
  return lossCents(spec, way, Number(lots) / spec.lotStep)
}
