/**
 * One ZeroMQ connection, from its first byte to its end. Pure: what a connection does with a message is a `Step`; sockets
 * and clocks are somebody else's.
 *
 *                hello                     proof, and no living terminal of that uuid
 *   stranger ──────────────► challenged ────────────────────────────────────────────► live
 *      ▲                        │  ▲                                                    │
 *      ├── wrong key, too slow ─┘  └──────────────────── hello again ───────────────────┤
 *      └───────────────────────── bye, silence, closed, replaced, a gap ────────────────┘
 */
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { Hello } from '../../contracts/wire/index.ts'
import type { Frames, SessionKeys, Spoken, WireMessage } from '../../wire/index.ts'

export type Stranger = Readonly<{
  is: 'stranger'
  /** It was refused and has not greeted since: it is not told again, so that nobody can make us talk. */
  told: boolean
}>

export type Challenged = Readonly<{
  is: 'challenged'
  hello: Hello
  spoken: Readonly<{ hello: Spoken; challenge: Spoken }>
  keys: SessionKeys
  sinceMs: EpochMs
}>

export type Live = Readonly<{
  is: 'live'
  terminal: TerminalId
  session: string
  hello: Hello
  keys: SessionKeys
  /** Last sequence number of either side. */
  heardN: number
  spokenN: number
  /** Its messages up to this one are on disk at the engine. */
  committedN: number
  /** Silence beyond this moment is the end. */
  deadlineMs: number
}>

export type Connection = Stranger | Challenged | Live

export type Fault = Readonly<{ code: string; text: string }>

/** What one message led to. Everything that is absent did not happen. */
export type Step = Readonly<{
  next: Connection
  /** An answer of the handshake, or a refusal. */
  reply?: Frames
  /** The session of `before` ended. */
  ended?: Readonly<{ before: Live; reason: string }>
  deliver?: WireMessage
  fault?: Fault
  owesAck?: true
}>

/** What the machine may know of the world around it. */
export type Door = Readonly<{
  pairingKey: Uint8Array
  /** Of the app, for sentences. */
  version: string
  beatMs: number
  nowMs: EpochMs
  newNonce(): string
  newSession(): string
  /** Another connection has a session of this terminal and has been heard from lately. */
  isAlive(terminal: TerminalId): boolean
}>

export const STRANGER: Stranger = { is: 'stranger', told: false }

/** Beats that may be missed before a terminal counts as gone. */
const MISSED_BEATS = 3

export const deadlineAfter = (door: Pick<Door, 'nowMs' | 'beatMs'>, extraMs = 0): number =>
  door.nowMs + MISSED_BEATS * door.beatMs + extraMs
