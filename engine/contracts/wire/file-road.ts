/**
 * The file road: a terminal whose sockets are forbidden trades files in a folder (docs/protocol.md, section 8). A file has
 * two lines, a header and a body, each ended by a line feed; the MAC is by the pairing key itself.
 */
import { z } from 'zod'
import { EpochMs, PriceText, TerminalId, Ulid } from '../primitives.ts'
import { Account, Beat, Positions, Specs } from './facts.ts'
import { Hello } from './handshake.ts'

export const FILE_LIMITS = {
  headerBytes: 512,
  bodyBytes: 512 * 1024,
  /** Deepest nesting of `status`; every other body keeps the wire's limit. */
  depth: 4,
} as const

export const FILES_OF_APP = ['fire', 'close', 'flatten', 'sync'] as const
export const FILES_OF_TERMINAL = ['verdict', 'deal', 'status'] as const

export const FileHeader = z.object({
  v: z.number().int().positive(),
  t: z.enum([...FILES_OF_APP, ...FILES_OF_TERMINAL]),
  /** Of the terminal, whoever wrote the file. */
  uuid: TerminalId,
  /** Writer's own UTC clock, ms. */
  ms: EpochMs,
  mac: z.string().regex(/^[0-9a-f]{32}$/, 'expected 16 bytes in hexadecimal'),
})
export type FileHeader = z.infer<typeof FileHeader>

/** The newest price of one symbol. */
export const Quote = z.object({
  index: z.number().int().min(0).max(65_535),
  timeMs: EpochMs,
  bid: PriceText,
  ask: PriceText,
})
export type Quote = z.infer<typeof Quote>

/** How everything stands, once a second: what a session over ZeroMQ tells as it happens. */
export const FileStatus = z.object({
  /** Its nonce is new with every start of the Expert Advisor. */
  hello: Hello,
  specs: Specs,
  account: Account,
  positions: Positions,
  beat: Beat,
  quotes: z.array(Quote).max(64),
  /** The last `sync` that was answered: every verdict and deal of its answer was written before this file. */
  synced: Ulid.nullable(),
  /** The terminal is about to block for so long; 0 when it is not. */
  busyMs: z.number().int().nonnegative().max(180_000),
})
export type FileStatus = z.infer<typeof FileStatus>
