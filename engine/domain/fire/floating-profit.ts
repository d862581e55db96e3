import type { Pair } from '../../contracts/pairs.ts'
import type { Cents } from '../../contracts/primitives.ts'
import type { OpenPosition, SymbolSpec } from '../../contracts/wire/index.ts'
import { pointsFromText, pointsPerUnit } from '../market/price.ts'
import { conversionOf, tickValueAt } from './conversion.ts'

/**
 * What a position would win or lose if it were closed at `nowPoints`, without swap and commission. By the terminal's own value of a
 * tick, which it tells within the hour: where another pair converts, the cents are as old as that value.
 */
export function floatingCents(
  { side, open, lots }: Pick<OpenPosition, 'side' | 'open' | 'lots'>,
  spec: SymbolSpec,
  account: Readonly<{ currency: string; offered: readonly Pair[] }>,
  nowPoints: number,
): Cents {
  const gained = (side === 'buy' ? 1 : -1) * (nowPoints - pointsFromText(open, spec.digits))
  const conversion = conversionOf(spec.pair, account.currency, account.offered)
  const perPoint =
    tickValueAt(spec, conversion, nowPoints, nowPoints) / (spec.tickSize * pointsPerUnit(spec.digits))
  // Adding 0 turns a rounded −0 into 0.
  return (Math.round(100 * gained * perPoint * Number(lots)) + 0) as Cents
}
