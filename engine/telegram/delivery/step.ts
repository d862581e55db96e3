import type { SendOutcome } from './messenger.ts'

/**
 * What one turn of a chat's line came to. `through`: Telegram has it. `caughtUp`: it has what the chat missed in an outage. `again`:
 * there is more to do at once.
 */
export type Step = Readonly<{ is: 'through' | 'caughtUp' | 'again' }> | Exclude<SendOutcome, { is: 'sent' }>

/** How a line is told to wait. Tests make it hurry. */
export type Timing = Readonly<{
  /** Between tries of a chat that can't be reached. */
  retries: Readonly<{ firstMs: number; longestMs: number }>
  /** An alert waits no longer than this for its note to be in the ledger. */
  noteMs: number
  /** That everything is told is noted no more often. */
  settleMs: number
  /** A chat that could not be reached for so long is told in one message what it missed. */
  outageMs: number
}>

export const TIMING: Timing = {
  retries: { firstMs: 1_000, longestMs: 30_000 },
  noteMs: 5_000,
  settleMs: 10_000,
  outageMs: 60_000,
}
