import type { Cents, Lots } from '../../contracts/primitives.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { pointsPerUnit, stepDigits } from '../market/price.ts'

/** A distance of price and what one tick of one lot is worth at its end, account currency. */
export type Way = Readonly<{ points: number; tickValue: number }>

/**
 * What `steps` lot steps move the account by over a way, in hundredths of its currency, unrounded. A yen has no hundredths: a
 * terminal that books whole yen is less than one away for each booking.
 */
const grossCents = ({ digits, tickSize, lotStep }: SymbolSpec, way: Way, steps: number): number =>
  (way.points / pointsPerUnit(digits) / tickSize) * way.tickValue * steps * lotStep * 100

/** Commission of both sides. Only where the terminal has told it. */
const commissionCents = ({ commissionPerLot, lotStep }: SymbolSpec, steps: number): number =>
  (commissionPerLot ?? 0) * steps * lotStep * 100

/** Money lost at the end of a way, commission of both sides included. Each part is rounded as a terminal books it. */
export const lossCents = (spec: SymbolSpec, way: Way, steps: number): Cents =>
  (Math.round(commissionCents(spec, steps)) - Math.round(-grossCents(spec, way, steps))) as Cents

/** Money won at the end of a way, after the commission of both sides; below 0 where it costs more than it brings. */
export const gainCents = (spec: SymbolSpec, way: Way, steps: number): Cents =>
  (Math.round(grossCents(spec, way, steps)) - Math.round(commissionCents(spec, steps))) as Cents

export type Sized =
  | Readonly<{ is: 'sized'; lots: Lots; steps: number; riskCents: Cents }>
  | Readonly<{ is: 'refused'; code: 'LOTS_BELOW_MIN' | 'LOTS_ABOVE_MAX'; lots: number; limit: number }>

/** What a quotient of decimals may be off by: 2.9999999 steps are three when three are within the money, which decides. */
const HAIR = 1e-6

/**
 * The largest whole number of lot steps whose loss at the stop is within `allowedCents`, whole cents; then it is so when rounded too. Floored, never rounded
 * up; outside the broker's smallest and largest order it is refused, never clamped.
 */
export function sizeOrder(spec: SymbolSpec, way: Way, allowedCents: number): Sized {
  const exactly = (steps: number) => grossCents(spec, way, steps) + commissionCents(spec, steps)
  const perStep = exactly(1)
  const most = perStep > 0 ? Math.max(0, Math.floor(allowedCents / perStep + HAIR)) : 0
  const steps = exactly(most) > allowedCents + HAIR ? most - 1 : most
  const lots = Number((steps * spec.lotStep).toFixed(stepDigits(spec.lotStep)))
  if (!(lots >= spec.lotMin)) return { is: 'refused', code: 'LOTS_BELOW_MIN', lots, limit: spec.lotMin }
  if (!(lots <= spec.lotMax)) return { is: 'refused', code: 'LOTS_ABOVE_MAX', lots, limit: spec.lotMax }
  return { is: 'sized', lots: lots as Lots, steps, riskCents: lossCents(spec, way, steps) }
}

/** The smallest order that the broker takes, where what is allowed covers it. Refused as any other where it does not. */
export function sizeSmallest(spec: SymbolSpec, way: Way, allowedCents: number): Sized {
  const allowed = sizeOrder({ ...spec, lotMax: Number.POSITIVE_INFINITY }, way, allowedCents)
  return allowed.is === 'refused' ? allowed : smallestOf(spec, way)
}

/** What the smallest order loses, whatever is allowed. */
export function smallestOf(spec: SymbolSpec, way: Way): Extract<Sized, { is: 'sized' }> {
  const steps = Math.ceil(spec.lotMin / spec.lotStep - HAIR)
  const lots = Number((steps * spec.lotStep).toFixed(stepDigits(spec.lotStep))) as Lots
  return { is: 'sized', lots, steps, riskCents: lossCents(spec, way, steps) }
}
