/** What is asked of the squad's desk, and what it knows. */
import { z } from 'zod'
import type { SquadReport } from './dispatches.ts'
import type { EpochMs } from './primitives.ts'
import { Privacy, PublicKey, type CallSign } from './squad.ts'

/** As much as somebody may paste; what is too long for a dispatch is told so by the desk. */
const MOST_PASTED = 20_000

export const SquadWish = z.discriminatedUnion('wish', [
  /** Again with another one: it replaces what was taken before. As it was typed: the desk says what is wrong with it. */
  z.strictObject({ wish: z.literal('takeCallSign'), callSign: z.string().max(200), privacy: Privacy }),
  z.strictObject({
    wish: z.literal('makeInvitation'),
    uses: z.number().int().min(1).max(50),
    days: z.number().int().min(1).max(30),
  }),
  /** An invitation to enlist by, or what a recruit has sent. */
  z.strictObject({ wish: z.literal('receiveDispatch'), text: z.string().max(MOST_PASTED) }),
  /** On the last week that is over, for the leader. */
  z.strictObject({ wish: z.literal('makeReport') }),
  z.strictObject({ wish: z.literal('removeRecruit'), recruit: PublicKey, why: z.string().max(200) }),
  z.strictObject({ wish: z.literal('leaveSquad') }),
])
export type SquadWish = z.infer<typeof SquadWish>
export type SquadWishOf<W extends SquadWish['wish']> = Extract<SquadWish, { wish: W }>

export const SquadQuery = z.object({ kind: z.literal('squad') })

/** Why something that is asked of the squad is not done, beside the faults of a text that is no dispatch. */
export const SQUAD_FAULTS = [
  'FROM_YOURSELF', 'NOT_FOR_YOU', 'FROM_THE_FUTURE', 'EXPIRED', 'USED_ALREADY', 'UNKNOWN_INVITATION', 'BEFORE_INVITATION',
  'TOO_LONG_VALID', 'REPLAYED', 'OLDER', 'TOO_OLD', 'WEEK_NOT_OVER', 'NO_WEEK', 'STRANGER', 'REMOVED', 'CIRCLE',
  'ALREADY_ENLISTED', 'SQUAD_FULL', 'TOO_MANY_OPEN', 'TOO_MANY', 'NO_LEADER', 'NO_CALL_SIGN', 'BAD_CALL_SIGN', 'OTHER_KEY', 'NO_SQUAD_HERE',
] as const // prettier-ignore
export type SquadFault = (typeof SQUAD_FAULTS)[number]
/** One sentence for a person. */
export type SquadRefusal = Readonly<{ code: SquadFault; text: string }>

/** A share with its 95 % Wilson interval, and of how many. */
export type ShareOf = Readonly<{ value: number; low: number; high: number; n: number }>

export type BoardLine = SquadReport['lines'][number] & Readonly<{ winRate: ShareOf | null }>

export type BoardRecruit = Readonly<{
  key: PublicKey
  fingerprint: string
  callSign: CallSign
  sinceMs: EpochMs
  /** How many reports came; the last of them, as its sender signed it. */
  reports: number
  last: Readonly<{ weekMs: EpochMs; receivedMs: EpochMs; lines: readonly BoardLine[] }> | null
}>

export type BoardInvitation = Readonly<{
  invitation: string
  madeMs: EpochMs
  expiresMs: EpochMs
  uses: number
  used: number
  dispatch: string
}>

/** Times are those of this computer's clock. */
export type SquadBoard = Readonly<{
  me: Readonly<{ callSign: CallSign; privacy: Privacy; key: PublicKey; fingerprint: string }> | null
  /** Newest first, used up and run out ones too. */
  invitations: readonly BoardInvitation[]
  /** The one who reported last comes first. */
  recruits: readonly BoardRecruit[]
  /** Whom this desk has enlisted with, and the text that tells them so. */
  leader: Readonly<{
    key: PublicKey
    fingerprint: string
    callSign: CallSign
    sinceMs: EpochMs
    enlistment: string
  }> | null
}>
