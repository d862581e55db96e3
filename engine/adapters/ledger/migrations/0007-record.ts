import type { Migration } from '../../sqlite/index.ts'

/**
 * What campaign, debrief, notebook and squad are folds over. Refused missions and the ends of proposals are not among it: nine
 * events in ten, which `ghostEnded` sums up.
 */
export const OF_THE_RECORD = `kind IN (
  'terminalLinked', 'missionIssued', 'missionExpired', 'missionDeclined', 'fireDenied', 'orderRecorded', 'orderSent',
  'orderAnswered', 'orderBecame', 'dealDone', 'closeRequested', 'closeAnswered', 'cancelRequested', 'cancelAnswered', 'orderSettled',
  'modifyRequested', 'modifyAnswered', 'tradeClosed', 'stopChanged', 'equityMarked', 'guardRaised', 'guardEnded', 'ghostEnded', 'flattenRequested',
  'excursionMeasured', 'tradeDebriefed', 'journalWritten', 'lessonAnswered', 'reportTold', 'limitTried', 'callSignTaken', 'invitationMade',
  'enlistmentAccepted', 'squadReportReceived', 'recruitRemoved', 'squadJoined', 'squadLeft', 'xpAwarded'
)`

export const record: Migration = {
  version: 7,
  name: 'record',
  up: database => database.exec(`CREATE INDEX record ON event (seq) WHERE ${OF_THE_RECORD}`),
}
