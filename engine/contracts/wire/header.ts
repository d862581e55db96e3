/**
 * A message is three ZeroMQ frames: [header][body][mac]. The header is flat compact JSON; the body is JSON or
 * packed little-endian records; the MAC is the first 16 bytes of HMAC-SHA256(session key, header ‖ body).
 * docs/protocol.md is the specification; these schemas are its executable half.
 */
import { z } from 'zod'
import { Ulid } from '../primitives.ts'

export const PROTOCOL_VERSION = 1
export const DEFAULT_PORT = 5577

export const LIMITS = {
  headerBytes: 512,
  bodyBytes: 256 * 1024,
  macBytes: 16,
  nonceBytes: 16,
  /** Deepest nesting of a JSON body. */
  depth: 3,
} as const

/** Sent by the Expert Advisor (EA) or a simulated terminal. */
export const FROM_TERMINAL = [
  'hello', 'prove', 'specs', 'account', 'positions', 'orders', 'ticks', 'bars', 'calendar', 'verdict', 'deal', 'synced', 'beat', 'busy', 'note', 'bye', 'ack',
] as const // prettier-ignore
/** Sent by the app. */
export const FROM_APP = [
  'challenge', 'welcome', 'refuse', 'history', 'fire', 'place', 'cancel', 'modify', 'close', 'flatten', 'limits', 'halt', 'resume', 'sync', 'ack',
] as const // prettier-ignore

export type TerminalMessageType = (typeof FROM_TERMINAL)[number]
export type AppMessageType = (typeof FROM_APP)[number]
export type MessageType = TerminalMessageType | AppMessageType

/** Facts are kept by the terminal until `a` has passed them, and sent again in the next session with `pd: 1`. */
export const FACTS: readonly TerminalMessageType[] = ['verdict', 'deal']

/** Types that travel before a session key exists, and so carry an empty MAC frame. */
export const UNSIGNED: readonly MessageType[] = ['hello', 'challenge', 'refuse']

const sequence = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

export const Header = z.object({
  /** Protocol version. */
  v: z.number().int().positive(),
  t: z.enum([...FROM_TERMINAL, ...FROM_APP]),
  /** Session id given in `welcome`; absent before it. */
  s: z.string().max(32).optional(),
  /** This side's sequence number within the session: 1, 2, 3 … The handshake carries 0. */
  n: sequence,
  /** Highest sequence number of the other side whose effects are on disk here. */
  a: sequence,
  /** Sender's own UTC clock, ms. */
  ms: z.number().int().nonnegative(),
  /** 1 when the receiver may have had this fact before. */
  pd: z.literal(1).optional(),
  /** Of `bars` only: which history request it answers, and 1 when more messages of that answer follow. */
  rq: Ulid.optional(),
  more: z.literal(1).optional(),
  /** Of `bars` only: index into `specs`, and timeframe in minutes. */
  i: z.number().int().min(0).max(65_535).optional(),
  tf: z.number().int().positive().optional(),
})
export type Header = z.infer<typeof Header>
