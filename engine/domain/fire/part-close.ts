import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { lotsText } from '../market/price.ts'

export type PartRefusal = Readonly<{
  code: 'LOTS_STEP' | 'LOTS_BELOW_MIN' | 'LOTS_ABOVE_POSITION' | 'REST_BELOW_MIN'
  text: string
}>

/**
 * Why so many lots of a position cannot be closed, or null. A part is a whole number of steps, at least the smallest order,
 * and leaves at least that, or nothing.
 */
export function partRefusal(
  { lotStep, lotMin }: Pick<SymbolSpec, 'lotStep' | 'lotMin'>,
  lots: number,
  open: number,
): PartRefusal | null {
  const text = (value: number) => lotsText(value, lotStep)
  const steps = Math.round(lots / lotStep)
  const left = Math.round(open / lotStep) - steps
  const least = Math.round(lotMin / lotStep)
  if (steps < 1 || Math.abs(lots - steps * lotStep) > 1e-9)
    return { code: 'LOTS_STEP', text: `${lots} lots is not a whole number of steps of ${lotStep}.` }
  if (steps < least)
    return {
      code: 'LOTS_BELOW_MIN',
      text: `${text(lots)} lots is under the smallest order of ${text(lotMin)}.`,
    }
  if (left < 0) {
    return {
      code: 'LOTS_ABOVE_POSITION',
      text: `${text(lots)} lots is more than the ${text(open)} that are open.`,
    }
  }
  if (left > 0 && left < least) {
    const rest = text(left * lotStep)
    return {
      code: 'REST_BELOW_MIN',
      text: `It would leave ${rest} lots, under the smallest of ${text(lotMin)}.`,
    }
  }
  return null
}

/** A share of so many lots in whole steps, rounded down; 0 where there is no whole step in it. */
export const shareOfLots = (lots: number, share: number, lotStep: number): number =>
  Math.floor((lots * share) / lotStep + 1e-9) * lotStep
