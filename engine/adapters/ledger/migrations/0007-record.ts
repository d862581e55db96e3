import type { Migration } from '../../sqlite/index.ts'

/**
 * What campaign, debrief, notebook and squad are folds over. Refused missions, the ends of proposals and ghosts are not among it: nine
 * events in ten.
 */
export const OF_THE_RECORD = `kind IN (
  'terminalLinked', 'missionIssued', 'missionExpired', 'missionDeclined', 'fireDenied', 'orderRecorded', 'orderSent',
  'orderAnswered', 'orderBecame', 'dealDone', 'closeRequested', 'closeAnswered', 'cancelRequested', 'cancelAnswered', 'orderSettled',
  'modifyRequested', 'modifyAnswered', 'tradeClosed', 'stopChanged', 'equityMarked', 'guardRaised', 'guardEnded', 'flattenRequested',
  'resumed', 'excursionMeasured', 'tradeDebriefed', 'journalWritten', 'lessonAnswered', 'reportTold', 'limitTried', 'callSignTaken', 'invitationMade',
  'enlistmentAccepted', 'squadReportReceived', 'recruitRemoved', 'squadJoined', 'squadLeft', 'xpAwarded'
)`

export const record: Migration = {
  version: 7,
  name: 'record',
  up: database => database.exec(`CREATE INDEX record ON event (seq) WHERE ${OF_THE_RECORD}`),
}
