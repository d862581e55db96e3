import type { Measured } from '../../contracts/proving.ts'
import type { Estimate } from './estimate.ts'

/** Reports are JSON, which has no words for "unknown" and "without end" but null. */
export const real = (value: number): number | null => (Number.isFinite(value) ? value : null)

export const measured = ({ value, low, high, n }: Estimate): Measured => ({
  value: real(value),
  low: real(low),
  high: real(high),
  n,
})
