/** How figures with their uncertainty are written. What is not known is a dash, and never a number. */
import type { Measured } from '../../contracts/proving.ts'

export const UNKNOWN = '–'
export const TOO_FEW = 'too few'

/** −0.25; the minus is a true one, and nothing is a negative nothing. */
export function real(value: number | null): string {
  if (value === null) return UNKNOWN
  const text = Math.abs(value).toFixed(2)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

export const percent = (share: number | null): string =>
  share === null ? UNKNOWN : `${Math.round(100 * share)} %`

/** Of something that is never certain, whatever it rounds to. */
export function chance(share: number | null): string {
  if (share === null) return UNKNOWN
  return share > 0.99 ? 'over 99 %' : share < 0.01 ? 'under 1 %' : percent(share)
}

/** 0.21 [−0.05, 0.44]; without an interval it says so. */
export const within = ({ value, low, high }: Measured, text: (value: number | null) => string): string =>
  value === null
    ? UNKNOWN
    : `${text(value)} [${low === null && high === null ? 'too few days' : `${text(low)}, ${text(high)}`}]`
