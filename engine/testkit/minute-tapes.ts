import type { Pair } from '../contracts/pairs.ts'
import type { MinuteTape } from '../ports/minute-tape.ts'

const MINUTE_MS = 60_000

/** Monday 8 January 2018, 12:00 UTC: 07:00 in New York. */
export const TAPE_STARTS_MS = Date.UTC(2018, 0, 8, 12)

/** One minute of a tape: open, high, low, close in points; `after` skips so many minutes first. */
export type TapeMinute = Readonly<{
  bar: readonly [open: number, high: number, low: number, close: number]
  after?: number
  spread?: number
}>

/** A bar that never leaves its price. */
export const still = (price: number): TapeMinute => ({ bar: [price, price, price, price] })

export type TapeChoices = Readonly<{
  pair?: Pair
  digits?: number
  startMs?: number
  spread?: number
  spreadSource?: MinuteTape['spreadSource']
}>

/** A tape of the minutes that are given. Without another word its bars tell a spread of 10 points. */
export function aTape(minutes: readonly TapeMinute[], choices: TapeChoices = {}): MinuteTape {
  const {
    pair = 'EURUSD',
    digits = 5,
    startMs = TAPE_STARTS_MS,
    spread = 10,
    spreadSource = 'bars',
  } = choices
  const column = (of: (minute: TapeMinute) => number) => Int32Array.from(minutes, of)
  let openMs = startMs - MINUTE_MS
  const times = Float64Array.from(minutes, ({ after = 0 }) => (openMs += (1 + after) * MINUTE_MS))
  return {
    pair,
    digits,
    length: minutes.length,
    openMs: times,
    open: column(({ bar }) => bar[0]),
    high: column(({ bar }) => bar[1]),
    low: column(({ bar }) => bar[2]),
    close: column(({ bar }) => bar[3]),
    ticks: column(() => 1),
    spread: column(minute => minute.spread ?? spread),
    spreadSource,
  }
}
