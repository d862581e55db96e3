import type { Mission } from '../../../../../engine/contracts/mission.ts'
import { lineNames } from '../../../../copy/chart.ts'

export type LineLook = 'target' | 'entry' | 'stop' | 'cancels' | 'last'
export type PriceLine = Readonly<{ look: LineLook; name: string; price: number }>

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

/** Every level of the plan, and where the market is; each is told by its name, not by its colour. */
export function priceLines(
  plan: Plan,
  last: Readonly<{ price: number; isLive: boolean }> | null,
): readonly PriceLine[] {
  const at = (points: number): number => points / 10 ** plan.digits
  const { invalidBeyond } = plan
  return [
    { look: 'target', name: lineNames.target, price: at(plan.target) },
    { look: 'entry', name: lineNames.entry, price: at(plan.entry) },
    { look: 'stop', name: lineNames.stop, price: at(plan.stop) },
    ...(invalidBeyond === null
      ? []
      : [{ look: 'cancels', name: lineNames.cancels, price: at(invalidBeyond) } as const]),
    ...(last === null
      ? []
      : [{ look: 'last', name: last.isLive ? lineNames.bid : lineNames.last, price: last.price } as const]),
  ]
}
