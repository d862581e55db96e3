import { createGenerator } from '../../broker-sim/index.ts'
import { usualDigits, type Pair } from '../../contracts/pairs.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'

/** Monday 8 January 2018, 00:00 UTC. */
export const GENERATED_FROM_MS = Date.UTC(2018, 0, 8)

/** Minutes of the training ground's market, made of its ticks: moods, releases, week-ends. */
export function generatedTape(pair: Pair, seed: number, days: number): MinuteTape {
  const most = days * 1_440
  const column = () => new Int32Array(most)
  const columns = {
    openMs: new Float64Array(most),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    ticks: column(),
    spread: column(),
  }
  const market = createGenerator({
    seed,
    startMs: GENERATED_FROM_MS,
    pairs: [pair],
    untilMs: GENERATED_FROM_MS + days * DAY_MS,
  })
  let at = 0
  for (let minute = market.next(); minute !== null; minute = market.next()) {
    const { length, timeMs, bid, ask } = minute
    if (length === 0) continue
    const first = timeMs[0] as number
    const bids = bid.subarray(0, length)
    columns.openMs[at] = first - (first % 60_000)
    columns.open[at] = bid[0] as number
    columns.high[at] = bids.reduce((high, price) => Math.max(high, price))
    columns.low[at] = bids.reduce((low, price) => Math.min(low, price))
    columns.close[at] = bid[length - 1] as number
    columns.ticks[at] = length
    columns.spread[at] = (ask[0] as number) - (bid[0] as number)
    at++
  }
  const { openMs, open, high, low, close, ticks, spread } = columns
  return {
    pair,
    digits: usualDigits(pair),
    length: at,
    openMs: openMs.slice(0, at),
    open: open.slice(0, at),
    high: high.slice(0, at),
    low: low.slice(0, at),
    close: close.slice(0, at),
    ticks: ticks.slice(0, at),
    spread: spread.slice(0, at),
    spreadSource: 'ticks',
  }
}
