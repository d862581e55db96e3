const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Cents as an amount, without its currency: 1,234.50. */
export function amountText(cents: number): string {
  const text = amount.format(Math.abs(cents) / 100)
  return cents < 0 ? `−${text}` : text
}

/** With a plus in front of a gain. */
export function signedAmountText(cents: number): string {
  return cents > 0 ? `+${amountText(cents)}` : amountText(cents)
}
