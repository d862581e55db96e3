import type { ChartLevels } from '../../../contracts/card.ts'
import type { Bar } from '../../../domain/market/bar-series.ts'

export type Field = Readonly<{ left: number; right: number; top: number; bottom: number }>

/** Where a price and the moment of a bar lie on the picture, pixels. */
export type Scale = Readonly<{
  y: (price: number) => number
  /** The middle of the bar that holds this moment; before the first and after the last, the edge. */
  x: (atMs: number) => number
  barWidth: number
}>

/** Room above the highest and below the lowest, as a share of their distance. */
const MARGIN = 0.06

export function priceScale(bars: readonly Bar[], levels: ChartLevels, field: Field): Scale {
  const { entry, stop, target, exit } = levels
  const prices = [entry, stop, target, ...(exit === null ? [] : [exit.price])]
  const high = Math.max(...prices, ...bars.map(bar => bar.high))
  const low = Math.min(...prices, ...bars.map(bar => bar.low))
  const span = Math.max(1, high - low)
  const pointPx = (field.bottom - field.top) / (span * (1 + 2 * MARGIN))
  const barWidth = (field.right - field.left) / Math.max(1, bars.length)
  return {
    barWidth,
    y: price => field.top + (high + span * MARGIN - price) * pointPx,
    x: atMs => {
      const index = bars.findLastIndex(({ openMs }) => openMs <= atMs)
      return field.left + (Math.max(0, index) + 0.5) * barWidth
    },
  }
}
