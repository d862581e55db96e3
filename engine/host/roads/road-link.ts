import type { TerminalId } from '../../contracts/primitives.ts'
import type { AppMessageType } from '../../contracts/wire/index.ts'

/** `queued` promises no delivery. `refused` says why it can't travel on the road that the terminal is on. */
export type Sent =
  | Readonly<{ is: 'queued' }>
  | Readonly<{ is: 'down' }>
  | Readonly<{ is: 'refused'; code: string; text: string }>

/** What the engine's line needs of whichever road a terminal is on. Nothing of it throws or blocks. */
export interface RoadLink {
  send(terminal: TerminalId, type: AppMessageType, body: Uint8Array): Sent
  /** Effects of the session's messages up to `n` are on disk. */
  committed(terminal: TerminalId, session: string, n: number): void
  /** Every terminal begins a new session, in which it tells again what was not confirmed. */
  renewAll(reason: string): void
}
