import type { Mission } from '../../../engine/contracts/mission.ts'
import type { PositionView } from '../../../engine/contracts/open-trade-views.ts'
import { lineNames } from '../../copy/chart.ts'

export type LineLook = 'target' | 'entry' | 'stop' | 'cancels' | 'last'
export type PriceLine = Readonly<{ look: LineLook; name: string; price: number }>

/** Prices as they are written. `entry`: where it is planned, or where it was opened. */
export type Levels = Readonly<{
  isOpen: boolean
  entry: number
  stop: number | null
  target: number | null
  cancels: number | null
}>

/**
 * How a price is written. Neither the library's own way nor a power of ten may: in some engines 10 ** -5 is a little less than
 * 0.00001, and every price below one then reads 0.99999.
 */
export const priceFormat = (digits: number) =>
  ({
    type: 'custom',
    minMove: Number(`1e-${digits}`),
    formatter: (price: number) => price.toFixed(digits),
  }) as const

type Plan = Pick<Mission, 'digits' | 'entry' | 'stop' | 'target' | 'invalidBeyond'>
type Held = Pick<PositionView, 'open' | 'stop' | 'target'>

/** Of the plan, or of the trade that it has become: its stop may have been moved since, and nothing cancels it any more. */
export function levelsOf(plan: Plan, held: Held | null): Levels {
  const at = (points: number): number => points / 10 ** plan.digits
  if (held === null)
    return {
      isOpen: false,
      entry: at(plan.entry),
      stop: at(plan.stop),
      target: at(plan.target),
      cancels: plan.invalidBeyond === null ? null : at(plan.invalidBeyond),
    }
  const known = (text: string | null): number | null => (text === null ? null : Number(text))
  return {
    isOpen: true,
    entry: Number(held.open),
    stop: known(held.stop),
    target: known(held.target),
    cancels: null,
  }
}

type Last = Readonly<{ price: number; isLive: boolean }>

/** A chart may have none. */
export type DrawnLevels = Omit<Levels, 'entry'> & Readonly<{ entry: number | null }>

/** Every level that is there, and where the market is; each is told by its name, not by its colour. */
export function priceLines(
  { isOpen, entry, stop, target, cancels }: DrawnLevels,
  last: Last | null,
): readonly PriceLine[] {
  const lines: readonly Readonly<{ look: LineLook; name: string; price: number | null }>[] = [
    { look: 'target', name: lineNames.target, price: target },
    { look: 'entry', name: isOpen ? lineNames.open : lineNames.entry, price: entry },
    { look: 'stop', name: lineNames.stop, price: stop },
    { look: 'cancels', name: lineNames.cancels, price: cancels },
    {
      look: 'last',
      name: last?.isLive === true ? lineNames.bid : lineNames.last,
      price: last?.price ?? null,
    },
  ]
  return lines.flatMap(({ price, ...line }) => (price === null ? [] : [{ ...line, price }]))
}
