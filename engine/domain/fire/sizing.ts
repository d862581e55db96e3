import type { Cents, Lots } from '../../contracts/primitives.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { pointsPerUnit, stepDigits } from '../market/price.ts'

/** Loss of one lot over a distance of price, in account currency, commission for both sides included. */
export function lossPerLot(spec: SymbolSpec, stopPoints: number): number {
  const distance = stopPoints / pointsPerUnit(spec.digits)
  return (distance / spec.tickSize) * spec.tickValue + (spec.commissionPerLot ?? 0)
}

export type Sized =
  | Readonly<{ is: 'sized'; lots: Lots; riskCents: Cents }>
  | Readonly<{ is: 'refused'; code: 'LOTS_BELOW_MIN' | 'LOTS_ABOVE_MAX'; lots: number; limit: number }>

/**
 * The largest whole number of lot steps whose loss at the stop is within `riskCents`. Floored, never rounded up; outside
 * the broker's smallest and largest order it is refused, never clamped.
 */
export function sizeOrder(spec: SymbolSpec, stopPoints: number, riskCents: number): Sized {
  const perLotCents = lossPerLot(spec, stopPoints) * 100
  const steps = Math.floor(riskCents / perLotCents / spec.lotStep + 1e-9)
  const lots = Number((steps * spec.lotStep).toFixed(stepDigits(spec.lotStep)))
  if (lots < spec.lotMin) return { is: 'refused', code: 'LOTS_BELOW_MIN', lots, limit: spec.lotMin }
  if (lots > spec.lotMax) return { is: 'refused', code: 'LOTS_ABOVE_MAX', lots, limit: spec.lotMax }
  return { is: 'sized', lots: lots as Lots, riskCents: Math.round(lots * perLotCents) as Cents }
}
