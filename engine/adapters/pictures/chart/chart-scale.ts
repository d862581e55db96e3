import type { ChartFacts } from '../../../contracts/pictures.ts'
import type { Bar } from '../../../domain/market/bar-series.ts'
import { linePrices } from './draw-plan.ts'
import type { Field, Scale } from './price-scale.ts'

/** Room above the highest and below the lowest, as a share of their distance. */
const MARGIN = 0.06
/** Room to the right of the last candle, in candles: for what a plan still has before it. */
const AHEAD = 10
const MINUTE_MS = 60_000

export type ChartScale = Scale &
  Readonly<{
    low: number
    high: number
    /** The left edge of the candle that this moment would begin; null: it lies outside of the field. */
    edge: (atMs: number) => number | null
    /** The same, or the edge of the field that lies nearest. */
    edgeWithin: (atMs: number) => number
  }>

/** Candles stand side by side, whatever the market's pauses; behind the last one time runs on. */
export function chartScale(candles: readonly Bar[], facts: ChartFacts, field: Field): ChartScale {
  const prices = linePrices(facts)
  const high = Math.max(...prices, ...candles.map(bar => bar.high))
  const low = Math.min(...prices, ...candles.map(bar => bar.low))
  const span = Math.max(1, high - low)
  const pointPx = (field.bottom - field.top) / (span * (1 + 2 * MARGIN))
  const slots = candles.length + AHEAD
  const barWidth = (field.right - field.left) / slots
  const slotOf = (atMs: number): number => {
    const at = candles.findLastIndex(({ openMs }) => openMs <= atMs)
    const last = candles.at(-1)
    if (!last || at < candles.length - 1) return at
    return at + Math.floor((atMs - last.openMs) / (facts.frameMinutes * MINUTE_MS))
  }
  const edgeOf = (slot: number) => field.left + slot * barWidth
  return {
    barWidth,
    low: low - span * MARGIN,
    high: high + span * MARGIN,
    y: price => field.top + (high + span * MARGIN - price) * pointPx,
    x: atMs => field.left + (Math.max(0, slotOf(atMs)) + 0.5) * barWidth,
    edge: atMs => {
      const slot = slotOf(atMs)
      return slot < 0 || slot > slots ? null : edgeOf(slot)
    },
    edgeWithin: atMs => edgeOf(Math.min(slots, Math.max(0, slotOf(atMs)))),
  }
}
