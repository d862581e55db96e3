import { Random } from '../broker-sim/random.ts'
import type { Pair } from '../contracts/pairs.ts'
import { isMarketOpen } from '../domain/market/session-clock.ts'
import type { MinuteTape, TapeStretch } from '../ports/minute-tape.ts'

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

/** All of a tape as one stretch. */
export const wholeTape = (tape: MinuteTape): TapeStretch => ({ tape, own: tape.length, before: 0 })

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

/**
 * Days of a market that wanders without a drift, and with bursts so that there is something to fade: minutes of New York's
 * week, about one in fifty without a quote.
 */
export function aWanderingTape(days: number, seed: number, choices: TapeChoices = {}): MinuteTape {
  const random = new Random(seed)
  const startMs = choices.startMs ?? TAPE_STARTS_MS
  const minutes: TapeMinute[] = []
  let price = 120_000
  let missed = 0
  for (let at = 0; at < days * 1_440; at++) {
    if (!isMarketOpen(startMs + at * MINUTE_MS) || random.uniform() < 0.02) {
      missed++
      continue
    }
    const burst = random.uniform() < 0.004 ? 12 : 1
    const [open, mid] = [price, price + Math.round(9 * burst * random.gaussian())]
    const close = mid + Math.round(4 * random.gaussian())
    const reach = () => Math.round(4 * Math.abs(random.gaussian()))
    minutes.push({
      bar: [open, Math.max(open, mid, close) + reach(), Math.min(open, mid, close) - reach(), close],
      after: missed,
    })
    price = close
    missed = 0
  }
  return aTape(minutes, choices)
}
