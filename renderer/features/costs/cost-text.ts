import type { Distribution } from '../../../engine/contracts/execution-costs.ts'
import { costsCopy } from '../../copy/costs.ts'

/** What is usual of some figures: nothing of none, and of a few only that they are too few. */
export function usualText(
  figures: Distribution,
  which: 'median' | 'p90',
  text: (value: number) => string,
): string {
  if (figures.n === 0) return costsCopy.none
  return figures.is === 'known' ? text(figures[which]) : costsCopy.tooFew
}

/** How long the bar of a figure is beside the longest, 0 to 1. What was in the trader's favour has none. */
export function barShare(value: number | null, all: readonly (number | null)[]): number {
  const longest = Math.max(...all.map(each => each ?? 0), 0)
  return value === null || value <= 0 || longest === 0 ? 0 : value / longest
}

export const medianOf = (figures: Distribution): number | null =>
  figures.is === 'known' ? figures.median : null
