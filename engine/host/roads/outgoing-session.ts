/**
 * A session of a road that has none of its own: it is numbered here, so that the engine takes what comes over files or
 * HTTP like what comes over ZeroMQ.
 */
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import { PROTOCOL_VERSION, type BodyOf, type Header, type JsonMessageType, type TerminalMessageType } from '../../contracts/wire/index.ts' // prettier-ignore
import { decodeBody, encodeBody } from '../../wire/index.ts'
import type { LinkListener } from '../terminal-link/switchboard.ts'
import type { Sent } from './road-link.ts'

export type OutgoingSessionOptions = Readonly<{
  terminal: TerminalId
  id: string
  now(): EpochMs
  listener: Pick<LinkListener, 'frame'>
}>

export class OutgoingSession {
  readonly terminal: TerminalId
  readonly id: string
  readonly #options: OutgoingSessionOptions
  #n = 0

  constructor(options: OutgoingSessionOptions) {
    this.#options = options
    this.terminal = options.terminal
    this.id = options.id
  }

  /** Tells the engine; the number of the message. */
  tell<T extends JsonMessageType & TerminalMessageType>(type: T, body: BodyOf<T>): number {
    return this.tellBytes(type, encodeBody(type, body))
  }

  tellBytes(type: TerminalMessageType, body: Uint8Array, fields: Partial<Header> = {}): number {
    this.#n += 1
    const { terminal, id, now, listener } = this.#options
    const header = { v: PROTOCOL_VERSION, t: type, s: id, n: this.#n, a: 0, ms: now(), ...fields }
    // Its own memory: the receiver may transfer it to a worker.
    listener.frame(terminal, header, new Uint8Array(body))
    return this.#n
  }
}

/** An order that this road does not carry is answered as the terminal's own limits would: nothing was sent. */
export function deny(
  session: OutgoingSession,
  type: 'fire' | 'place' | 'cancel' | 'close' | 'flatten',
  body: Uint8Array,
  text: string,
): Sent {
  const read = decodeBody(type, body)
  if (read.is === 'refused') return read
  const none = { order: null, deal: null, position: null, price: null, lots: null }
  session.tell('verdict', { id: read.body.id, is: 'denied', retcode: 0, ...none, text: text.slice(0, 400) })
  return { is: 'refused', code: 'NOT_ON_THIS_ROAD', text }
}

/** A road without history says so at once, so that nobody waits for it. */
export function giveNoBars(session: OutgoingSession, history: Uint8Array): Sent {
  const read = decodeBody('history', history)
  if (read.is === 'refused') return read
  const { id, index, tf } = read.body
  session.tellBytes('bars', new Uint8Array(0), { rq: id, i: index, tf })
  return { is: 'queued' }
}
