/**
 *   terminal                          app
 *     hello ───────────────────────────►   who I am, my nonce
 *     ◄──────────────────────── challenge   my nonce
 *     prove ───────────────────────────►   HMAC(pairing key, "EA" ‖ hello ‖ challenge)
 *     ◄────────────────── welcome | refuse   HMAC(pairing key, "APP" ‖ hello ‖ challenge ‖ prove)
 *
 * Each name in the transcript stands for that message's header bytes ‖ body bytes. Session keys are
 * HMAC-SHA256(pairing key, "EA→APP" or "APP→EA" ‖ hello ‖ challenge); they are never sent.
 */
import { z } from 'zod'
import { AccountKind, TerminalId } from '../primitives.ts'

const Hex = (bytes: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `expected ${bytes} bytes in hexadecimal`)

/**
 * Words of `takes` that the app knows. A word stands for what commands mean, and not only for their names: who changes what one means
 * takes another word, so that an Expert Advisor of before is sent nothing that it would carry out otherwise. `placeUntil`: `place`,
 * whose plan counts from its `untilMs`, `cancel` and `orders`.
 */
export const TAKES = ['placeUntil'] as const

export const Hello = z.object({
  versions: z.array(z.number().int().positive()).min(1).max(8),
  uuid: TerminalId,
  nonce: Hex(16),
  /** First 16 bytes of SHA-256 of the account login: recognises an account without telling it. */
  loginHash: Hex(16),
  broker: z.string().max(128),
  server: z.string().max(128),
  /** Build of the terminal and version of the EA, for the link screen. */
  build: z.number().int().nonnegative(),
  program: z.string().max(64),
  margin: z.enum(['hedging', 'netting']),
  kind: AccountKind,
  /** What it can do beyond the first version; words that the app does not know are nothing to it. */
  takes: z.array(z.string().min(1).max(32)).max(16).optional(),
})
export type Hello = z.infer<typeof Hello>

export const Challenge = z.object({
  versions: z.array(z.number().int().positive()).min(1).max(8),
  nonce: Hex(16),
})
export type Challenge = z.infer<typeof Challenge>

export const Prove = z.object({ proof: Hex(32) })
export type Prove = z.infer<typeof Prove>

export const Welcome = z.object({
  proof: Hex(32),
  session: z.string().min(8).max(32),
  /** The one road by which orders travel in this session. */
  road: z.literal('zmq'),
  beatMs: z.number().int().positive(),
})
export type Welcome = z.infer<typeof Welcome>

export const REFUSALS = ['WRONG_KEY', 'WRONG_VERSION', 'SECOND_TERMINAL', 'BAD_HELLO'] as const
export const Refuse = z.object({ code: z.enum(REFUSALS), text: z.string().max(400) })
export type Refuse = z.infer<typeof Refuse>
