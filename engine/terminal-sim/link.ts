/**
 * The terminal's end of the wire: one connection after another, each with its own routing id, for as long as the
 * simulator runs.
 *
 *   apart ──hello──► greeting ──challenge, prove──► proving ──welcome──► live
 *     ▲                  │                             │                   │
 *     └─ wait 0.2 → 2 s ─┴── no answer, refused ───────┴── closed, silent ─┘
 */
import { randomBytes } from 'node:crypto'
import { LIMITS, type Header, type Hello, type TerminalMessageType, type Welcome } from '../contracts/wire/index.ts' // prettier-ignore
import { greet, judgeWelcome, prove, type Greeting, type Proof } from './handshake.ts'
import { Session, type HeaderExtra } from './session.ts'
import { pause } from './pause.ts'
import { WireSocket } from './wire-socket.ts'

export type LinkOptions = Readonly<{
  endpoint: string
  pairingKey: Uint8Array
  hello: Omit<Hello, 'nonce'>
  /** The app's messages up to this number have had their effect. */
  committed(): number
  /** UTC of the computer, ms. */
  wallMs(): number
  live(welcome: Welcome): void
  message(header: Header, body: Uint8Array): void
  /** A session ended, or did not come about for a new reason. */
  apart(reason: string): void
}>

type Stage =
  | Readonly<{ is: 'greeting'; greeting: Greeting }>
  | Readonly<{ is: 'proving'; proof: Proof }>
  | Readonly<{ is: 'live'; session: Session; beatMs: number }>

const BACK_OFF = { firstMs: 200, mostMs: 2_000, jitter: 0.25 }
const HANDSHAKE_MS = 3_000
/** The app answers every message and we beat, so this many beats of silence are the end. */
const SILENT_BEATS = 5

export class Link {
  readonly #options: LinkOptions
  readonly #stopping = new AbortController()
  #socket: WireSocket | null = null
  #session: Session | null = null
  #told: string | null = null
  #running: Promise<void> = Promise.resolve()

  constructor(options: LinkOptions) {
    this.#options = options
  }

  start(): void {
    this.#running = this.#run()
  }

  get isLive(): boolean {
    return this.#session !== null
  }

  /** Messages that have not left yet. */
  get queued(): number {
    return this.#socket?.waiting ?? 0
  }

  /** The message's number; null when there is no session to say it in. */
  say(type: TerminalMessageType, body: Uint8Array, extra?: HeaderExtra): number | null {
    if (!this.#session || !this.#socket) return null
    const at = { committed: this.#options.committed(), nowMs: this.#options.wallMs() }
    const { n, frames } = this.#session.say(type, body, at, extra)
    this.#socket.push(frames)
    return n
  }

  /** Lets what was said leave, then closes for good. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#socket?.part('The simulator stopped')
    await this.#running
  }

  /** Ends without a word. */
  cut(): void {
    this.#stopping.abort()
    this.#session = null
    this.#socket?.close('The simulator broke')
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    let waitMs = BACK_OFF.firstMs
    while (!signal.aborted) {
      const wasLive = await this.#converse()
      if (wasLive) waitMs = BACK_OFF.firstMs
      // Jitter, so that several terminals of one app do not come back in step.
      const jitter = 1 + BACK_OFF.jitter * (2 * Math.random() - 1)
      await pause(waitMs * jitter, signal)
      waitMs = Math.min(BACK_OFF.mostMs, waitMs * 2)
    }
  }

  /** One connection from its beginning to its end; true when it came to a session. */
  async #converse(): Promise<boolean> {
    const { endpoint, hello, wallMs } = this.#options
    const socket = new WireSocket(endpoint, `${hello.uuid}.${randomBytes(4).toString('hex')}`)
    this.#socket = socket
    const greeting = greet({ ...hello, nonce: randomBytes(LIMITS.nonceBytes).toString('hex') }, wallMs())
    socket.push(greeting.frames)
    socket.expectWithin(HANDSHAKE_MS, 'The app did not answer our hello')
    let stage: Stage = { is: 'greeting', greeting }
    for await (const parts of socket.messages()) {
      stage = this.#take(stage, parts, socket)
      if (socket.reason !== null) break
    }
    this.#socket = null
    this.#session = null
    this.#apart(socket.reason ?? 'The connection ended', stage.is === 'live')
    return stage.is === 'live'
  }

  #take(stage: Stage, parts: readonly Uint8Array[], socket: WireSocket): Stage {
    switch (stage.is) {
      case 'greeting':
        return this.#answer(stage, parts, socket)
      case 'proving':
        return this.#enter(stage, parts, socket)
      case 'live':
        this.#hear(stage, parts, socket)
        return stage
    }
  }

  #answer(
    stage: Extract<Stage, { is: 'greeting' }>,
    parts: readonly Uint8Array[],
    socket: WireSocket,
  ): Stage {
    const proof = prove(stage.greeting, parts, this.#options.pairingKey, this.#options.wallMs())
    if ('is' in proof) {
      socket.close(proof.reason)
      return stage
    }
    socket.push(proof.frames)
    return { is: 'proving', proof }
  }

  #enter(stage: Extract<Stage, { is: 'proving' }>, parts: readonly Uint8Array[], socket: WireSocket): Stage {
    const answer = judgeWelcome(stage.proof, parts, this.#options.pairingKey)
    if (answer.is === 'rejected') {
      socket.close(answer.reason)
      return stage
    }
    const { welcome, keys } = answer
    const session = new Session(welcome.session, keys)
    this.#session = session
    this.#told = null
    socket.expectWithin(SILENT_BEATS * welcome.beatMs, 'The app has fallen silent')
    this.#options.live(welcome)
    return { is: 'live', session, beatMs: welcome.beatMs }
  }

  #hear(
    { session, beatMs }: Extract<Stage, { is: 'live' }>,
    parts: readonly Uint8Array[],
    socket: WireSocket,
  ): void {
    const heard = session.hear(parts)
    if (heard.is === 'left out') return
    if (heard.is === 'broken') return socket.close(heard.reason)
    socket.expectWithin(SILENT_BEATS * beatMs, 'The app has fallen silent')
    this.#options.message(heard.header, heard.body)
  }

  /** While the app is away the same reason would be told every two seconds. */
  #apart(reason: string, wasLive: boolean): void {
    if (!wasLive && reason === this.#told) return
    this.#told = reason
    this.#options.apart(reason)
  }
}
