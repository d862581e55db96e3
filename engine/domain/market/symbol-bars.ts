import { BarSeries, type Bar } from './bar-series.ts'
import { barEndMs, barOpenMs, TIMEFRAMES, type Timeframe } from './timeframe.ts'
import { MINUTE_MS } from './civil.ts'

/** How many closed bars are remembered: more than a day of minutes, three weeks of quarter hours. */
const CAPACITY = 2_048

type Forming = { -readonly [K in keyof Bar]: Bar[K] } & { endMs: number; live: boolean }
type Frame = Readonly<{ timeframe: Timeframe; series: BarSeries; bar: Forming }>

const frame = (timeframe: Timeframe): Frame => ({
  timeframe,
  series: new BarSeries(CAPACITY),
  bar: { openMs: -1, open: 0, high: 0, low: 0, close: 0, ticks: 0, spread: 0, endMs: -1, live: false },
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
  readonly #minute: Frame
  readonly #longer: readonly Frame[]
  /** No longer bar ends before. */
  #nextEndMs = Number.POSITIVE_INFINITY
  readonly #onClose: (timeframe: Timeframe) => void
  readonly #onSettled: () => void

  /** `onClose` is told of each bar when it is in its series, `onSettled` when all of one instant are. */
  constructor(onClose: (timeframe: Timeframe) => void, onSettled: () => void = () => undefined) {
    const [minute, ...longer] = TIMEFRAMES.map(frame) as [Frame, ...Frame[]]
    this.#minute = minute
    this.#longer = longer
    const all = [minute, ...longer]
    const of = <T>(what: (one: Frame) => T) =>
      Object.fromEntries(all.map(one => [one.timeframe, what(one)])) as Record<Timeframe, T>
    this.series = of(one => one.series)
    this.forming = of(one => one.bar)
    this.#onClose = onClose
    this.#onSettled = onSettled
  }

  /** When the newest M1 bar, closed or forming, ends; −1 before the first. Older data is refused. */
  get horizonMs(): number {
    return this.#minute.bar.endMs
  }

  tick(timeMs: number, bid: number, spread: number): void {
    const { bar } = this.#minute
    if (timeMs >= bar.endMs) {
      this.#closeUntil(timeMs)
      start(bar, 'M1', timeMs, bid)
    } else if (!bar.live) return
    if (bid > bar.high) bar.high = bid
    if (bid < bar.low) bar.low = bid
    bar.close = bid
    bar.spread = spread
    bar.ticks++
  }

  /** A closed M1 bar of the terminal's history. False when it is not newer than what is here. */
  closedMinute({ openMs, open, high, low, close, ticks, spread }: Bar): boolean {
    const { bar } = this.#minute
    if (openMs < bar.endMs) return false
    this.#closeUntil(openMs)
    bar.openMs = openMs
    bar.endMs = openMs + MINUTE_MS
    bar.open = open
    bar.high = high
    bar.low = low
    bar.close = close
    bar.ticks = ticks
    bar.spread = spread
    bar.live = true
    this.#closeUntil(bar.endMs)
    return true
  }

  #closeUntil(nowMs: number): void {
    const { bar } = this.#minute
    if (bar.live && nowMs >= bar.endMs) this.#closeMinute(bar)
    if (nowMs >= this.#nextEndMs) this.#closeLonger(nowMs)
    this.#onSettled()
  }

  #closeMinute(minute: Forming): void {
    for (const { timeframe, bar } of this.#longer) {
      if (!bar.live) {
        start(bar, timeframe, minute.openMs, minute.open)
        if (bar.endMs < this.#nextEndMs) this.#nextEndMs = bar.endMs
      }
      if (minute.high > bar.high) bar.high = minute.high
      if (minute.low < bar.low) bar.low = minute.low
      bar.close = minute.close
      bar.spread = minute.spread
      bar.ticks += minute.ticks
    }
    this.#close(this.#minute)
  }

  #closeLonger(nowMs: number): void {
    let nextEndMs = Number.POSITIVE_INFINITY
    for (const one of this.#longer) {
      const { bar } = one
      if (!bar.live) continue
      if (nowMs >= bar.endMs) this.#close(one)
      else if (bar.endMs < nextEndMs) nextEndMs = bar.endMs
    }
    this.#nextEndMs = nextEndMs
  }

  #close({ timeframe, series, bar }: Frame): void {
    bar.live = false
    series.push(bar)
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
