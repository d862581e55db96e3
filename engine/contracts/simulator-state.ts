/** What a simulated terminal keeps on disk between runs. Parsed on every start; a file that does not parse is refused. */
import { z } from 'zod'
import { Cents, EpochMs, Side, Ulid } from './primitives.ts'
import { Pair } from './pairs.ts'
import { SimulatorStart } from './simulator.ts'
import { Deal, Verdict } from './wire/facts.ts'
import { Limits } from './wire/orders.ts'

const cents = z.number().int()
const ticketNumber = z.number().int().positive()

export const BrokerPosition = z.object({
  /** Ticket of the order that opened it. */
  ticket: ticketNumber,
  pair: Pair,
  side: Side,
  /** Volume in lot steps of the symbol. */
  steps: z.number().int().positive(),
  /** Points; an average with a fraction where a netting account has added to it. */
  open: z.number().positive(),
  stop: z.number().int().positive(),
  target: z.number().int().positive().nullable(),
  openMs: EpochMs,
  /** Market time at which the terminal closes it by its plan; null: it has none. */
  closeAtMs: EpochMs.nullable().default(null),
  magic: z.number().int(),
  id: Ulid.nullable(),
  marginCents: cents.nonnegative(),
  /** The closing half of the commission, not charged yet. */
  commissionDueCents: cents.nonnegative(),
})
export type BrokerPosition = z.infer<typeof BrokerPosition>

/** A limit order that waits for its price. Prices in points. */
export const BrokerWaiting = z.object({
  ticket: ticketNumber,
  pair: Pair,
  side: Side,
  steps: z.number().int().positive(),
  /** So much of it will be filled; the rest is removed then. */
  fillSteps: z.number().int().positive(),
  price: z.number().int().positive(),
  stop: z.number().int().positive(),
  target: z.number().int().positive(),
  /** Market time from which on it is filled no more. */
  untilMs: EpochMs,
  /** The position that it becomes is closed so long after `untilMs`, whenever it was filled; null: never by time. */
  timeStopMs: z.number().int().positive().nullable(),
  magic: z.number().int(),
  id: Ulid,
})
export type BrokerWaiting = z.infer<typeof BrokerWaiting>

/** What was answered to an id, and, where that was `unknown`, what had really happened. */
export const JournalEntry = z.object({ verdict: Verdict, truth: Verdict.nullable() })
export type JournalEntry = z.infer<typeof JournalEntry>

/** On the wire money is text; here it is what it is inside, so that a state is written as it stands. */
const SavedDeal = Deal.extend({ profit: Cents, commission: Cents, swap: Cents })

const word = z.number().int()

/** What the app has told the terminal to hold to. */
export const GuardState = z.object({
  halted: z.string().nullable(),
  limits: Limits.omit({ id: true }),
})
export type GuardState = z.infer<typeof GuardState>

export const BrokerState = z.object({
  marketMs: EpochMs,
  balanceCents: cents,
  nextOrder: ticketNumber,
  nextDeal: ticketNumber,
  positions: z.array(BrokerPosition),
  waiting: z.array(BrokerWaiting).default([]),
  deals: z.array(SavedDeal),
  journal: z.array(JournalEntry),
  guard: GuardState.default({ halted: null, limits: {} }),
  /** State of the generator that slippage is drawn from. */
  slippage: z.tuple([word, word, word, word]),
  quotes: z.array(z.object({ pair: Pair, timeMs: EpochMs, bid: word, ask: word })),
})
export type BrokerState = z.infer<typeof BrokerState>

/** A fact that the app has not confirmed yet: it is sent again in the next session. */
export const KeptFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('verdict'), body: Verdict }),
  z.object({ type: z.literal('deal'), body: SavedDeal }),
])
export type KeptFact = z.infer<typeof KeptFact>

export const SimulatorState = z.object({
  version: z.literal(1),
  /** Tells this account from the ones before it: seconds since 1970 when it was opened; 0 of a file that did not say. */
  number: z.number().int().nonnegative().default(0),
  source: SimulatorStart.shape.source,
  account: z.object({
    currency: z.string(),
    leverage: z.number().int().positive(),
    margin: z.enum(['hedging', 'netting']),
  }),
  broker: BrokerState,
  /** So much further the market may have been played and shown before this was written again; 0 where it stands. */
  unwrittenMs: z.number().nonnegative().default(0),
  facts: z.array(KeptFact),
})
export type SimulatorState = z.infer<typeof SimulatorState>
