import type { Measured } from '../../../engine/contracts/proving.ts'

/** A line that figures are drawn on, from its left end to its right, with the place that they are to be beyond. */
export type Scale = Readonly<{ from: number; to: number; mark: number | null }>

/** Percent from the left; what lies beyond an end is drawn at it. */
export const placeOn = ({ from, to }: Scale, value: number): number =>
  Math.min(100, Math.max(0, (100 * (value - from)) / (to - from)))

/** Beyond the mark with all of its interval, before it with all of it, or neither: which nobody can tell from chance. */
export function verdictOf({ low, high }: Measured, { mark }: Scale): 'above' | 'below' | 'open' {
  if (mark === null || low === null || high === null) return 'open'
  if (low > mark) return 'above'
  return high < mark ? 'below' : 'open'
}

const widest = ({ value, low, high }: Measured, least: number): number =>
  Math.max(least, ...[value, low, high].map(end => Math.abs(end ?? 0)))

/** With nothing in its middle, as wide as the figure needs. */
export const aroundNothing = (figure: Measured, least: number): Scale => {
  const reach = widest(figure, least)
  return { from: -reach, to: reach, mark: 0 }
}

/** From nothing on. */
export const fromNothing = (figure: Measured, least: number, mark: number | null): Scale => ({
  from: 0,
  to: widest(figure, least),
  mark,
})
