import type { BarRow, RowFault } from '../formats/format.ts'

const MINUTE_MS = 60_000

/** Judges the bars of one pair across all its files: one a minute, on the minute, later than the one before. */
export type BarOrder = (bar: BarRow) => RowFault | null

export function barOrder(): BarOrder {
  let lastMs = Number.NEGATIVE_INFINITY
  return ({ openMs }) => {
    if (openMs % MINUTE_MS !== 0) return 'BAD_TIME'
    if (openMs === lastMs) return 'DUPLICATE'
    if (openMs < lastMs) return 'OUT_OF_ORDER'
    lastMs = openMs
    return null
  }
}
