import type { PositionHandles } from '../../contracts/open-trade-views.ts'
import type { OpenPosition, SymbolSpec } from '../../contracts/wire/index.ts'
import { pointsFromText, pointsPerUnit, textFromPoints } from '../../domain/market/price.ts'

/** By what a person moves the stop of a position or closes a part of it. `now`: the price at which it would be closed, points. */
export function handlesOf(position: OpenPosition, spec: SymbolSpec, now: number): PositionHandles {
  const { digits, lotStep, lotMin, commissionPerLot } = spec
  const lots = Number(position.lots)
  const pointCents = (100 * lots * spec.tickValue) / (spec.tickSize * pointsPerUnit(digits))
  const costCents =
    commissionPerLot === null ? null : position.swap - Math.round(100 * commissionPerLot * lots)
  const direction = position.side === 'buy' ? 1 : -1
  const nearest = now - direction * Math.max(1, spec.stopLevel, spec.freezeLevel)
  const costPoints = Math.ceil(-(costCents ?? 0) / pointCents - 1e-9)
  const breakEven = pointsFromText(position.open, digits) + direction * costPoints
  const stop = position.stop === null ? null : pointsFromText(position.stop, digits)
  const isNearer = stop === null || direction * (breakEven - stop) > 0
  const isLeftBehind = direction * (nearest - breakEven) >= 0
  return {
    digits,
    lotStep,
    lotMin,
    nearestStop: textFromPoints(nearest, digits),
    breakEven: isNearer && isLeftBehind ? textFromPoints(breakEven, digits) : null,
    pointCents,
    costCents,
  }
}
