/** Pictures for a chat: a market with what a mission plans in it, and what closed trades have added up to. */
import { z } from 'zod'
import type { DebriefScope } from './debrief.ts'
import type { Mission } from './mission.ts'
import { Pair } from './pairs.ts'
import { AccountKind, EpochMs, LotsText, PriceText, Side, TerminalId, Ticket, Ulid, type Cents, type Points } from './primitives.ts' // prettier-ignore
import type { Session } from './vocabulary.ts'

/** What is drawn of them; more would hide one another. */
export const MOST_OPEN = 3

/** A position of the pair, as the terminal has told it. */
const OpenLevels = z.object({
  position: Ticket,
  side: Side,
  lots: LotsText,
  open: PriceText,
  stop: PriceText.nullable(),
  target: PriceText.nullable(),
})
export type OpenLevels = z.infer<typeof OpenLevels>

/** `market`: a pair as it stands at a terminal. `mission`: its pair at its terminal, with its plan. */
export const ChartPictureQuery = z.object({
  kind: z.literal('chartPicture'),
  of: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('market'),
      pair: Pair,
      terminal: TerminalId,
      account: AccountKind,
      /** What is open there, oldest first. */
      open: z.array(OpenLevels).max(MOST_OPEN),
    }),
    z.object({ is: z.literal('mission'), mission: Ulid }),
  ]),
  /**
   * How late it is at a terminal, by its market. Nothing behind that is drawn there: a training ground that begins anew keeps the
   * minutes of its last run. Null: not known.
   */
  clock: z.object({ terminal: TerminalId, marketMs: EpochMs }).nullable(),
})
export type ChartPictureQuery = z.infer<typeof ChartPictureQuery>

/** Closed trades of one kind of account, in the scope of a debrief that names none. */
export const EquityPictureQuery = z.object({
  kind: z.literal('equityPicture'),
  account: AccountKind,
  /** Of the account that is shown; null: not known. */
  currency: z.string().max(8).nullable(),
})
export type EquityPictureQuery = z.infer<typeof EquityPictureQuery>

/** From the opening of its first candle to that of the first one that is no more of it. */
export type SessionSpan = Readonly<{ session: Session; fromMs: EpochMs; untilMs: EpochMs }>

/** What a chart tells. Candles are of the bid; `last` is the close of the newest minute that is kept. */
export type ChartFacts = Readonly<{
  pair: Pair
  account: AccountKind
  terminal: string
  digits: number
  frameMinutes: number
  candles: number
  fromMs: EpochMs
  last: Readonly<{ price: Points; closedMs: EpochMs }>
  /** Empty where a candle is longer than an hour. */
  sessions: readonly SessionSpan[]
  plan: Mission | null
  /** With a plan none: its own levels are drawn. */
  open: readonly OpenLevels[]
}>

/** Running sums after each closed trade, from nothing; thinned, with every fall's lowest point kept. */
export type EquityFacts = Readonly<{
  account: AccountKind
  scope: DebriefScope
  currency: string | null
  /** Closed trades. */
  n: number
  fromMs: EpochMs
  toMs: EpochMs
  sumR: number
  /** Null: the trades are of several accounts, whose money is never added together. */
  netCents: Cents | null
  /** The deepest fall below a best, R. */
  depthR: number
  points: readonly Readonly<{ n: number; r: number; depthR: number; netCents: number }>[]
}>

/** `nothing`: one sentence why there is none. */
export type PictureOf<F> = Readonly<{ is: 'picture'; png: Uint8Array; facts: F }> | NoPicture
export type NoPicture = Readonly<{ is: 'nothing'; text: string }>
export type ChartPicture = PictureOf<ChartFacts>
export type EquityPicture = PictureOf<EquityFacts>
