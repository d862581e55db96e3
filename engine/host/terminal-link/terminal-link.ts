/**
 * The ZeroMQ side of the link: one ROUTER on loopback, read and written from this thread only. Sockets stay out of
 * worker threads: a thread that ends with an open one aborts the whole process (zeromq.js#411).
 */
import { randomBytes } from 'node:crypto'
import type { Router } from 'zeromq'
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import { LIMITS } from '../../contracts/wire/index.ts'
import type { RoadLink } from '../roads/road-link.ts'
import { bindRouter, type NotBound } from './bind.ts'
import { Outbox, type SendFailure } from './outbox.ts'
import { Switchboard, type LinkListener } from './switchboard.ts'

export type TerminalLinkOptions = Readonly<{
  /** 0 takes any free port. */
  port: number
  pairingKey: Uint8Array
  version: string
  beatMs: number
  now(): EpochMs
  /** The terminal is linked by another road: it is refused here. */
  isElsewhere?(terminal: TerminalId): boolean
  listener: LinkListener
}>

export interface TerminalLink extends RoadLink {
  readonly is: 'open'
  readonly port: number
  /** Every session ends and the port is free again. */
  close(): Promise<void>
}

const WHY_ENDED: Record<SendFailure, string> = {
  gone: 'its connection was closed',
  full: 'it does not read what is sent to it',
  failed: 'its connection failed',
}
/** What the terminal said last is read first; and the end is announced a moment before sends start to fail. */
const PROBES_MS = [5, 50]

const hexOf = (bytes: number) => randomBytes(bytes).toString('hex')

export async function openTerminalLink(options: TerminalLinkOptions): Promise<TerminalLink | NotBound> {
  const bound = await bindRouter(options.port)
  if (bound.is === 'refused') return bound
  const { socket, port } = bound
  const outbox = new Outbox({
    send: parts => socket.send(parts as Uint8Array[]),
    failed: (routingId, why) => switchboard.close(routingId, WHY_ENDED[why]),
  })
  const switchboard = new Switchboard({
    ...options,
    newNonce: () => hexOf(LIMITS.nonceBytes),
    newSession: () => hexOf(8),
    out: (routingId, frames) => outbox.push(routingId, frames),
  })
  const reading = readAll(socket, switchboard)
  const watching = probeOnDisconnect(socket, switchboard)
  // Judged after the messages that are waiting to be read: a busy moment of ours is no silence of theirs.
  const sweeping = setInterval(() => setImmediate(() => switchboard.sweep()), options.beatMs / 2)
  return {
    is: 'open',
    port,
    send: (terminal, type, body) => switchboard.send(terminal, type, body),
    committed: (terminal, session, n) => switchboard.committed(terminal, session, n),
    renewAll: reason => switchboard.renewAll(reason),
    async close() {
      clearInterval(sweeping)
      switchboard.closeAll('BITTEN stopped')
      await outbox.flushed()
      socket.close()
      await Promise.all([reading, watching])
    },
  }
}

async function readAll(socket: Router, switchboard: Switchboard): Promise<void> {
  let ackPlanned = false
  const payAcks = () => {
    ackPlanned = false
    switchboard.payAcks()
  }
  for await (const [routingId, ...parts] of socket) {
    if (!routingId) continue
    switchboard.receive(routingId.toString('hex'), parts)
    if (ackPlanned) continue
    ackPlanned = true
    setImmediate(payAcks)
  }
}

/** A terminal that vanishes is noticed when its connection closes, not when its silence has lasted. */
async function probeOnDisconnect(socket: Router, switchboard: Switchboard): Promise<void> {
  for await (const event of socket.events) {
    if (event.type !== 'disconnect') continue
    for (const delayMs of PROBES_MS) setTimeout(() => switchboard.probe(), delayMs).unref()
  }
}
