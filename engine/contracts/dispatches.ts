/**
 * What traders send one another as signed text, from hand to hand and without a server: see docs/squad.md. Short, since each must
 * fit into a QR code. Every figure of a report is its sender's own word.
 */
import { z } from 'zod'
import { AccountKind, Cents, EpochMs, Ulid } from './primitives.ts'
import { CallSign, PublicKey } from './squad.ts'
import { Rank } from './vocabulary.ts'

/** Characters of the longest dispatch, without white space. */
export const MOST_DISPATCH_CHARACTERS = 1_200

/** By a computer's clock, 2020 to 2100: what is no such time is no dispatch. */
const ClockMs = EpochMs.min(1_577_836_800_000).max(4_102_444_800_000)

/** From a leader to whoever is to be a recruit. Signed by the leader. */
const InvitationBody = z
  .strictObject({
    invitation: Ulid,
    callSign: CallSign,
    madeMs: ClockMs,
    expiresMs: ClockMs,
  })
  .refine(({ madeMs, expiresMs }) => madeMs < expiresMs, 'an invitation ends after it was made')

/** From a recruit to the leader whose invitation it answers. Signed by the recruit. */
const EnlistmentBody = z.strictObject({
  invitation: Ulid,
  leader: PublicKey,
  callSign: CallSign,
  madeMs: ClockMs,
})

/** Of one kind of account; never added to another. */
export const ReportLine = z.strictObject({
  account: AccountKind,
  rank: Rank,
  /** Trades that were closed in the week. Absent where its trader shows only a name and a rank. `r`: their sum, two decimals. */
  results: z
    .strictObject({
      trades: z.number().int().min(0).max(99_999),
      wins: z.number().int().min(0).max(99_999),
      r: z.number().min(-99_999).max(99_999),
    })
    .refine(({ trades, wins }) => wins <= trades, 'there are not more wins than trades')
    .optional(),
  /** Absent where its trader shows none, or where its accounts are kept in several currencies. */
  money: z
    .strictObject({
      netCents: Cents.min(-99_999_999_999).max(99_999_999_999),
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
    .optional(),
})
export type ReportLine = z.infer<typeof ReportLine>

/** The weekly SITREP of a recruit. Its week is over, so that there is one report of it, and the week is its number in the sequence. */
export const SquadReport = z.strictObject({
  leader: PublicKey,
  callSign: CallSign,
  /** When the trading week began: Sunday 17:00 in New York. */
  weekMs: ClockMs,
  madeMs: ClockMs,
  lines: z
    .array(ReportLine)
    .max(AccountKind.options.length)
    .refine(
      lines => new Set(lines.map(({ account }) => account)).size === lines.length,
      'each kind of account is told once',
    ),
})
export type SquadReport = z.infer<typeof SquadReport>

export const DISPATCH_BODIES = {
  invitation: InvitationBody,
  enlistment: EnlistmentBody,
  report: SquadReport,
} as const
export type DispatchKind = keyof typeof DISPATCH_BODIES
export type DispatchBody<K extends DispatchKind> = z.infer<(typeof DISPATCH_BODIES)[K]>
export type Dispatch = { [K in DispatchKind]: Readonly<{ kind: K; body: DispatchBody<K> }> }[DispatchKind]

/** Why a text is no dispatch that can be trusted. */
export const DISPATCH_FAULTS = [
  'TOO_LONG', 'NOT_A_DISPATCH', 'OTHER_VERSION', 'CUT_SHORT', 'UNKNOWN_DISPATCH', 'CHANGED', 'FORGED', 'UNREADABLE',
] as const // prettier-ignore
export type DispatchFault = (typeof DISPATCH_FAULTS)[number]
