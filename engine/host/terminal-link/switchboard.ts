/** All connections of the port: who is who, what goes where, who has fallen silent. Owns no socket and no timer. */
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { AppMessageType, Header, Hello } from '../../contracts/wire/index.ts'
import { encodeBody, type Frames, type WireRefusal } from '../../wire/index.ts'
import { STRANGER, type Connection, type Door, type Live, type Step } from './connection.ts'
import { FaultTally } from './fault-tally.ts'
import { sayRefuse } from './handshake.ts'
import { say } from './live-session.ts'
import { receive } from './receive.ts'

/** What the link tells. Calls come one at a time, in the order things happened. */
export interface LinkListener {
  terminalUp(terminal: TerminalId, session: string, hello: Hello): void
  terminalDown(terminal: TerminalId, reason: string): void
  /** One verified message. `body` is its own memory and may be transferred. */
  frame(terminal: TerminalId, header: Header, body: Uint8Array): void
  /** A frame that failed a check; `terminal` is null when it came from nobody we know. Sampled, with the count so far. */
  faulted(terminal: TerminalId | null, code: string, text: string, count: number): void
  /** Each of them, also those that `faulted` leaves out. */
  counted?(terminal: TerminalId | null, code: string): void
}

export type SwitchboardOptions = Readonly<{
  pairingKey: Uint8Array
  version: string
  beatMs: number
  now(): EpochMs
  newNonce(): string
  newSession(): string
  /** The terminal is linked by a road that is not ours. */
  isElsewhere?(terminal: TerminalId): boolean
  /** Hands frames to the socket; neither throws nor blocks. */
  out(routingId: string, frames: Frames): void
  listener: LinkListener
}>

export type Sent = Readonly<{ is: 'queued' }> | Readonly<{ is: 'down' }> | WireRefusal

const NOBODY = 'a stranger'
const ACK = encodeBody('ack', {})
/** Connections without a session that are remembered; the oldest is forgotten first. */
const MAX_WITHOUT_SESSION = 64
/** A terminal that was challenged proves within this time. */
const HANDSHAKE_MS = 10_000

export class Switchboard {
  readonly #options: SwitchboardOptions
  /** By routing id, in order of their first message. */
  readonly #connections = new Map<string, Connection>()
  readonly #owesAck = new Set<string>()
  readonly #faults = new FaultTally()

  constructor(options: SwitchboardOptions) {
    this.#options = options
  }

  receive(routingId: string, parts: readonly Uint8Array[]): void {
    const before = this.#connections.get(routingId) ?? STRANGER
    const step = receive(before, parts, this.#door(routingId))
    if (step.ended) this.#ended(step.ended.before, step.ended.reason)
    if (step.next.is === 'live' && before.is !== 'live') this.#replaceOthers(routingId, step.next.terminal)
    this.#keep(routingId, step.next)
    if (step.reply) this.#options.out(routingId, step.reply)
    this.#tell(before, step)
    if (step.owesAck) this.#owesAck.add(routingId)
  }

  /** Every message is answered at once; one ack stands for all that were read in the same turn of the loop. */
  payAcks(): void {
    for (const routingId of this.#owesAck) {
      const live = this.#connections.get(routingId)
      if (live?.is === 'live') this.#say(routingId, live, 'ack', ACK)
    }
    this.#owesAck.clear()
  }

  send(terminal: TerminalId, type: AppMessageType, body: Uint8Array): Sent {
    const found = this.#find(terminal)
    return found ? this.#say(found.routingId, found.live, type, body) : { is: 'down' }
  }

  /** Moves `a` forward; a report about a session that has ended is of no use to anyone. */
  committed(terminal: TerminalId, session: string, n: number): void {
    const found = this.#find(terminal)
    if (found?.live.session !== session) return
    const { routingId, live } = found
    this.#connections.set(routingId, { ...live, committedN: Math.max(live.committedN, n) })
  }

  /** Every terminal is told to begin anew, and tells again what was not confirmed. */
  renewAll(reason: string): void {
    const nowMs = this.#options.now()
    for (const [routingId, connection] of this.#connections) {
      if (connection.is !== 'live') continue
      this.#options.out(
        routingId,
        sayRefuse('BAD_HELLO', `The session ended because ${reason}: say hello again.`, { nowMs }),
      )
      this.#connections.set(routingId, { is: 'stranger', told: true })
      this.#ended(connection, reason)
    }
  }

  /** Ends what has been silent for too long. */
  sweep(): void {
    const now = this.#options.now()
    for (const [routingId, connection] of this.#connections) {
      if (connection.is === 'live' && now > connection.deadlineMs)
        this.close(routingId, 'it has fallen silent')
      if (connection.is === 'challenged' && now > connection.sinceMs + HANDSHAKE_MS) this.close(routingId, '')
    }
  }

  /** A probe of every session: the socket reports the ones whose connection is gone. */
  probe(): void {
    for (const [routingId, connection] of this.#connections) {
      if (connection.is === 'live') this.#say(routingId, connection, 'ack', ACK)
    }
  }

  close(routingId: string, reason: string): void {
    const connection = this.#connections.get(routingId)
    this.#connections.delete(routingId)
    if (connection?.is === 'live') this.#ended(connection, reason)
  }

  closeAll(reason: string): void {
    for (const routingId of this.#connections.keys()) this.close(routingId, reason)
  }

  #door(routingId: string): Door {
    const { pairingKey, version, beatMs, newNonce, newSession } = this.#options
    const nowMs = this.#options.now()
    const isAlive = (terminal: TerminalId) => {
      if (this.#options.isElsewhere?.(terminal)) return true
      const other = this.#find(terminal, routingId)
      return other !== null && nowMs <= other.live.deadlineMs
    }
    return { pairingKey, version, beatMs, nowMs, newNonce, newSession, isAlive }
  }

  #find(terminal: TerminalId, except?: string): { routingId: string; live: Live } | null {
    for (const [routingId, connection] of this.#connections) {
      if (connection.is === 'live' && connection.terminal === terminal && routingId !== except) {
        return { routingId, live: connection }
      }
    }
    return null
  }

  /** Its older session was too quiet to be called alive, so the new one stands. */
  #replaceOthers(routingId: string, terminal: TerminalId): void {
    const other = this.#find(terminal, routingId)
    if (other) this.close(other.routingId, 'it came back over a new connection')
  }

  #keep(routingId: string, next: Connection): void {
    this.#connections.set(routingId, next)
    if (next.is === 'live') return
    const waiting = [...this.#connections].filter(([, connection]) => connection.is !== 'live')
    const oldest = waiting[0]?.[0]
    if (waiting.length > MAX_WITHOUT_SESSION && oldest !== undefined) this.#connections.delete(oldest)
  }

  #say(routingId: string, live: Live, type: AppMessageType, body: Uint8Array): Sent {
    const said = say(live, type, body, this.#options.now())
    if (said.is === 'refused') return said
    this.#connections.set(routingId, said.next)
    this.#owesAck.delete(routingId)
    this.#options.out(routingId, said.frames)
    return { is: 'queued' }
  }

  #tell(before: Connection, { next, deliver, fault }: Step): void {
    const { listener } = this.#options
    if (next.is === 'live' && before.is !== 'live')
      listener.terminalUp(next.terminal, next.session, next.hello)
    if (fault) {
      const terminal = before.is === 'live' ? before.terminal : null
      const count = this.#faults.add(terminal ?? NOBODY, fault.code)
      listener.counted?.(terminal, fault.code)
      if (count !== null) listener.faulted(terminal, fault.code, fault.text, count)
    }
    // Copied: a small message shares its memory with others, and the receiver may transfer it to a worker.
    if (deliver && next.is === 'live')
      listener.frame(next.terminal, deliver.header, new Uint8Array(deliver.body))
  }

  #ended({ terminal }: Live, reason: string): void {
    this.#options.listener.terminalDown(terminal, reason)
  }
}
