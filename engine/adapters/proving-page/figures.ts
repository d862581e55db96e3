/** How the page writes its figures. Nothing known is a dash. */
import type { Measured } from '../../contracts/proving.ts'

const DASH = '—'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Known = number | null

const written = (value: Known, write: (value: number) => string): string =>
  value === null ? DASH : write(value).replace('-', '−')

/** +0.023 */
export const signed = (value: Known, digits = 3): string =>
  written(value, known => {
    const text = known.toFixed(digits)
    // A figure that rounds to nothing has no side.
    return Number(text) === 0 ? text.replace('-', '') : `${known > 0 ? '+' : ''}${text}`
  })

export const fixed = (value: Known, digits: number): string => written(value, known => known.toFixed(digits))

/** 33.4 % */
export const percent = (value: Known, digits = 1): string =>
  written(value, known => `${(known * 100).toFixed(digits)} %`)

/** 1,234 */
export const count = (value: number): string => value.toLocaleString('en-US')

/** +0.023 R [−0.091, +0.098] */
export const measuredR = ({ value, low, high }: Measured): string =>
  low === null && high === null
    ? `${signed(value)} R`
    : `${signed(value)} R [${signed(low)}, ${signed(high)}]`

/** Nothing where neither end is known. */
export const rangeOf = ({ low, high }: Measured, write: (value: Known) => string): string =>
  low === null && high === null ? '' : `[${write(low)}, ${write(high)}]`

/** 1 Sep 2018, UTC */
export function day(ms: number): string {
  const date = new Date(ms)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

export const monthName = (ms: number): string => MONTHS[new Date(ms).getUTCMonth()] ?? DASH
