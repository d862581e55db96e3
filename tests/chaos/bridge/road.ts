/**
 * The road between the app and the terminal in virtual time: bytes of the terminal's socket on one side, frames of the
 * app's switchboard on the other, and one message on its way that meets with an accident.
 */
import { ZmtpServer } from '../../../engine/testkit/zmtp-server.ts'
import type { Frames } from '../../../engine/wire/index.ts'

export const ACCIDENTS = ['lost', 'cut', 'delayed', 'repeated', 'swapped', 'altered', 'truncated'] as const
export type Accident = (typeof ACCIDENTS)[number]

/** The first message of this type, after the plan was made, has this accident. */
export type Plan = Readonly<{ accident: Accident; type: string; delayMs: number }>

type Way = 'toApp' | 'toTerminal'
type Parts = readonly Uint8Array[]
type Waiting = Readonly<{ connection: string; parts: Parts; dueMs: number }>

export type RoadEnds = Readonly<{
  toApp(connection: string, parts: Parts): void
  appClosed(connection: string): void
  /** Bytes for one socket of the terminal, and its end. */
  toTerminal(connection: string, bytes: Buffer): void
  cut(connection: string): void
}>

export class Road {
  readonly #ends: RoadEnds
  readonly #servers = new Map<string, ZmtpServer>()
  readonly #queues: Record<Way, Waiting[]> = { toApp: [], toTerminal: [] }
  readonly #swapped: Record<Way, Waiting | null> = { toApp: null, toTerminal: null }
  readonly #lastDueMs: Record<Way, number> = { toApp: 0, toTerminal: 0 }
  #plan: Plan | null = null
  #nowMs = 0
  happened = false

  constructor(ends: RoadEnds) {
    this.#ends = ends
  }

  plan(plan: Plan): void {
    this.#plan = plan
  }

  get isQuiet(): boolean {
    return this.#queues.toApp.length === 0 && this.#queues.toTerminal.length === 0
  }

  /** The terminal has opened a connection. */
  opened(connection: string): void {
    const server = new ZmtpServer()
    this.#servers.set(connection, server)
    this.#ends.toTerminal(connection, server.flush())
  }

  /** The terminal's end has closed. What it sent before still arrives. */
  closed(connection: string): void {
    if (!this.#servers.delete(connection)) return
    this.#deliver('toApp', Number.POSITIVE_INFINITY)
    this.#ends.appClosed(connection)
  }

  /** The app is gone, and so is every connection. */
  appDied(): void {
    for (const connection of this.#servers.keys()) this.#ends.cut(connection)
    this.#servers.clear()
    this.#queues.toApp = []
    this.#queues.toTerminal = []
  }

  fromTerminal(connection: string, bytes: Buffer): void {
    const server = this.#servers.get(connection)
    if (!server) return
    for (const heard of server.receive(bytes)) {
      if (heard.is === 'message') this.#enter('toApp', connection, heard.parts)
      if (heard.is === 'broken') return this.#break(connection)
    }
    this.#flush(connection, server)
  }

  fromApp(connection: string, frames: Frames): void {
    this.#enter('toTerminal', connection, frames)
  }

  /** Delivers what is due by now. */
  advance(nowMs: number): void {
    this.#nowMs = nowMs
    this.#deliver('toApp', nowMs)
    this.#deliver('toTerminal', nowMs)
  }

  #enter(way: Way, connection: string, parts: Parts): void {
    const plan = this.#plan
    if (!plan || typeOf(parts) !== plan.type) return this.#queue(way, connection, parts)
    this.#plan = null
    this.happened = true
    switch (plan.accident) {
      case 'lost':
        return this.#break(connection)
      case 'cut':
        this.#queue(way, connection, parts)
        this.#deliver(way, Number.POSITIVE_INFINITY)
        return this.#break(connection)
      case 'delayed':
        return this.#queue(way, connection, parts, plan.delayMs)
      case 'repeated':
        this.#queue(way, connection, parts)
        return this.#queue(way, connection, parts)
      case 'swapped':
        this.#swapped[way] = { connection, parts, dueMs: 0 }
        return
      case 'altered':
        return this.#queue(way, connection, parts.map(altered))
      case 'truncated':
        return this.#queue(way, connection, parts.slice(0, -1))
    }
  }

  /** In order, as TCP keeps it: what comes behind a delayed message waits with it. */
  #queue(way: Way, connection: string, parts: Parts, delayMs = 0): void {
    const dueMs = Math.max(this.#lastDueMs[way], this.#nowMs + delayMs)
    this.#lastDueMs[way] = dueMs
    this.#queues[way].push({ connection, parts, dueMs })
    const behind = this.#swapped[way]
    this.#swapped[way] = null
    if (behind) this.#queues[way].push({ ...behind, dueMs })
  }

  #deliver(way: Way, untilMs: number): void {
    const queue = this.#queues[way]
    for (let next = queue[0]; next && next.dueMs <= untilMs; next = queue[0]) {
      queue.shift()
      const server = this.#servers.get(next.connection)
      if (way === 'toApp') this.#ends.toApp(next.connection, next.parts)
      else if (server) {
        server.send(next.parts)
        this.#flush(next.connection, server)
      }
    }
  }

  #flush(connection: string, server: ZmtpServer): void {
    const bytes = server.flush()
    if (bytes.length > 0) this.#ends.toTerminal(connection, bytes)
  }

  #break(connection: string): void {
    if (!this.#servers.delete(connection)) return
    for (const way of ['toApp', 'toTerminal'] as const)
      this.#queues[way] = this.#queues[way].filter(waiting => waiting.connection !== connection)
    this.#ends.cut(connection)
    this.#ends.appClosed(connection)
  }
}

function typeOf([header]: Parts): string {
  const { t } = JSON.parse(Buffer.from(header ?? []).toString()) as { t: string }
  return t
}

const altered = (part: Uint8Array, at: number): Uint8Array => {
  if (at !== 1 || part.length === 0) return part
  const copy = new Uint8Array(part)
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
  return copy
}
