/** How figures are written for a person, wherever: on a command line, in a report, in a message. */
const MINUS = '−'

/** 1,234,567 or −25 */
export const count = (value: number): string => grouped(String(value).replace('-', MINUS))

/** 1 bar, 2 bars */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** An amount of cents as it stands, in the account's currency: 12.34 or −12.34 */
export const money = (cents: number): string => withMinus(cents / 100, 2)

/** What was won or lost, of cents: +12.34 or −12.34 */
export const gain = (cents: number): string => signed(cents / 100, 2)

/** +1.25 R */
export const inR = (r: number): string => `${signed(r, 2)} R`

/** −10.0 pips */
export const inPips = (pips: number): string => `${signed(pips, 1)} pips`

/** +40 XP */
export const xpText = (xp: number): string => `${xp > 0 ? '+' : ''}${grouped(withMinus(xp, 0))} XP`

/** Two decimals, and more only where the broker's step is finer: 0.40, 0.125 */
export const lotsWritten = (lots: number): string => {
  const text = String(Number(lots.toFixed(8)))
  return (text.split('.')[1] ?? '').length > 2 ? text : lots.toFixed(2)
}

/** With a sign, since gain and loss are told apart; what is nothing after rounding has none. */
export function signed(value: number, digits: number): string {
  const text = withMinus(value, digits)
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text
}

/** The minus is a true one, and nothing has none. */
function withMinus(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits))
  return `${rounded < 0 ? MINUS : ''}${Math.abs(rounded).toFixed(digits)}`
}

/** Only what stands before the point. */
const grouped = (text: string): string => text.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',')
