import { Dealer } from 'zeromq'
import { LIMITS } from '../contracts/wire/index.ts'
import type { Frames } from '../wire/index.ts'

const CONNECT_MS = 300
/** Not 0: libzmq 4.3.5 aborts the process when a socket closes while a message is half sent. */
const LINGER_MS = 250
/** How long a goodbye may take to leave. */
const GOODBYE_MS = 500

/** One DEALER and its one connection: when that ends, for whatever reason, the socket is closed and says why. */
export class WireSocket {
  readonly #socket: Dealer
  readonly #waiting: Frames[] = []
  #sending: Promise<void> | null = null
  #deadline: NodeJS.Timeout | undefined
  #reason: string | null = null

  constructor(endpoint: string, routingId: string) {
    this.#socket = new Dealer({
      linger: LINGER_MS,
      routingId,
      connectTimeout: CONNECT_MS,
      // What waits is bounded by whoever pushes: ticks by the window that the app leaves open.
      sendHighWaterMark: 0,
      maxMessageSize: 4 * LIMITS.bodyBytes,
    })
    void this.#watch(endpoint)
    this.#socket.connect(endpoint)
  }

  /** Why it was closed; null while it is open. */
  get reason(): string | null {
    return this.#reason
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Ends when the socket is closed. */
  messages(): AsyncIterable<Uint8Array[]> {
    return this.#socket
  }

  push(frames: Frames): void {
    if (this.#reason !== null) return
    this.#waiting.push(frames)
    this.#sending ??= this.#drain()
  }

  /** Closes unless it is called again within `ms`. */
  expectWithin(ms: number, otherwise: string): void {
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => this.close(otherwise), ms)
  }

  /** The first reason stands. */
  close(reason: string): void {
    clearTimeout(this.#deadline)
    if (this.#reason !== null) return
    this.#reason = reason
    this.#waiting.length = 0
    this.#socket.close()
  }

  /** Lets what was pushed leave, then closes. */
  async part(reason: string): Promise<void> {
    await this.#sending
    this.#socket.linger = GOODBYE_MS
    this.close(reason)
  }

  /** One send at a time: zeromq.js throws when they overlap. */
  async #drain(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        await this.#socket.send([...next])
      } catch (error) {
        this.close(`Sending failed: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    this.#sending = null
  }

  async #watch(endpoint: string): Promise<void> {
    for await (const event of this.#socket.events) {
      if (event.type === 'disconnect') this.close('The app closed the connection')
      if (event.type === 'connect:retry') this.close(`Nobody listens on ${endpoint}`)
    }
  }
}
