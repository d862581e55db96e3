/** What the terminal tells. Prices and lots are decimal text, times UTC ms, money decimal text of the account currency. */
import { z } from 'zod'
import { AccountKind, EpochMs, LotsText, Money, PriceText, Side, Ticket, Ulid } from '../primitives.ts'
import { Pair } from '../pairs.ts'

/** One symbol as the terminal specifies it. Nothing about a symbol is assumed anywhere else. */
export const SymbolSpec = z.object({
  /** Index that `ticks` and `bars` use for this symbol in this session. */
  index: z.number().int().min(0).max(65_535),
  /** The broker's own name, suffixes and all. */
  name: z.string().min(1).max(32),
  /** The pair that it was mapped to by base and profit currency. */
  pair: Pair,
  digits: z.number().int().min(0).max(8),
  /** Smallest price change that trades, and its value for one lot, in account currency, on the losing side. */
  tickSize: z.number().positive(),
  tickValue: z.number().positive(),
  /** Units of the base currency in one lot. */
  contract: z.number().positive(),
  lotMin: z.number().positive(),
  lotMax: z.number().positive(),
  lotStep: z.number().positive(),
  /** Smallest distance of a stop from the price, and the distance inside which an order is frozen; points. */
  stopLevel: z.number().int().nonnegative(),
  freezeLevel: z.number().int().nonnegative(),
  /** Commission of one lot for opening and closing together, account currency. Null when the terminal cannot tell. */
  commissionPerLot: z.number().nonnegative().nullable(),
})
export type SymbolSpec = z.infer<typeof SymbolSpec>

/** A symbol that has prices and of which nothing else is known: nothing can be sized by it. */
export const QuotedSymbol = SymbolSpec.pick({ index: true, name: true, pair: true, digits: true })
export type QuotedSymbol = z.infer<typeof QuotedSymbol>

export const Specs = z.object({
  symbols: z.array(SymbolSpec).max(64),
  quoted: z.array(QuotedSymbol).max(64).optional(),
})
export type Specs = z.infer<typeof Specs>

export const Account = z.object({
  currency: z.string().length(3),
  balance: Money,
  equity: Money,
  margin: Money,
  freeMargin: Money,
  leverage: z.number().int().positive(),
  kind: AccountKind,
  tradeAllowed: z.boolean(),
  /** Everything ever paid in, less what was paid out, credit included: by it a deposit is no gain. Absent: not known. */
  transfers: Money.optional(),
})
export type Account = z.infer<typeof Account>

export const OpenPosition = z.object({
  position: Ticket,
  symbol: z.string(),
  side: Side,
  lots: LotsText,
  open: PriceText,
  /** Null when the position has none: a fault, shown at once. */
  stop: PriceText.nullable(),
  target: PriceText.nullable(),
  /** Floating profit without commission, and swap so far. */
  profit: Money,
  swap: Money,
  openMs: EpochMs,
  magic: z.number().int(),
  /** Our command's id when the terminal's journal knows it; null for a position that someone else opened. */
  id: Ulid.nullable(),
})
export type OpenPosition = z.infer<typeof OpenPosition>

/** The full list, always: on request, and whenever it changes. */
export const Positions = z.object({ positions: z.array(OpenPosition).max(1_000) })
export type Positions = z.infer<typeof Positions>

/** An order that waits at the broker for its price, whoever placed it. */
export const WaitingOrder = z.object({
  order: Ticket,
  symbol: z.string(),
  side: Side,
  at: z.enum(['limit', 'stop', 'stopLimit']),
  lots: LotsText,
  price: PriceText,
  stop: PriceText.nullable(),
  target: PriceText.nullable(),
  /** When the broker removes it, market time; null: never. */
  untilMs: EpochMs.nullable(),
  magic: z.number().int(),
  /** Our command's id when the terminal's journal knows it. */
  id: Ulid.nullable(),
})
export type WaitingOrder = z.infer<typeof WaitingOrder>

/** The full list, always: on request, and whenever it changes. Of a terminal that takes `place`. */
export const Orders = z.object({ orders: z.array(WaitingOrder).max(1_000) })
export type Orders = z.infer<typeof Orders>

/**
 * The answer to one command. `unknown`: the trade server did not say; the truth follows as `deal` or in `sync`.
 * `buried`: the terminal never executed this id and now never will. `placed`: it waits at the broker, and another verdict will
 * follow; `cancelled`: it waited, was removed, and nothing of it was filled.
 */
export const VERDICTS = [
  'accepted',
  'rejected',
  'denied',
  'expired',
  'unknown',
  'buried',
  'placed',
  'cancelled',
] as const
export const Verdict = z.object({
  id: Ulid,
  is: z.enum(VERDICTS),
  /** MetaTrader's return code (10009 = done), 0 when the order never reached the broker. */
  retcode: z.number().int().nonnegative(),
  order: Ticket.nullable(),
  deal: Ticket.nullable(),
  position: Ticket.nullable(),
  price: PriceText.nullable(),
  lots: LotsText.nullable(),
  text: z.string().max(400),
})
export type Verdict = z.infer<typeof Verdict>

export const DEAL_REASONS = ['command', 'stop', 'target', 'stopOut', 'manual', 'other'] as const
/** One fill. The deal ticket makes it unique; nothing is shown as filled without one. */
export const Deal = z.object({
  deal: Ticket,
  order: Ticket,
  position: Ticket,
  id: Ulid.nullable(),
  symbol: z.string(),
  entry: z.enum(['in', 'out']),
  /** Side of the deal itself: a long is closed by a sell. */
  side: Side,
  /** Never none: the average price of a trade is weighted by them. */
  lots: LotsText.refine(lots => Number(lots) > 0, 'expected a volume above 0'),
  price: PriceText,
  profit: Money,
  commission: Money,
  swap: Money,
  timeMs: EpochMs,
  reason: z.enum(DEAL_REASONS),
  magic: z.number().int(),
})
export type Deal = z.infer<typeof Deal>

export const IMPORTANCES = ['none', 'low', 'moderate', 'high'] as const
/** An announcement of the terminal's economic calendar. */
export const CalendarEvent = z.object({
  /** The calendar's own number of this announcement. */
  id: Ticket,
  timeMs: EpochMs,
  /** False when the calendar knows the day only, or not even that. */
  exact: z.boolean(),
  currency: z.string().length(3),
  importance: z.enum(IMPORTANCES),
  name: z.string().max(128),
})
export type CalendarEvent = z.infer<typeof CalendarEvent>

/** Every announcement of `fromMs` ≤ time < `toMs`; replaces what was told before. `available` false: it could not be read. */
export const Calendar = z.object({
  available: z.boolean(),
  fromMs: EpochMs,
  toMs: EpochMs,
  events: z.array(CalendarEvent).max(1_000),
})
export type Calendar = z.infer<typeof Calendar>

/** Ends the answer to `sync`: every verdict, deal and the snapshot it asked for went before. */
export const Synced = z.object({ id: Ulid })
export type Synced = z.infer<typeof Synced>

/** Every second, and at once when one of its facts changes. */
export const Beat = z.object({
  /** The market's time, UTC: of a simulated terminal, its simulated time. */
  marketMs: EpochMs,
  autoTrading: z.boolean(),
  tradeAllowed: z.boolean(),
  brokerConnected: z.boolean(),
  /** Round trip to the trade server, ms; null when unknown. */
  pingMs: z.number().nonnegative().nullable(),
  /** Messages waiting to be sent, and facts waiting for the app's `a`. */
  queued: z.number().int().nonnegative(),
  unacked: z.number().int().nonnegative(),
  /** Why the terminal would deny a `fire` now, whatever it says (halted, its daily loss); absent when it would not. */
  denies: z.string().max(200).optional(),
  /** The largest order that the terminal takes, by its own limits and the app's; absent when nothing limits it. */
  maxLots: LotsText.optional(),
  /** What one timer of the terminal costs it, µs: its own work in 99 of 100 timers. Absent when it does not measure. */
  workUs: z.number().int().nonnegative().optional(),
  /** Of a simulated terminal only. Speed 0 means as fast as it goes. */
  simulation: z.object({ speed: z.number().nonnegative(), paused: z.boolean() }).optional(),
})
export type Beat = z.infer<typeof Beat>

/** The terminal is about to block (a synchronous OrderSend): silence for up to `ms` is not a dead link. */
export const Busy = z.object({ ms: z.number().int().positive().max(180_000) })
export const Note = z.object({ level: z.enum(['info', 'warn', 'error']), text: z.string().max(2_000) })
export const Bye = z.object({ reason: z.string().max(400) })
export const Ack = z.object({})

/** One record of `ticks`: u16 index, i64 time ms, f64 bid, f64 ask, u32 flags; 30 bytes, little-endian, packed. */
export type WireTick = Readonly<{ index: number; timeMs: number; bid: number; ask: number; flags: number }>

/** One record of `bars`: MQL5 MqlRates (60 bytes, little-endian, packed), time in UTC; bid prices; volume counts ticks. */
export type WireBar = Readonly<{
  timeMs: number
  open: number
  high: number
  low: number
  close: number
  ticks: number
  spreadPoints: number
}>
