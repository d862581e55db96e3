import type { Format } from './format.ts'

/** Six decimals keep every price of the desk within 32 bits; what is written beyond them is rounded. */
const MOST_DIGITS = 6

/** Decimals that the prices of these lines are written with, and the ones that are not zeros at the end. */
export type Decimals = Readonly<{ printed: number; meant: number }>

export function decimalsOf(lines: readonly string[], format: Format): Decimals {
  const fractions = lines.flatMap(line => {
    const fields = line.split(format.separator)
    return format.priceColumns.map(column => /^\d+\.(\d+)$/.exec(fields[column] ?? '')?.[1] ?? '')
  })
  const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0)
  return {
    printed: longest(fractions),
    meant: Math.min(MOST_DIGITS, longest(fractions.map(text => text.replace(/0+$/, '')))),
  }
}
