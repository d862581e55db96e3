import type { KeptPair, KeptTerminal } from '../../../../engine/contracts/lab-runs.ts'
import type { Pair } from '../../../../engine/contracts/pairs.ts'
import type { TerminalId } from '../../../../engine/contracts/primitives.ts'

/** What a person has chosen; null: nothing yet. */
export type Wanted = Readonly<{ terminal: TerminalId | null; pair: Pair | null; dayMs: number | null }>

const DAY_MS = 86_400_000
export const startOfDay = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS

/** What was chosen, as far as it is kept; otherwise the first that is. */
export function keptOf(
  terminals: readonly KeptTerminal[],
  wanted: Wanted,
): Readonly<{ terminal: KeptTerminal | null; kept: KeptPair | null }> {
  const terminal = terminals.find(each => each.terminal === wanted.terminal) ?? terminals[0] ?? null
  const pairs = terminal?.pairs ?? []
  return { terminal, kept: pairs.find(({ pair }) => pair === wanted.pair) ?? pairs[0] ?? null }
}

/** The day that was chosen, within those that are kept; without a choice the newest. */
export function dayOf({ fromMs, toMs }: KeptPair, { dayMs }: Wanted): number {
  const [first, last] = [startOfDay(fromMs), startOfDay(toMs)]
  return Math.min(last, Math.max(first, dayMs ?? last))
}

/** 2014-05-01, as a date field holds it. */
export const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Null: a date that is not typed to its end. */
export function msOfDate(text: string): number | null {
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) ? null : ms
}

export const nextDay = (ms: number, by: 1 | -1): number => ms + by * DAY_MS
