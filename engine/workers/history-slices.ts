import { BAR_BYTES } from '../adapters/terminal-messages/index.ts'
import type { ToEngine } from '../contracts/engine-port.ts'

type Frame = Extract<ToEngine, { kind: 'frame' }>

/** Bars of one turn: some milliseconds, which is what an order may have to wait for. */
export const SLICE_BARS = 200
const SLICE_BYTES = SLICE_BARS * BAR_BYTES

export type HistorySlicesParts = Readonly<{
  /** A slice of a message of bars, like a message of its own; the message has been taken with its last. */
  read(slice: Frame, isLast: boolean): void
  /** Does it in a turn of its own, after what has come by then. */
  later(work: () => void): void
}>

/**
 * Weeks of minutes of fifteen symbols take seconds to read, and come in messages of thousands. They wait here and are read a
 * slice a turn, so that no command, price or verdict stands behind them.
 */
export class HistorySlices {
  readonly #parts: HistorySlicesParts
  readonly #frames: Frame[] = []
  /** Bytes of the first that have been read. */
  #at = 0
  #isDue = false
  /** Ticks that no slice was read for yet. */
  #ticks = 0

  constructor(parts: HistorySlicesParts) {
    this.#parts = parts
  }

  add(frame: Frame): void {
    this.#frames.push(frame)
    this.#goOn()
  }

  /** So many ticks were taken meanwhile: as many bars are read, so that a market at full speed does not leave them behind. */
  keepPace(ticks: number): void {
    if (this.#frames.length === 0) return
    this.#ticks += ticks
    for (; this.#ticks >= SLICE_BARS; this.#ticks -= SLICE_BARS) this.#next()
  }

  /** The desk closes. What was not read is asked for again by the next. */
  drop(): void {
    this.#frames.length = 0
  }

  #goOn(): void {
    if (this.#isDue || this.#frames.length === 0) return
    this.#isDue = true
    this.#parts.later(() => {
      this.#isDue = false
      this.#next()
      this.#goOn()
    })
  }

  #next(): void {
    const [frame] = this.#frames
    if (!frame) return
    const { length } = frame.body
    // A body that is no whole number of bars is refused whole.
    const endAt = length % BAR_BYTES === 0 ? this.#at + SLICE_BYTES : length
    const body = frame.body.subarray(this.#at, endAt)
    const isLast = endAt >= length
    this.#at = isLast ? 0 : endAt
    if (isLast) this.#frames.shift()
    const header = isLast ? frame.header : { ...frame.header, more: 1 as const }
    this.#parts.read({ ...frame, header, body }, isLast)
  }
}
