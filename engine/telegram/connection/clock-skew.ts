import { channel } from 'node:diagnostics_channel'
import { ClientRequest, IncomingMessage } from 'node:http'
import { z } from 'zod'

/** https://nodejs.org/api/diagnostics_channel.html#http: the head of an answer has come. grammY shows none of it. */
const ANSWERED = channel('http.client.response.finish')
const Answered = z.object({ request: z.instanceof(ClientRequest), response: z.instanceof(IncomingMessage) })

/** Dates are of whole seconds, on the wire and in messages. */
const EXACT_TO_MS = 2_000

/** How far this computer's clock is ahead of Telegram's, by the date in the head of its newest answer: the one that brings the messages. */
export class ClockSkew {
  readonly #host: string
  readonly #now: () => number
  #ms = 0
  readonly #hear = (message: unknown) => {
    const read = Answered.safeParse(message)
    if (!read.success || read.data.request.getHeader('host') !== this.#host) return
    const skewMs = skewOf(read.data.response.headers.date, this.#now())
    if (skewMs !== null) this.#ms = skewMs
  }

  /** `apiRoot` is the server whose clock counts; `now`, this computer's. */
  constructor(apiRoot: string, now: () => number) {
    this.#host = new URL(apiRoot).host
    this.#now = now
    ANSWERED.subscribe(this.#hear)
  }

  /** To be added to a time of Telegram's; 0 where both agree, or nothing is known. */
  get ms(): number {
    return this.#ms
  }

  end(): void {
    ANSWERED.unsubscribe(this.#hear)
  }
}

/** `date` as in RFC 9110, 6.6.1: the second in which the answer was made, cut off. Null: there is none that can be read. */
export function skewOf(date: string | undefined, nowMs: number): number | null {
  const atMs = Date.parse(date ?? '')
  if (Number.isNaN(atMs)) return null
  const skewMs = nowMs - (atMs + 500)
  return Math.abs(skewMs) < EXACT_TO_MS ? 0 : skewMs
}
