import { baseOf, PAIRS, quoteOf } from '../../../contracts/pairs.ts'
import { visible } from '../../texts/html.ts'
import { spokenClock, spokenNumber } from './numbers.ts'

/** As dealers say them. */
const CURRENCIES: Readonly<Record<string, string>> = {
  EUR: 'euro',
  USD: 'dollar',
  GBP: 'pound',
  JPY: 'yen',
  CHF: 'Swiss franc',
  CAD: 'Canadian dollar',
  AUD: 'Aussie dollar',
  NZD: 'Kiwi dollar',
}
/** Of a figure: in the singular, and of all others. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  '%': ['percent', 'percent'],
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  R: ['R', 'R'],
  XP: ['X P', 'X P'],
}
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const // prettier-ignore

const PAIR = new RegExp(`\\b(?:${PAIRS.join('|')})\\b`, 'g')
const AMOUNT = new RegExp(`(?<=\\d )(?:${Object.keys(CURRENCIES).join('|')})\\b`, 'g')
const CURRENCY = new RegExp(`\\b(?:${Object.keys(CURRENCIES).join('|')})\\b`, 'g')
const DATE = /\b(\d{4})-(0[1-9]|1[0-2])-(\d\d)\b/g
const CLOCK = /\b([01]\d|2[0-3]):([0-5]\d)\b/g
const RATIO = /(?<=\d) : (?=\d)/g
/** A minus may be a hyphen, where it does not join two words. */
const FIGURE =
  /([+−]|(?<![^\s(])-)?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(?: ?(%|(?:s|min|h|d|R|XP)(?!\w)))?/g
/** Also what a speech engine would take for orders to itself. */
const UNSPEAKABLE = /[^\p{L}\p{M}\p{Zs}.,:;!?'’-]+/gu
const SHOUTED = /\b\p{Lu}{4,}\b/gu

/** A written sentence as it is said: figures, pairs, times and units become words, and what cannot be said falls away. */
export function aloud(written: string): string {
  return visible(written)
    .replaceAll(/\s*·\s*/g, ', ')
    .replaceAll(PAIR, pair => PAIRS.flatMap(of => (of === pair ? [`${named(baseOf(of))} ${named(quoteOf(of))}`] : [])).join(''))
    .replaceAll(AMOUNT, currency => (currency === 'JPY' ? 'yen' : `${named(currency)}s`))
    .replaceAll(CURRENCY, named)
    .replaceAll('UTC', 'U T C')
    .replaceAll(DATE, (_, year: string, month: string, day: string) => ` ${MONTHS[Number(month) - 1] ?? ''} ${spokenNumber(day)} ${spokenNumber(year)} `)
    .replaceAll(CLOCK, (_, hours: string, minutes: string) => ` ${spokenClock(hours, minutes)} `)
    .replaceAll(RATIO, ' to ')
    .replaceAll(FIGURE, figure)
    .replaceAll(UNSPEAKABLE, ' ')
    .replaceAll(/(?<=^|\s)-+(?=\s|$)/g, ' ')
    .replaceAll(SHOUTED, word => word.toLowerCase())
    .replaceAll(/\s+(?=[.,:;!?](?:\s|$))/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
} // prettier-ignore

const named = (currency: string): string => CURRENCIES[currency] ?? currency

function figure(_: string, sign: string | undefined, whole: string, decimals = '', unit = ''): string {
  const said = spokenNumber(whole + decimals)
  const [one, many] = UNITS[unit] ?? ['', '']
  const before = sign === undefined ? '' : sign === '+' ? 'plus ' : 'minus '
  return ` ${before}${said} ${whole === '1' && decimals === '' ? one : many} `
}
