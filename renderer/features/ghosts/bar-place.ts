import type { GhostFigures } from '../../../engine/contracts/ghosts.ts'

/** Where an R lies on a line from −widest to +widest, percent. */
export const barPlace = (r: number, widestR: number): number =>
  Math.min(100, Math.max(0, 50 + (50 * r) / widestR))

/** The furthest end of any interval from nought: all lines have one scale. */
export function widestOf(rows: readonly Pick<GhostFigures, 'mean'>[]): number {
  const ends = rows.flatMap(({ mean }) =>
    mean.is === 'known' ? [mean.r, mean.low ?? 0, mean.high ?? 0].map(Math.abs) : [],
  )
  return Math.max(0.1, ...ends)
}
