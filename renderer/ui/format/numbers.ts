const MINUS = '−'

/** Fixed decimals with a true minus; −0 is 0. */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? MINUS + text : text
}

/** The same with a plus in front of what is above zero. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals)
  return value > 0 && Number(text) !== 0 ? `+${text}` : text
}

export const rText = (r: number): string => `${signed(r, 2)} R`
export const percentText = (share: number, decimals = 0): string => `${fixed(share * 100, decimals)} %`

export function lotsText(lots: number): string {
  return lots.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 8 })
}

/** A value as it was told, to the fifth digit after the point and no further. */
export const valueText = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 5 })

export const countText = (count: number): string => count.toLocaleString('en-US')
