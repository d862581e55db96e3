import { baseOf, PAIRS, quoteOf, type Pair } from '../../../contracts/pairs.ts'

/** The pair that a name holds (`EURUSD`, `eur_usd`, `EUR-USD.m`); null when it holds none, or several. */
export function pairInName(name: string): Pair | null {
  const found = PAIRS.filter(pair => new RegExp(`${baseOf(pair)}[-_. ]?${quoteOf(pair)}`, 'i').test(name))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Start of the UTC day that a name holds as YYYYMMDD; null when it holds none. */
export function dayInName(name: string): number | null {
  for (const [, year, month, day] of name.matchAll(/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g)) {
    const dayMs = dayMsOf(Number(year), Number(month), Number(day))
    if (dayMs !== null) return dayMs
  }
  return null
}

/** Start of a UTC day; null when the calendar has no such day. */
export function dayMsOf(year: number, month: number, day: number): number | null {
  const dayMs = Date.UTC(year, month - 1, day)
  const date = new Date(dayMs)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dayMs : null
}

/** What `read` finds in the first name that tells. */
export function firstTold<T>(names: readonly string[], read: (name: string) => T | null): T | null {
  for (const name of names) {
    const told = read(name)
    if (told !== null) return told
  }
  return null
}
