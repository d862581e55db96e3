import { BarSeries, type Bar } from './bar-series.ts'
import { barEndMs, barOpenMs, TIMEFRAMES, type Timeframe } from './timeframe.ts'
import { MINUTE_MS } from './civil.ts'

/** How many closed bars are remembered: more than a day of minutes, three weeks of quarter hours. */
const CAPACITY = 2_048

type Forming = { -readonly [K in keyof Bar]: Bar[K] } & { endMs: number; live: boolean }

const nothing = (): Forming => ({
  openMs: -1,
  endMs: -1,
  open: 0,
  high: 0,
  low: 0,
  close: 0,
  ticks: 0,
  spread: 0,
  live: false,
})

/**
 * Bars of all timeframes of one symbol. Ticks make M1 bars, closed M1 bars make the others, so they always nest. A bar
 * is closed by the first tick at or after its end; minutes without a tick have no bar. Closed bars are reported in the
 * order M1, M5, M15, H1, H4, D1.
 */
export class SymbolBars {
  readonly series: Readonly<Record<Timeframe, BarSeries>>
  /** What has not closed yet, for a preview; `live` is false between a bar's close and the next one's first price. */
  readonly forming: Readonly<Record<Timeframe, Readonly<Forming>>>
  readonly #forming: Record<Timeframe, Forming>
  readonly #onClose: (timeframe: Timeframe) => void
  readonly #onSettled: () => void

  /** `onClose` is told of each bar when it is in its series, `onSettled` when all of one instant are. */
  constructor(onClose: (timeframe: Timeframe) => void, onSettled: () => void = () => undefined) {
    const of = <T>(make: () => T) =>
      Object.fromEntries(TIMEFRAMES.map(timeframe => [timeframe, make()])) as Record<Timeframe, T>
    this.series = of(() => new BarSeries(CAPACITY))
    this.#forming = of(nothing)
    this.forming = this.#forming
    this.#onClose = onClose
    this.#onSettled = onSettled
  }

  /** When the newest M1 bar, closed or forming, ends; −1 before the first. Older data is refused. */
  get horizonMs(): number {
    return this.#forming.M1.endMs
  }

  tick(timeMs: number, bid: number, spread: number): void {
    const bar = this.#forming.M1
    if (timeMs >= bar.endMs) {
      this.#closeUntil(timeMs)
      start(bar, 'M1', timeMs, bid)
    }
    if (bid > bar.high) bar.high = bid
    if (bid < bar.low) bar.low = bid
    bar.close = bid
    bar.spread = spread
    bar.ticks++
  }

  /** A closed M1 bar of the terminal's history. False when it is not newer than what is here. */
  closedMinute(bar: Bar): boolean {
    const forming = this.#forming.M1
    if (bar.openMs < forming.endMs) return false
    this.#closeUntil(bar.openMs)
    Object.assign(forming, bar, { endMs: bar.openMs + MINUTE_MS, live: true })
    this.#closeUntil(forming.endMs)
    return true
  }

  #closeUntil(nowMs: number): void {
    const minute = this.#forming.M1
    if (minute.live && nowMs >= minute.endMs) this.#closeMinute(minute)
    for (const timeframe of TIMEFRAMES) {
      if (timeframe === 'M1') continue
      const bar = this.#forming[timeframe]
      if (bar.live && nowMs >= bar.endMs) this.#close(timeframe, bar)
    }
    this.#onSettled()
  }

  #closeMinute(minute: Forming): void {
    for (const timeframe of TIMEFRAMES) {
      if (timeframe === 'M1') continue
      const bar = this.#forming[timeframe]
      if (!bar.live) start(bar, timeframe, minute.openMs, minute.open)
      if (minute.high > bar.high) bar.high = minute.high
      if (minute.low < bar.low) bar.low = minute.low
      bar.close = minute.close
      bar.spread = minute.spread
      bar.ticks += minute.ticks
    }
    this.#close('M1', minute)
  }

  #close(timeframe: Timeframe, bar: Forming): void {
    bar.live = false
    this.series[timeframe].push(bar)
    this.#onClose(timeframe)
  }
}

function start(bar: Forming, timeframe: Timeframe, nowMs: number, price: number): void {
  bar.openMs = barOpenMs(timeframe, nowMs)
  bar.endMs = barEndMs(timeframe, bar.openMs)
  bar.open = price
  bar.high = price
  bar.low = price
  bar.close = price
  bar.ticks = 0
  bar.live = true
}
