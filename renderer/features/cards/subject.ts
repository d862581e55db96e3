import type { AccountKind, EpochMs } from '../../../engine/contracts/primitives.ts'
import type { TradesPage } from '../../../engine/contracts/queries.ts'

export type Trade = TradesPage['trades'][number]

/** What a card is made of: a closed trade, or the week that ended at a moment. */
export type Subject =
  | Readonly<{ is: 'trade'; account: AccountKind; trade: Trade }>
  | Readonly<{ is: 'week'; account: AccountKind; untilMs: EpochMs }>

/** A name that no other subject has, fit for a file. */
export const nameOf = (subject: Subject): string =>
  subject.is === 'trade'
    ? `${subject.trade.order}-${subject.trade.seq}`
    : new Date(subject.untilMs).toISOString().slice(0, 10)
