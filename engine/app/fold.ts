import type { EventKind, EventOf } from '../contracts/events.ts'
import type { Mission, OrderState, Ulid } from '../contracts/index.ts'
import { DAY_MS } from '../domain/market/civil.ts'
import { isExposed, nextOrderState, type OrderFact } from '../domain/fire/order-machine.ts'
import { openLots } from '../domain/fire/trade.ts'
import {
  closeAnswered,
  closeRequested,
  fireDenied,
  flattenRequested,
  modifyAnswered,
  modifyRequested,
} from './asked.ts'
import { awarded } from './award.ts'
import { forgetCandidate, rememberCandidate } from './open-candidates.ts'
import { countResult, countShot, equityMarked, guardEnded, guardRaised } from './guards/fold-account.ts'
import { accountKey, levelsOf, ticketKey, type DeskState, type OrderRecord, valuesOf } from './desk-state.ts'

const ENDED: readonly OrderState[] = ['closed', 'rejected', 'denied', 'expired', 'cancelled', 'neverHappened']
const ANSWERS = {
  accepted: 'accepted',
  rejected: 'rejected',
  denied: 'denied',
  expired: 'expired',
  unknown: 'unanswered',
  buried: 'buried',
} as const satisfies Record<EventOf<'orderAnswered'>['is'], OrderFact>
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
  missionRefused: (desk, { mission }) => judged(desk, mission),
  candidateEnded,
  missionExpired: (desk, { mission }) => endMission(desk, mission, 'expired'),
  missionDeclined: (desk, { mission }) => endMission(desk, mission, 'declined'),
  fireDenied,
  orderRecorded: recorded,
  orderSent: (desk, { order, atMs }) => move(desk, order, 'sent', atMs),
  orderAnswered: answered,
  orderBecame: became,
  dealDone,
  closeRequested,
  closeAnswered,
  tradeClosed: closed,
  externalSeen: (desk, { terminal, position }) => desk.externals.add(ticketKey(terminal, position)),
  stopChanged: (desk, { terminal, position, stop }) => desk.stops.set(ticketKey(terminal, position), stop),
  selectorSet: (desk, { selector }) => {
    desk.selector = selector
  },
  paused: desk => {
    desk.paused = true
  },
  resumed: desk => {
    desk.paused = false
    desk.hasResumed = true
  },
  flattenRequested,
  ledgerRecovered: nothing,
  settingsApplied: (desk, { settings }) => {
    desk.settings = settings
  },
  modifyRequested,
  modifyAnswered,
  flattenEnded: (desk, { command }) => desk.flattens.delete(command),
  consentGiven: (desk, { loginHash, account }) => desk.consents.add(accountKey(loginHash, account)),
  equityMarked,
  guardRaised,
  guardEnded,
  xpAwarded: awarded,
}

/** Folds one event into the desk, in place. The same events always give the same desk. */
export function fold<K extends EventKind>(desk: DeskState, event: EventOf<K>): void {
  const apply: Fold<K> = FOLDS[event.kind as K]
  apply(desk, event)
}

/** Another account starts with nothing behind it; its market may even stand at another time. */
function linked(desk: DeskState, { terminal, loginHash, account }: EventOf<'terminalLinked'>): void {
  if (account !== 'simulated') desk.realTerminals.add(terminal)
  if (desk.logins.get(terminal) !== loginHash) {
    desk.issued.delete(terminal)
    desk.levels.delete(terminal)
    desk.candidates.delete(terminal)
    desk.values.delete(terminal)
  }
  desk.logins.set(terminal, loginHash)
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
  judged(desk, mission)
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

function endMission(desk: DeskState, id: Ulid, state: 'expired' | 'declined'): void {
  const record = desk.missions.get(id)
  if (record?.state === 'pending') record.state = state
  desk.autoDenied.delete(id)
}

function recorded(desk: DeskState, event: EventOf<'orderRecorded'>): void {
  desk.orders.set(event.order, {
    recorded: event,
    loginHash: desk.logins.get(event.terminal) ?? '',
    state: 'recorded',
    verdict: null,
    position: null,
    deals: [],
    text: 'Recorded.',
    sinceMs: event.atMs,
  })
  desk.exposed.add(event.order)
  const mission = desk.missions.get(event.mission)
  if (mission) Object.assign(mission, { state: 'fired', order: event.order })
  desk.autoDenied.delete(event.mission)
  countShot(desk, event)
}

function closed(desk: DeskState, event: EventOf<'tradeClosed'>): void {
  desk.trades.push(event.trade)
  if (desk.trades.length > TRADES) desk.trades.shift()
  countResult(desk, event)
}

function move(desk: DeskState, id: Ulid, fact: OrderFact, atMs: number): void {
  const order = desk.orders.get(id)
  if (order) settle(desk, order, nextOrderState(order.state, fact), atMs)
}

function settle(desk: DeskState, order: OrderRecord, state: OrderState | null, atMs: number): void {
  if (state === null || state === order.state) return
  order.state = state
  order.sinceMs = atMs
  if (isExposed(state)) desk.exposed.add(order.recorded.order)
  else desk.exposed.delete(order.recorded.order)
  const mission = desk.missions.get(order.recorded.mission)
  if (!mission) return
  if (state === 'filled' || state === 'partlyFilled') mission.state = 'filled'
  else if (state === 'closed') mission.state = 'closed'
  else if (ENDED.includes(state)) mission.state = 'refused'
}

function answered(desk: DeskState, event: EventOf<'orderAnswered'>): void {
  const order = desk.orders.get(event.order)
  if (!order) return
  order.text = event.text
  order.verdict = event.is
  if (event.position) bind(desk, order, event.position)
  settle(desk, order, nextOrderState(order.state, ANSWERS[event.is]), event.atMs)
}

function became(desk: DeskState, event: EventOf<'orderBecame'>): void {
  const order = desk.orders.get(event.order)
  if (!order) return
  order.text = event.why
  settle(desk, order, event.state, event.atMs)
}

function bind(desk: DeskState, order: OrderRecord, position: NonNullable<OrderRecord['position']>): void {
  order.position = position
  desk.positions.set(ticketKey(order.recorded.terminal, position), order.recorded.order)
}

function dealDone(desk: DeskState, { terminal, order: id, deal, atMs }: EventOf<'dealDone'>): void {
  desk.deals.add(ticketKey(terminal, deal.deal))
  const order = id ? desk.orders.get(id) : undefined
  const key = ticketKey(terminal, deal.position)
  const strays = desk.strays.get(key) ?? []
  if (!order) {
    desk.strays.set(key, [...strays, deal])
    return
  }
  desk.strays.delete(key)
  order.deals.push(deal, ...strays)
  bind(desk, order, deal.position)
  settle(desk, order, nextOrderState(order.state, dealFact(order)), atMs)
}

/** What the deals so far say. A deal out that came before its deal in waits for it. */
function dealFact(order: OrderRecord): OrderFact {
  const filled = order.deals.some(deal => deal.entry === 'in')
  const left = openLots(order.deals)
  if (filled && left <= 0 && order.deals.some(deal => deal.entry === 'out')) return 'allClosed'
  return order.deals.some(deal => deal.entry === 'out') || left >= order.recorded.lots
    ? 'allFilled'
    : 'partFilled'
}
