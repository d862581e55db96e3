/** Kill cards and SITREPs as pictures: what they tell, how they look, and what a check of their signature found. */
import { z } from 'zod'
import { Pair } from './pairs.ts'
import { AccountKind, Cents, Count, EpochMs, PriceText, Side, Ulid, type Points } from './primitives.ts'
import { CallSign, type PublicKey } from './squad.ts'

export const CardTheme = z.enum(['nightOps', 'desert', 'arctic', 'ember'])
export type CardTheme = z.infer<typeof CardTheme>

/** What a trader may leave away. The kind of account is not among it: it is always there. */
export const CardPart = z.enum([
  'callSign', 'pair', 'side', 'setup', 'r', 'pips', 'money', 'lots', 'prices', 'probability', 'dates',
]) // prettier-ignore
export type CardPart = z.infer<typeof CardPart>

export const CardLook = z.object({ theme: CardTheme, hide: z.array(CardPart).max(CardPart.options.length) })
export type CardLook = z.infer<typeof CardLook>

/** What strangers can do without. */
export const USUAL_LOOK: CardLook = { theme: 'nightOps', hide: ['money', 'lots'] }

/** Names of setups are ours: plain letters, so that a strange card can write nothing else to a screen. */
export const SetupWord = z.string().regex(/^[A-Za-z0-9 ._-]{1,40}$/)
/** What a calendar can show: a strange card may say anything. */
const Moment = EpochMs.refine(atMs => atMs <= 8.64e15, 'no such day')
const Share = z.number().min(0).max(1)

/** A closed trade, as it is signed: `kill` ended with money won, `debrief` is any other. Absent: the trader left it away. */
export const TradeFacts = z
  .strictObject({
    card: z.enum(['kill', 'debrief']),
    account: AccountKind,
    order: Ulid,
    callSign: CallSign.optional(),
    pair: Pair.optional(),
    side: Side.optional(),
    setup: SetupWord.optional(),
    /** Two decimals. */
    r: z.number().optional(),
    /** One decimal. */
    pips: z.number().optional(),
    /** After commission and swap, in the account's currency. */
    netCents: Cents.optional(),
    lots: z.number().positive().optional(),
    open: PriceText.optional(),
    close: PriceText.optional(),
    openMs: Moment.optional(),
    closeMs: Moment.optional(),
    /** Of the target before the stop, as it was said before the trade; three decimals. `n`: resolved outcomes behind it. */
    p: Share.optional(),
    n: Count.optional(),
    calibrated: z.boolean().optional(),
  })
  .refine(
    ({ card, netCents }) => card !== 'kill' || netCents === undefined || netCents > 0,
    'a kill has won money',
  )
export type TradeFacts = z.infer<typeof TradeFacts>

/** A week of one kind of account. */
export const SitrepFacts = z
  .strictObject({
    card: z.literal('sitrep'),
    account: AccountKind,
    callSign: CallSign.optional(),
    /** Absent: from the first event on. */
    fromMs: Moment.optional(),
    /** The first moment after it. */
    toMs: Moment,
    /** Closed trades, and those of them with money won. */
    trades: Count,
    wins: Count,
    /** Wilson's 95 % interval of the win rate, three decimals; absent without a trade. */
    winRateLow: Share.optional(),
    winRateHigh: Share.optional(),
    /** R, two decimals; absent without a trade. */
    sumR: z.number().optional(),
    bestR: z.number().optional(),
    worstR: z.number().optional(),
    netCents: Cents.optional(),
    /** Of so many debriefed trades, so many were traded as planned. */
    debriefed: Count,
    planKept: Count,
  })
  .refine(({ trades, wins }) => wins <= trades, 'there are not more wins than trades')
  .refine(({ debriefed, planKept }) => planKept <= debriefed, 'there are not more plans kept than debriefs')
  .refine(({ winRateLow: low = 0, winRateHigh: high = 1 }) => low <= high, 'an interval goes upwards')
export type SitrepFacts = z.infer<typeof SitrepFacts>

export const CardFacts = z.discriminatedUnion('card', [TradeFacts, SitrepFacts])
export type CardFacts = z.infer<typeof CardFacts>

/** What a chart of a trade draws beside its bars; prices in points. `exit` null: it is open. */
export type ChartLevels = Readonly<{
  pair: Pair
  account: AccountKind
  side: Side
  digits: number
  entry: Points
  stop: Points
  target: Points
  entryMs: EpochMs
  exit: Readonly<{ price: Points; atMs: EpochMs }> | null
}>

/** A picture with the facts that it was signed with. */
export type SignedPicture<F extends CardFacts = CardFacts> = Readonly<{
  png: Uint8Array
  facts: F
  publicKey: PublicKey
}>

export type CardFault =
  | 'NO_PICTURE'
  | 'TOO_LARGE'
  | 'BROKEN_PICTURE'
  | 'NO_CODE'
  | 'FOREIGN_CODE'
  | 'OTHER_VERSION'
  | 'BAD_FACTS'
  | 'BAD_SIGNATURE'

/** `facts` are those of the QR code: they count, whatever is drawn around it. */
export type CardCheck =
  | Readonly<{ is: 'valid'; facts: CardFacts; publicKey: PublicKey }>
  | Readonly<{ is: 'refused'; code: CardFault; text: string }>

/** The largest file that is looked at. */
export const MOST_CARD_BYTES = 8_000_000

/** `seq` tells apart the trades of an order that was closed twice; absent: the last of them. */
export const KillCardQuery = z.object({
  kind: z.literal('killCard'),
  order: Ulid,
  seq: z.number().int().optional(),
  look: CardLook,
})
/** Of the week that ended at this moment, as the reports that were told name it. */
export const SitrepCardQuery = z.object({
  kind: z.literal('sitrepCard'),
  account: AccountKind,
  weekMs: EpochMs,
  look: CardLook,
})
export type CardAnswer = Readonly<{ is: 'card' } & SignedPicture> | Readonly<{ is: 'unknown'; text: string }>

export const VerifyCardQuery = z.object({
  kind: z.literal('verifyCard'),
  /** The whole file. */
  picture: z.custom<Uint8Array>(value => value instanceof Uint8Array, 'expected bytes'),
})
