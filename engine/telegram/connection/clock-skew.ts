import { channel } from 'node:diagnostics_channel'
import { ClientRequest, IncomingMessage } from 'node:http'

/** https://nodejs.org/api/diagnostics_channel.html#http: the head of an answer has come. grammY shows none of it. */
const ANSWERED = channel('http.client.response.finish')
type Answered = Readonly<{ request: ClientRequest; response: IncomingMessage }>

/** Dates are of whole seconds, on the wire and in messages. */
const EXACT_TO_MS = 2_000

/** How far this computer's clock is ahead of Telegram's, by the date in the head of its newest answer: the one that brings the messages. */
export class ClockSkew {
  readonly #host: string
  readonly #now: () => number
  #ms = 0
  readonly #hear = (message: unknown) => {
    if (!isAnswered(message) || message.request.getHeader('host') !== this.#host) return
    const skewMs = skewOf(message.response.headers.date, this.#now())
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

function isAnswered(message: unknown): message is Answered {
  if (typeof message !== 'object' || message === null) return false
  if (!('request' in message && 'response' in message)) return false
  return message.request instanceof ClientRequest && message.response instanceof IncomingMessage
}
