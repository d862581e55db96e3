/**
 * One send at a time: zeromq.js throws when sends overlap. The socket is set never to wait, so the queue drains within the
 * turn that filled it; what can't be sent is reported with its reason and left out.
 */
import type { Frames } from '../../wire/index.ts'

/** `gone`: nobody is connected under that routing id. `full`: it does not read what is sent to it. */
export type SendFailure = 'gone' | 'full' | 'failed'

type Waiting = Readonly<{ routingId: string; frames: Frames }>

export type OutboxOptions = Readonly<{
  send(parts: readonly Uint8Array[]): Promise<void>
  failed(routingId: string, why: SendFailure): void
}>

/** Far more than one turn of the loop produces; beyond it something is wrong, and the newest is left out. */
const MAX_WAITING = 10_000

export class Outbox {
  readonly #options: OutboxOptions
  readonly #waiting: Waiting[] = []
  #draining: Promise<void> | null = null

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  push(routingId: string, frames: Frames): void {
    if (this.#waiting.length >= MAX_WAITING) return this.#options.failed(routingId, 'full')
    this.#waiting.push({ routingId, frames })
    this.#draining ??= this.#drain()
  }

  /** When everything that was pushed has been handed to the socket. */
  async flushed(): Promise<void> {
    await this.#draining
  }

  async #drain(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { routingId, frames } = next
      try {
        await this.#options.send([Buffer.from(routingId, 'hex'), ...frames])
      } catch (error) {
        this.#options.failed(routingId, failureOf(error))
      }
    }
    this.#draining = null
  }
}

function failureOf(error: unknown): SendFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EHOSTUNREACH') return 'gone'
  return code === 'EAGAIN' ? 'full' : 'failed'
}
