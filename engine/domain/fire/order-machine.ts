import type { OrderState } from '../../contracts/vocabulary.ts'

/**
 *  approved → recorded → sent → working → partlyFilled → filled → managed → closed
 *                │        ├→ waiting ┘ (a limit order, at the broker)
 *                │        │      ├→ rejected | denied | expired | cancelled
 *                │        └──────┴→ unknown ──sync──► filled | rejected | … | neverHappened
 *                └→ unknown (recorded, not known to have been sent)
 *
 * Verdicts and deals may arrive in any order and more than once, so a deal outranks every verdict: what was filled is
 * filled, whatever is said later, and a part that is filled after the rest was closed opens the order again. `allFilled` is all that
 * was ordered, or, where the rest is gone, all that the last word says was filled: so is a part of an order that has expired or was
 * cancelled. `unknown` counts as an open position everywhere until the terminal says otherwise, or a person ends it: `settled`,
 * which no fact leads to.
 */
export const ORDER_FACTS = [
  'recorded', 'sent', 'accepted', 'placed', 'rejected', 'denied', 'expired', 'cancelled', 'unanswered', 'buried', 'partFilled', 'allFilled', 'managed',
  'allClosed',
] as const // prettier-ignore
export type OrderFact = (typeof ORDER_FACTS)[number]

type Row = Readonly<Partial<Record<OrderFact, OrderState>>>

/** Deals decide in every state: a fill after a rejection is a real-world possibility, and is a position. */
const DEALS: Row = { partFilled: 'partlyFilled', allFilled: 'filled', allClosed: 'closed' }
const VERDICTS: Row = {
  accepted: 'working',
  placed: 'waiting',
  rejected: 'rejected',
  denied: 'denied',
  expired: 'expired',
  cancelled: 'cancelled',
  unanswered: 'unknown',
  buried: 'neverHappened',
}
const stays = (state: OrderState): Row =>
  Object.fromEntries([...Object.keys(VERDICTS), 'sent'].map(fact => [fact, state]))

const NEXT: Readonly<Record<OrderState, Row>> = {
  approved: { recorded: 'recorded' },
  recorded: { sent: 'sent', ...VERDICTS, ...DEALS },
  sent: { ...VERDICTS, ...DEALS },
  /** What was filled or ended is told by a later word; `placed` once more says nothing new. */
  waiting: { ...VERDICTS, sent: 'waiting', ...DEALS },
  working: { ...VERDICTS, placed: 'working', ...DEALS },
  unknown: { ...VERDICTS, sent: 'unknown', ...DEALS },
  partlyFilled: { ...stays('partlyFilled'), ...DEALS, expired: 'filled', cancelled: 'filled' },
  filled: {
    ...stays('filled'),
    partFilled: 'filled',
    allFilled: 'filled',
    managed: 'managed',
    allClosed: 'closed',
  },
  managed: {
    ...stays('managed'),
    partFilled: 'managed',
    allFilled: 'managed',
    managed: 'managed',
    allClosed: 'closed',
  },
  closed: {
    ...stays('closed'),
    partFilled: 'partlyFilled',
    allFilled: 'filled',
    managed: 'closed',
    allClosed: 'closed',
  },
  rejected: { ...stays('rejected'), ...DEALS },
  denied: { ...stays('denied'), ...DEALS },
  expired: { ...stays('expired'), ...DEALS, partFilled: 'filled' },
  cancelled: { ...stays('cancelled'), ...DEALS, partFilled: 'filled' },
  neverHappened: { ...stays('neverHappened'), ...DEALS },
  settled: { ...stays('settled'), ...DEALS },
}

/** The next state, or null when the fact makes no sense here: the caller records a fault and changes nothing. */
export const nextOrderState = (state: OrderState, fact: OrderFact): OrderState | null =>
  NEXT[state][fact] ?? null

/** States in which money may be at risk. */
export const isExposed = (state: OrderState): boolean =>
  ['recorded', 'sent', 'waiting', 'working', 'unknown', 'partlyFilled', 'filled', 'managed'].includes(state)

/** States that only the terminal can resolve: what a reconnect asks about. */
export const isUnresolved = (state: OrderState): boolean =>
  ['recorded', 'sent', 'waiting', 'working', 'unknown', 'partlyFilled'].includes(state)

/** Of a limit order: states in which it may wait at the broker, and be filled. */
export const mayWait = (state: OrderState): boolean =>
  ['recorded', 'sent', 'waiting', 'unknown'].includes(state)
