import type { TerminalId } from '../contracts/primitives.ts'
import type { BodyOf } from '../contracts/wire/index.ts'

export type OutMessage =
  | { type: 'fire'; body: BodyOf<'fire'> }
  | { type: 'place'; body: BodyOf<'place'> }
  | { type: 'cancel'; body: BodyOf<'cancel'> }
  | { type: 'modify'; body: BodyOf<'modify'> }
  | { type: 'close'; body: BodyOf<'close'> }
  | { type: 'flatten'; body: BodyOf<'flatten'> }
  | { type: 'limits'; body: BodyOf<'limits'> }
  | { type: 'halt'; body: BodyOf<'halt'> }
  | { type: 'resume'; body: BodyOf<'resume'> }
  | { type: 'sync'; body: BodyOf<'sync'> }
  | { type: 'history'; body: BodyOf<'history'> }

/**
 * The road to one or more terminals. `send` neither throws nor blocks, and promises no delivery: an answer that does
 * not come is an order in state `unknown`.
 */
export interface TerminalLink {
  send(terminal: TerminalId, message: OutMessage): void
}

/** What a terminal says, decoded: the other direction of the road. Ticks and bars have doors of their own. */
export type TerminalFact =
  | { type: 'specs'; body: BodyOf<'specs'> }
  | { type: 'account'; body: BodyOf<'account'> }
  | { type: 'positions'; body: BodyOf<'positions'> }
  | { type: 'orders'; body: BodyOf<'orders'> }
  | { type: 'calendar'; body: BodyOf<'calendar'> }
  | { type: 'verdict'; body: BodyOf<'verdict'> }
  | { type: 'deal'; body: BodyOf<'deal'> }
  | { type: 'synced'; body: BodyOf<'synced'> }
  | { type: 'beat'; body: BodyOf<'beat'> }
