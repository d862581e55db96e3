import { MAX_TICKS, TickWriter } from '../wire/index.ts'

/** How much the app may have on its way to disk: enough for its pace, too little to fill anybody's memory. */
const WINDOW_BYTES = 4 * 1024 * 1024

/**
 * Ticks on their way to the app, none lost: they are collected into bodies, and while the app has not confirmed a
 * window's worth of them, no more are let in.
 */
export class TickFlow {
  readonly #writer = new TickWriter(MAX_TICKS)
  readonly #unconfirmed: { n: number; bytes: number }[] = []
  #bytes = 0
  readonly #send: (body: Uint8Array) => number | null

  /** `send` gives the number of the message, or null when there is no session and the ticks are nobody's. */
  constructor(send: (body: Uint8Array) => number | null) {
    this.#send = send
  }

  /** Whether another batch may be played. */
  get isOpen(): boolean {
    return this.#bytes < WINDOW_BYTES && !this.#writer.isFull
  }

  /** How many ticks fit before the present body has to leave. */
  get room(): number {
    return MAX_TICKS - this.#writer.count
  }

  get unconfirmed(): number {
    return this.#unconfirmed.length
  }

  add(index: number, timeMs: number, bid: number, ask: number): void {
    this.#writer.add(index, timeMs, bid, ask, 0)
  }

  flush(): void {
    if (this.#writer.count > 0) this.sendBody(this.#writer.take())
  }

  /** Sends ticks that were collected elsewhere. */
  sendBody(body: Uint8Array): void {
    const n = this.#send(body)
    if (n === null) return
    this.#unconfirmed.push({ n, bytes: body.length })
    this.#bytes += body.length
  }

  /** The app has this message, and all before it, on disk. */
  confirmed(n: number): void {
    while (this.#unconfirmed[0] && this.#unconfirmed[0].n <= n) {
      this.#bytes -= this.#unconfirmed[0].bytes
      this.#unconfirmed.shift()
    }
  }

  /** The session is over; what was on its way is the next session's history. */
  reset(): void {
    this.#writer.take()
    this.#unconfirmed.length = 0
    this.#bytes = 0
  }
}
