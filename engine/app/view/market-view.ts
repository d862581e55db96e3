import type { EpochMs } from '../../contracts/index.ts'
import type { PriceRow, RegimeRow } from '../../contracts/views.ts'
import { pipsFromPoints, textFromPoints } from '../../domain/market/price.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'

const SPARK_BARS = 48

export function priceRow(
  { spec, market, hasPrice }: SymbolDesk,
  marketMs: number,
  move: PriceRow['move'],
): PriceRow {
  const norm = market.spreadNorm.at(marketMs)
  const ageMs = marketMs - market.tickMs
  const { M5 } = market.bars.series
  return {
    pair: spec.pair,
    symbol: spec.name,
    bid: textFromPoints(market.bid, spec.digits),
    ask: textFromPoints(market.ask, spec.digits),
    spreadPips: pipsFromPoints(market.spread, spec.digits),
    normPips: norm === null ? null : pipsFromPoints(norm, spec.digits),
    move,
    stale: !hasPrice || ageMs > market.gaps.staleAfterMs(market.tickMs),
    ageMs: ageMs - (ageMs % 1_000),
    spark: Array.from({ length: Math.min(SPARK_BARS, M5.length) }, (_, k) =>
      M5.close(Math.min(SPARK_BARS, M5.length) - 1 - k),
    ),
  }
}

export function regimeRow({ spec, regime }: SymbolDesk, marketMs: number): RegimeRow {
  return {
    pair: spec.pair,
    regime: regime.regime,
    probability: regime.probability,
    missing: regime.missing,
    figures: regime.figures(marketMs),
    sinceMs: regime.sinceMs as EpochMs | null,
  }
}
