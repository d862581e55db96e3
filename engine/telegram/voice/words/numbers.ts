/** Numbers as they are said, so that a price is understood by ear: each decimal by itself. */
const SMALL = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
] as const // prettier-ignore
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

/** Longer ones are names, such as tickets: said digit by digit. */
const LONGEST = 6

/** `1.10234`: one point one zero two three four. `1,240`: one thousand two hundred forty. Digits, commas and one point. */
export function spokenNumber(written: string): string {
  const [whole = '', decimals] = written.replaceAll(',', '').split('.')
  const before = whole.length > LONGEST ? spokenDigits(whole) : spokenInteger(Number(whole))
  return decimals === undefined ? before : `${before} point ${spokenDigits(decimals)}`
}

/** `09:05`: zero nine zero five. `10:35`: ten thirty five. */
export const spokenClock = (hours: string, minutes: string): string =>
  [hours, minutes].map(part => (part.startsWith('0') ? spokenDigits(part) : spokenNumber(part))).join(' ')

const spokenDigits = (digits: string): string =>
  Array.from(digits, digit => SMALL[Number(digit)] ?? '').join(' ')

function spokenInteger(value: number): string {
  if (value < 20) return SMALL[value] ?? ''
  if (value < 100) return joined(TENS[Math.floor(value / 10)] ?? '', value % 10)
  if (value < 1_000) return joined(`${spokenInteger(Math.floor(value / 100))} hundred`, value % 100)
  return joined(`${spokenInteger(Math.floor(value / 1_000))} thousand`, value % 1_000)
}

const joined = (before: string, rest: number): string =>
  rest === 0 ? before : `${before} ${spokenInteger(rest)}`
