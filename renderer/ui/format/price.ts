/** A price in points as text: 110234 with 5 digits is 1.10234. */
export function priceText(points: number, digits: number): string {
  return (points / 10 ** digits).toFixed(digits)
}

export type PriceParts = Readonly<{ handle: string; pips: string; fraction: string }>

/**
 * A price as traders read it: the handle, the two digits of the pip, and the fraction of a pip. A symbol quoted without
 * fractions (4 or 2 digits) has none.
 */
export function splitPrice(text: string): PriceParts {
  const decimals = text.length - 1 - text.indexOf('.')
  const fractionDigits = text.includes('.') && decimals % 2 === 1 ? 1 : 0
  const pipsEnd = text.length - fractionDigits
  return {
    handle: text.slice(0, pipsEnd - 2),
    pips: text.slice(pipsEnd - 2, pipsEnd),
    fraction: text.slice(pipsEnd),
  }
}
