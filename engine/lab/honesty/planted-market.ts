import { SymbolMarket } from '../../domain/market/symbol-market.ts'
import { barEndMs, TIMEFRAME_BIT } from '../../domain/market/timeframe.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { FairMarket } from './fair-market.ts'

const PAIR = 'EURUSD'
const DIGITS = 5

/** What is planted: after every proposal of `setup`, so many points a minute towards its side. */
export type Plant = Readonly<{ setup: Setup; points: number; minutes: number }>

/** A tape, and how much drift was planted in each of its minutes, points. */
export type PlantedMarket = Readonly<{ tape: MinuteTape; drift: Float64Array }>

/**
 * A fair market that gives way after the proposals of one setup, made minute by minute with the setup looking on: so it is known
 * of every trade how much of its result was planted. Without a plant it is fair.
 */
export function plantedMarket(seed: number, days: number, plant: Plant | null): PlantedMarket {
  const fair = new FairMarket(seed, days)
  const minutes = new TapeMaker(days * 1_440)
  const pushes: { side: number; left: number }[] = []
  const market: SymbolMarket = new SymbolMarket(PAIR, DIGITS, closed => {
    if (plant === null || (closed & TIMEFRAME_BIT[plant.setup.timeframe]) === 0) return
    const { timeframe, propose } = plant.setup
    const proposal = propose(market, barEndMs(timeframe, market.bars.series[timeframe].openMs(0)))
    if (proposal) pushes.push({ side: proposal.side === 'buy' ? 1 : -1, left: plant.minutes })
  })
  for (;;) {
    const points = plant?.points ?? 0
    const drift = pushes.reduce((sum, { side }) => sum + side * points, 0)
    const minute = fair.next(drift)
    if (minute === null) return minutes.take()
    minutes.add(minute, drift)
    for (const push of pushes) push.left--
    while (pushes[0]?.left === 0) pushes.shift()
    market.closedMinute(minute)
  }
}

class TapeMaker {
  readonly #columns
  #length = 0

  constructor(most: number) {
    const column = () => new Int32Array(most)
    this.#columns = {
      openMs: new Float64Array(most),
      open: column(),
      high: column(),
      low: column(),
      close: column(),
      ticks: column(),
      spread: column(),
      drift: new Float64Array(most),
    }
  }

  add(minute: Parameters<SymbolMarket['closedMinute']>[0], drift: number): void {
    const at = this.#length++
    const columns = this.#columns
    columns.openMs[at] = minute.openMs
    columns.open[at] = minute.open
    columns.high[at] = minute.high
    columns.low[at] = minute.low
    columns.close[at] = minute.close
    columns.ticks[at] = minute.ticks
    columns.spread[at] = minute.spread
    columns.drift[at] = drift
  }

  take(): PlantedMarket {
    const length = this.#length
    const { openMs, open, high, low, close, ticks, spread, drift } = this.#columns
    return {
      tape: {
        pair: PAIR,
        digits: DIGITS,
        length,
        openMs: openMs.slice(0, length),
        open: open.slice(0, length),
        high: high.slice(0, length),
        low: low.slice(0, length),
        close: close.slice(0, length),
        ticks: ticks.slice(0, length),
        spread: spread.slice(0, length),
        spreadSource: 'ticks',
      },
      drift: drift.slice(0, length),
    }
  }
}

/** What was planted in a trade's way, R: the drift of the minutes it was held, and half of that of its last. */
export function plantedR({ drift, tape }: PlantedMarket, candidates: Candidates, row: number): number {
  const { entryAt, exitMs, side, stop } = candidates
  const sideOf = side[row] as number
  let points = 0
  for (let at = entryAt[row] as number; at < tape.length; at++) {
    const isLast = (tape.openMs[at] as number) >= (exitMs[row] as number)
    points += (isLast ? 0.5 : 1) * sideOf * (drift[at] as number)
    if (isLast) break
  }
  return points / (stop[row] as number)
}
