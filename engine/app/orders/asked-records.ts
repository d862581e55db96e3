/** What is remembered of everything that was asked of a terminal besides orders. */
import type { EventOf } from '../../contracts/events.ts'
import type { EpochMs, Points, TerminalId, Ticket, Ulid } from '../../contracts/index.ts'

/** An order of ours that was asked to be taken back, for whose sake and why, and the terminal's last word. */
export type CancelRecord = {
  readonly terminal: TerminalId
  readonly loginHash: string
  readonly order: Ulid
  readonly origin: string
  readonly why: string
  verdict: EventOf<'cancelAnswered'>['is'] | null
}

/** A close or flatten that was asked for, and the terminal's last word about it; null before the first. */
export type CloseRecord = {
  readonly terminal: TerminalId
  /** The account that the terminal was on: nobody else is asked about it. */
  readonly loginHash: string
  /** Null of a flatten, which means all. */
  readonly position: Ticket | null
  /** A part of the position; null: all of it. */
  readonly lots: string | null
  verdict: EventOf<'closeAnswered'>['is'] | null
}

/** A stop and target that were asked for, points, and the terminal's last word. */
export type MoveRecord = {
  readonly terminal: TerminalId
  readonly loginHash: string
  readonly position: Ticket
  readonly stop: Points
  readonly target: Points | null
  verdict: EventOf<'modifyAnswered'>['is'] | null
}

/** A flatten that has not ended, and the orders that held a position, or might, when it was asked for. */
export type FlattenRecord = Readonly<{
  terminal: TerminalId
  loginHash: string
  atMs: EpochMs
  orders: readonly Ulid[]
  origin: string
  /** False once new trades were resumed: what is open from then on is meant to be. */
  stands: boolean
}>
