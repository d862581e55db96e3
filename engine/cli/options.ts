/** Parsers of what is typed on a command line. Each refuses with what it expected. */
import { InvalidArgumentError, Option } from 'commander'
import { Pair, PAIRS } from '../contracts/pairs.ts'
import type { ServerTime } from '../contracts/server-time.ts'

/** Values of an option that may be given several times, or several at once. */
export const several = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
]

/** EURUSD,usdjpy */
export function pairs(text: string, before: readonly Pair[] | undefined): readonly Pair[] {
  const given = text.split(',').map(name => {
    const pair = Pair.safeParse(name.trim().toUpperCase())
    if (!pair.success) throw new InvalidArgumentError(`"${name}" is none of ${PAIRS.join(', ')}.`)
    return pair.data
  })
  return [...new Set([...(before ?? []), ...given])]
}

export function wholeNumber(from: number, to: number): (text: string) => number {
  return text => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= from && value <= to) return value
    throw new InvalidArgumentError(`Expected a whole number from ${from} to ${to}.`)
  }
}

/** Market seconds a second; 0 is as fast as it goes. */
export function speed(text: string): number {
  if (text === 'max') return 0
  const value = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && value <= 100_000) return value
  throw new InvalidArgumentError('Expected "max", or market seconds a second from 0 to 100000.')
}

/** 2018-09-01 as the first moment of that day, UTC ms. */
export function utcDay(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text)) return ms
  throw new InvalidArgumentError('Expected a day such as 2018-09-01.')
}

const CLOCKS: Readonly<Record<string, ServerTime>> = {
  'ny-close': 'newYorkClose',
  'eastern-europe': 'easternEurope',
  'new-york': 'newYork',
}

export function serverTime(text: string): ServerTime {
  const clock = CLOCKS[text]
  if (clock !== undefined) return clock
  const hours = Number(text)
  if (/^[+-]?\d{1,2}(\.\d+)?$/.test(text) && Math.abs(hours) <= 14) return hours
  throw new InvalidArgumentError(
    `Expected hours ahead of UTC such as +2, or ${Object.keys(CLOCKS).join(', ')}.`,
  )
}

export const jsonOption = () => new Option('--json', 'answer in JSON, for programs')
export const dataFolderOption = () => new Option('--data-folder <folder>', "where the desk's data is kept")
export const pairsOption = () =>
  new Option('--symbols <pairs>', 'only these pairs, as in EURUSD,USDJPY').argParser(pairs)
export const calendarOption = () =>
  new Option(
    '--calendar <files...>',
    'announcements, as the desk reads them (docs/calendar.md); without any, nothing is refused for news',
  ).argParser(several)
export const serverTimeOption = () =>
  new Option(
    '--server-offset <hours>',
    'hours that the clock of MetaTrader files is ahead of UTC, or ny-close; without it, inferred from their week-ends',
  ).argParser(serverTime)
