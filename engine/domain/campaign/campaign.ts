import type { EventKind, EventOf } from '../../contracts/events.ts'
import { accountId } from '../fire/account-id.ts'
import { awardBadges } from './badges.ts'
import { kindOf, type Campaign } from './campaign-book.ts'
import { equityMarked, guardEnded, guardRaised } from './take-guard.ts'
import {
  closeRequested,
  fireDenied,
  flattenRequested,
  limitTried,
  missionDeclined,
  missionIssued,
  orderRecorded,
  positionTold,
  resumed,
  stopChanged,
} from './take-order.ts'
import {
  excursionMeasured,
  journalWritten,
  lessonAnswered,
  recruitsChanged,
  tradeDebriefed,
} from './take-study.ts'
import { tradeClosed } from './take-trade.ts'

type Take<K extends EventKind> = (campaign: Campaign, event: EventOf<K>) => void

/** What the campaign makes of each kind of event; it has no eyes for the others. */
const FACTS: Readonly<{ [K in EventKind]?: Take<K> }> = {
  terminalLinked: (campaign, event) => {
    campaign.logins.set(event.terminal, accountId(event))
    awardBadges(campaign, kindOf(campaign, event.account), event.atMs)
  },
  missionIssued,
  missionDeclined,
  fireDenied,
  orderRecorded,
  orderAnswered: (campaign, { order, position }) => {
    if (position !== null) positionTold(campaign, order, position)
  },
  dealDone: (campaign, { order, deal }) => {
    if (order !== null) positionTold(campaign, order, deal.position)
  },
  closeRequested,
  flattenRequested,
  resumed,
  stopChanged,
  tradeClosed,
  equityMarked,
  guardRaised,
  guardEnded,
  excursionMeasured,
  tradeDebriefed,
  journalWritten,
  lessonAnswered,
  limitTried,
  enlistmentAccepted: (campaign, { recruit, atMs }) => {
    campaign.recruits.add(recruit)
    recruitsChanged(campaign, atMs)
  },
  recruitRemoved: (campaign, { recruit }) => {
    campaign.recruits.delete(recruit)
  },
  xpAwarded: told,
}

/** Folds one event into the campaign, in place. The same events always give the same campaign; one that comes again changes nothing. */
export function takeFact<K extends EventKind>(campaign: Campaign, event: EventOf<K>): void {
  const take: Take<K> | undefined = FACTS[event.kind as K]
  take?.(campaign, event)
}

/** By which an award is known. Older ledgers name none; there only trades were paid, so the order and the reason name it. */
export const keyOf = ({ key, order, reason }: EventOf<'xpAwarded'>): string | null =>
  key ?? (order === null ? null : `order:${order}:${reason}`)

/** The ledger has it: it is due no more, whatever facts are still to come. */
function told(campaign: Campaign, event: EventOf<'xpAwarded'>): void {
  const key = keyOf(event)
  if (key === null) return
  const book = kindOf(campaign, event.account)
  book.paid.add(key)
  book.due.delete(key)
}

/** Everything that facts have earned and the ledger has not told yet, in the order in which it was earned. */
export const dueAwards = ({ kinds }: Campaign) => [...kinds.values()].flatMap(({ due }) => [...due.values()])
