import type { Migration } from '../../sqlite/index.ts'

/** What alerts are a fold over, and what of them was told to which chat. Proposals, ghosts and studies are not among it. */
export const OF_ALERTS = `kind IN (
  'terminalLinked', 'terminalLost', 'armed', 'disarmed', 'missionIssued', 'missionExpired', 'missionRetimed', 'missionDeclined',
  'fireDenied', 'orderRecorded', 'orderSent', 'orderAnswered', 'orderBecame', 'dealDone', 'closeRequested', 'closeAnswered',
  'cancelRequested', 'orderSettled', 'modifyRequested', 'modifyAnswered', 'tradeClosed', 'externalSeen', 'stopChanged', 'selectorSet',
  'paused', 'resumed', 'flattenRequested', 'flattenEnded', 'consentGiven', 'ledgerRecovered', 'guardRaised', 'guardEnded', 'reportTold',
  'chatPaired', 'chatUnpaired', 'alertTaken', 'alertSent', 'alertsSettled', 'xpAwarded'
)`

export const alerts: Migration = {
  version: 9,
  name: 'alerts',
  up: database => database.exec(`CREATE INDEX alert ON event (seq) WHERE ${OF_ALERTS}`),
}
