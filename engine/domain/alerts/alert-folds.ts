import type { EventKind, EventOf } from '../../contracts/events.ts'
import { dealDone, tradeClosed } from './take-deal.ts'
import { reportTold, xpAwarded } from './take-campaign.ts'
import { alertSent, alertsSettled, alertTaken, chatPaired, chatUnpaired } from './take-chat.ts'
import {
  consentGiven,
  flattenEnded,
  flattenRequested,
  ledgerRecovered,
  paused,
  resumed,
  selectorSet,
} from './take-desk.ts'
import { guardEnded, guardRaised } from './take-guard.ts'
import { armed, disarmed, terminalLinked, terminalLost } from './take-link.ts'
import { fireDenied, missionDeclined, missionExpired, missionIssued, missionRetimed } from './take-mission.ts'
import {
  cancelRequested,
  orderAnswered,
  orderBecame,
  orderRecorded,
  orderSent,
  orderSettled,
} from './take-order.ts'
import {
  closeAnswered,
  closeRequested,
  externalSeen,
  modifyAnswered,
  modifyRequested,
  stopChanged,
} from './take-position.ts'
import type { Taking } from './telling.ts'

type AlertFold<K extends EventKind> = (taking: Taking, event: EventOf<K>) => void

/** What alerts are made of; null: nothing of it is told away from the screen. A new kind of event stops the build here. */
const FOLDS: Readonly<{ [K in EventKind]: AlertFold<K> | null }> = {
  engineStarted: null,
  terminalLinked,
  terminalLost,
  armed,
  disarmed,
  linkFaulted: null,
  missionIssued,
  missionRefused: null,
  candidateEnded: null,
  missionExpired,
  missionRetimed,
  missionDeclined,
  fireDenied,
  orderRecorded,
  orderSent,
  orderAnswered,
  orderBecame,
  dealDone,
  closeRequested,
  closeAnswered,
  cancelRequested,
  cancelAnswered: null,
  orderSettled,
  modifyRequested,
  modifyAnswered,
  tradeClosed,
  externalSeen,
  stopChanged,
  selectorSet,
  paused,
  resumed,
  flattenRequested,
  flattenEnded,
  consentGiven,
  ledgerRecovered,
  settingsApplied: null,
  equityMarked: null,
  guardRaised,
  guardEnded,
  ghostEnded: null,
  excursionMeasured: null,
  tradeDebriefed: null,
  journalWritten: null,
  lessonAnswered: null,
  reportTold,
  limitTried: null,
  callSignTaken: null,
  invitationMade: null,
  enlistmentAccepted: null,
  squadReportReceived: null,
  recruitRemoved: null,
  squadJoined: null,
  squadLeft: null,
  chatPaired,
  chatUnpaired,
  alertTaken,
  alertSent,
  alertsSettled,
  xpAwarded,
}

/** Does anything of it reach a chat? The other kinds change nothing in a book, and need not be read for one. */
export const isOfAlerts = (kind: EventKind): boolean => FOLDS[kind] !== null

export function foldAlert<K extends EventKind>(taking: Taking, event: EventOf<K>): void {
  const fold: AlertFold<K> | null = FOLDS[event.kind as K]
  fold?.(taking, event)
}
