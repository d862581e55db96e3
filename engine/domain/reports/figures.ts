const MINUS = '−'
const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? MINUS : '')

/** With a sign, since gain and loss are told apart; what is nothing after rounding has none. */
function signed(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits))
  return `${sign(rounded)}${Math.abs(rounded).toFixed(digits)}`
}

export const inR = (r: number): string => `${signed(r, 2)} R`
/** In the account's currency, which the ledger does not name. */
export const money = (cents: number): string => signed(cents / 100, 2)
export const xpText = (xp: number): string => `${signed(xp, 0)} XP`
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
