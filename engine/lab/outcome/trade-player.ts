import { nightsHeld } from '../cost/nights.ts'
import { BLOCK, isRest, type TradedTape } from './tape-blocks.ts'

/** A trade as it is laid out. `at` is the minute of the tape at whose open it is entered; distances are points. */
export type Trade = Readonly<{
  at: number
  /** +1 long, −1 short. */
  side: number
  stop: number
  target: number
  timeExitMs: number
}>

/** Places in ENDINGS. */
export const TARGET = 0
export const STOP = 1
export const TIMEOUT = 2
export const OPEN = 3

/**
 * Plays trades of one tape minute by minute. A long is entered at the ask and left at the bid, a short the other way
 * about; stop and target are measured from the quote at the entry. Within a minute, what its open meets comes first, since both
 * orders lie at the broker: a stop that the open has jumped is filled at that open, a target exactly as asked, as a limit order.
 * Then comes the time exit, at that open; then the stop, then the target. Before the market rests a trade is closed at the last
 * price there was.
 * What came of the last trade stands in the fields until the next one.
 */
export class TradePlayer {
  /** Place in ENDINGS. */
  ending = OPEN
  /** Minute of the tape in which it ended; of an open one the last there is. */
  at = 0
  /** Result in R after costs; NaN of an open one. */
  r = Number.NaN
  /** The minute of its end held stop and target, and the stop was taken. */
  ambiguous = false
  readonly #traded: TradedTape
  #side = 1
  /** How many spreads the side that the position is left on lies above the bid. */
  #asked = 0
  /** On the scale of the trade: prices of a short are negative, so that up is always good. */
  #entry = 0
  #stopAt = 0
  #targetAt = 0
  #timeExitMs = 0

  constructor(traded: TradedTape) {
    this.#traded = traded
  }

  /** With all its costs `multiple` times as high; 0 is without any. */
  play(trade: Trade, multiple: number): void {
    const { tape, costs } = this.#traded
    this.#side = trade.side
    this.#asked = trade.side > 0 ? 0 : multiple
    const asked = trade.side > 0 ? multiple * (costs.spread[trade.at] as number) : 0
    this.#entry = trade.side * ((tape.open[trade.at] as number) + asked)
    this.#stopAt = this.#entry - trade.stop
    this.#targetAt = this.#entry + trade.target
    this.#timeExitMs = trade.timeExitMs
    this.ambiguous = false
    const exit = this.#walk(trade.at)
    const slip = costs.entrySlip + (this.ending === TARGET ? 0 : costs.exitSlip)
    const paid = multiple * (costs.commission + slip)
    const swap = multiple > 0 && costs.swap !== null ? this.#swapSince(trade.at) : 0
    this.r = (exit - this.#entry - paid + swap) / trade.stop
  }

  /** The price at which it ended, on the scale of the trade. */
  #walk(entryAt: number): number {
    const { length, openMs, high, low } = this.#traded.tape
    const { spread } = this.#traded.costs
    const side = this.#side
    for (let at = entryAt; at < length; at++) {
      if (at % BLOCK === 0) at = this.#quietUntil(at)
      if (at >= length) break
      if (at > entryAt) {
        if (isRest(openMs, at)) return this.#closeAt(at - 1)
        const opened = this.#openOf(at)
        if (opened <= this.#stopAt) return this.#end(STOP, at, opened)
        if (opened >= this.#targetAt) return this.#end(TARGET, at, this.#targetAt)
        if ((openMs[at] as number) >= this.#timeExitMs) return this.#end(TIMEOUT, at, opened)
      }
      const margin = this.#asked * (spread[at] as number)
      const upper = side * ((high[at] as number) + margin)
      const lower = side * ((low[at] as number) + margin)
      const best = side > 0 ? upper : lower
      const worst = side > 0 ? lower : upper
      if (worst <= this.#stopAt) {
        this.ambiguous = best >= this.#targetAt
        return this.#end(STOP, at, this.#stopAt)
      }
      if (best >= this.#targetAt) return this.#end(TARGET, at, this.#targetAt)
    }
    return this.#end(OPEN, length - 1, Number.NaN)
  }

  /** The minute before which whole blocks pass without any event. */
  #quietUntil(from: number): number {
    const { tape, blocks } = this.#traded
    let block = from / BLOCK
    for (; block < blocks.high.length; block++) {
      if (blocks.rests[block] === 1) break
      if ((tape.openMs[block * BLOCK + BLOCK - 1] as number) >= this.#timeExitMs) break
      const upper =
        this.#side * ((blocks.high[block] as number) + this.#asked * (blocks.widest[block] as number))
      const lower =
        this.#side * ((blocks.low[block] as number) + this.#asked * (blocks.tightest[block] as number))
      if (Math.min(upper, lower) <= this.#stopAt || Math.max(upper, lower) >= this.#targetAt) break
    }
    return block * BLOCK
  }

  #openOf(at: number): number {
    const { tape, costs } = this.#traded
    return this.#side * ((tape.open[at] as number) + this.#asked * (costs.spread[at] as number))
  }

  #closeAt(at: number): number {
    const { tape, costs } = this.#traded
    const close = (tape.close[at] as number) + this.#asked * (costs.spread[at] as number)
    return this.#end(TIMEOUT, at, this.#side * close)
  }

  #end(ending: number, at: number, price: number): number {
    this.ending = ending
    this.at = at
    return price
  }

  #swapSince(entryAt: number): number {
    const { tape, costs } = this.#traded
    const nights = nightsHeld(tape.openMs[entryAt] as number, tape.openMs[this.at] as number)
    return nights * ((this.#side > 0 ? costs.swap?.long : costs.swap?.short) ?? 0)
  }
}
