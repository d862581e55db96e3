/**
 * A new lowest equity below the peak goes on record when it is so much of the peak below the last one: at most four hundred lines
 * from a peak to nothing, and no fall is told too small by more than this.
 */
export const TROUGH_GRAIN = 0.0025

/** `lowestCents`: the lowest on record since the peak; null: none. Payments since then are left out of both. */
export const isNewTrough = (equityCents: number, peakCents: number, lowestCents: number | null): boolean =>
  peakCents > 0 && equityCents <= Math.min(peakCents, lowestCents ?? peakCents) - peakCents * TROUGH_GRAIN
