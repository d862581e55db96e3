import type { EventKind, EventOf } from '../contracts/events.ts'
import type { EpochMs, Mission, Ulid } from '../contracts/index.ts'
import { accountId } from '../domain/fire/account-id.ts'
import { takeFact } from '../domain/campaign/campaign.ts'
import { DAY_MS } from '../domain/market/civil.ts'
import {
  closeAnswered,
  closeRequested,
  fireDenied,
  flattenRequested,
  modifyAnswered,
  modifyRequested,
  resumed,
} from './orders/asked.ts'
import { cancelAnswered, cancelRequested } from './orders/cancels.ts'
import { isOfTest } from '../domain/record/test-fires.ts'
import { foldSquad } from '../domain/squad/fold-squad.ts'
import { awarded } from './campaign/award.ts'
import { denyGhost, forgetGhosts, giveUpGhost, rememberGhost } from './missions/ghost-fold.ts'
import { noteTest } from './test-fire/test-story.ts'
import { noteDown } from './notebook/notebook-memory.ts'
import { forgetCandidate, rememberCandidate } from './missions/open-candidates.ts'
import { countResult, equityMarked, guardEnded, guardRaised, settingsApplied } from './guards/fold-account.ts'
import { accountKey, levelsOf, ticketNow, type DeskState, valuesOf } from './desk-state.ts'
import {
  dealDone,
  orderAnswered,
  orderBecame,
  orderRecorded,
  orderSent,
  orderSettled,
} from './orders/order-fold.ts'

/** Missions older than this no longer count towards any limit. */
const REMEMBERED_MS = 2 * DAY_MS
const TRADES = 400
const MISSIONS = 200

type Fold<K extends EventKind> = (desk: DeskState, event: EventOf<K>) => void
const nothing = (): void => undefined

/** What each kind of event does to the desk; a new kind stops the build here. */
const FOLDS: Readonly<{ [K in EventKind]: Fold<K> }> = {
  engineStarted: (desk, { version }) => {
    desk.version = version
  },
  terminalLinked: linked,
  terminalLost: nothing,
  armed: nothing,
  disarmed: nothing,
  linkFaulted: nothing,
  missionIssued: issued,
  missionRefused: (desk, { mission, refusals }) => {
    judged(desk, mission)
    rememberGhost(desk, mission, { notTaken: 'refused', why: refusals.map(({ code }) => code) })
  },
  candidateEnded,
  missionExpired: (desk, { mission, reason }) => endMission(desk, mission, 'expired', reason),
  missionRetimed: retimed,
  missionDeclined: (desk, { mission, reason }) => endMission(desk, mission, 'declined', reason),
  fireDenied: (desk, event) => {
    fireDenied(desk, event)
    denyGhost(desk, event)
  },
  orderRecorded,
  orderSent,
  orderAnswered,
  orderBecame,
  dealDone,
  closeRequested,
  closeAnswered,
  tradeClosed: closed,
  externalSeen: (desk, { terminal, position }) => desk.externals.add(ticketNow(desk, terminal, position)),
  stopChanged: (desk, { terminal, position, stop }) =>
    desk.stops.set(ticketNow(desk, terminal, position), stop),
  selectorSet: (desk, { selector }) => {
    desk.selector = selector
  },
  paused: desk => {
    desk.paused = true
  },
  resumed,
  flattenRequested,
  ledgerRecovered: nothing,
  settingsApplied,
  cancelRequested,
  cancelAnswered,
  orderSettled,
  modifyRequested,
  modifyAnswered,
  flattenEnded: (desk, { command }) => desk.flattens.delete(command),
  consentGiven: (desk, { loginHash, account }) => desk.consents.add(accountKey(loginHash, account)),
  equityMarked,
  guardRaised,
  guardEnded,
  ghostEnded: (desk, { mission }) => desk.ghosts.delete(mission),
  excursionMeasured: nothing,
  tradeDebriefed: nothing,
  journalWritten: nothing,
  lessonAnswered: nothing,
  reportTold: nothing,
  limitTried: nothing,
  callSignTaken: nothing,
  invitationMade: nothing,
  enlistmentAccepted: nothing,
  squadReportReceived: nothing,
  recruitRemoved: nothing,
  squadJoined: nothing,
  squadLeft: nothing,
  chatPaired: nothing,
  chatUnpaired: nothing,
  alertTaken: nothing,
  alertSent: nothing,
  alertsSettled: nothing,
  xpAwarded: awarded,
}

/**
 * Folds one event into the desk, in place. The same events always give the same desk. `wallMs`: when it was stored, by the
 * computer's clock.
 */
export function fold<K extends EventKind>(
  desk: DeskState,
  event: EventOf<K>,
  wallMs: EpochMs = event.atMs,
): void {
  const apply: Fold<K> = FOLDS[event.kind as K]
  // Before it is folded: what it makes of a mission depends on it.
  const isTest = isOfTest(desk.tests, event)
  apply(desk, event)
  if (isTest) return noteTest(desk, event, wallMs)
  takeFact(desk.campaign, event)
  noteDown(desk, event)
  foldSquad(desk.squad, event, wallMs)
}

/** Another account starts with nothing behind it; its market may even stand at another time. */
function linked(desk: DeskState, event: EventOf<'terminalLinked'>): void {
  const { terminal, account } = event
  const login = accountId(event)
  if (account !== 'simulated') desk.realTerminals.add(terminal)
  if (desk.logins.get(terminal) !== login) {
    desk.issued.delete(terminal)
    desk.levels.delete(terminal)
    desk.candidates.delete(terminal)
    desk.values.delete(terminal)
    forgetGhosts(desk, terminal)
  }
  desk.logins.set(terminal, login)
}

/** Issued or refused. A driftless barrier is worth minus its cost: beside that any model's figure would be among the best. */
function judged(desk: DeskState, mission: Mission): void {
  const { terminal, confidence, expectedR } = mission
  if (confidence.calibrated) valuesOf(desk, terminal).add(expectedR)
  rememberCandidate(desk, mission)
}

function candidateEnded(desk: DeskState, event: EventOf<'candidateEnded'>): void {
  const { terminal, model, plan, p, outcome, endedMs } = event
  levelsOf(desk, terminal, model)[plan].add(endedMs, outcome === 'target', p)
  forgetCandidate(desk, event)
}

function issued(desk: DeskState, { mission, atMs }: EventOf<'missionIssued'>): void {
  desk.missions.set(mission.id, { mission, state: 'pending', order: null })
  // No setup has proposed it: it is neither followed nor counted among the hour's missions.
  if (mission.test) return
  judged(desk, mission)
  rememberGhost(desk, mission, null)
  forgetEnded(desk)
  const before = desk.issued.get(mission.terminal) ?? []
  desk.issued.set(mission.terminal, [
    ...before.filter(entry => atMs - entry.atMs < REMEMBERED_MS),
    { pair: mission.pair, atMs: mission.issuedMs },
  ])
}

/** Missions that came to nothing make room; fired ones stay with their orders. */
function forgetEnded(desk: DeskState): void {
  if (desk.missions.size <= MISSIONS) return
  for (const [id, record] of desk.missions) {
    if (record.state !== 'pending' && record.state !== 'fired' && record.state !== 'filled')
      desk.missions.delete(id)
    if (desk.missions.size <= MISSIONS) return
  }
}

function retimed(desk: DeskState, { mission: id, expiresMs, timer }: EventOf<'missionRetimed'>): void {
  const record = desk.missions.get(id)
  if (record) desk.missions.set(id, { ...record, mission: { ...record.mission, expiresMs, timer } })
}

function endMission(desk: DeskState, id: Ulid, state: 'expired' | 'declined', reason: string): void {
  const record = desk.missions.get(id)
  if (record?.state === 'pending') record.state = state
  giveUpGhost(desk, id, state, reason)
  desk.autoDenied.delete(id)
}

function closed(desk: DeskState, event: EventOf<'tradeClosed'>): void {
  const { mission } = event.trade
  const isTest = mission !== null && desk.tests.has(mission)
  if (!isTest) desk.trades.push(event.trade)
  if (desk.trades.length > TRADES) desk.trades.shift()
  countResult(desk, event, isTest)
}
