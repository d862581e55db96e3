import type { EventKind, EventOf } from '../contracts/events.ts'
import { Cents, EpochMs, Lots, Points, Ticket } from '../contracts/primitives.ts'
import { DeskSettings } from '../contracts/settings.ts'
import { aDealDone, aTradeClosed, aUlid } from './events.ts'
import { aMission } from './views.ts'

const mission = aMission()
const { terminal } = mission
const atMs = mission.issuedMs
const order = aUlid(2)
const command = aUlid(3)
const position = Ticket.parse('700')
const origin = 'window'
const ofAccount = { terminal, account: 'demo', loginHash: 'a'.repeat(32) } as const
const { deal } = aDealDone(31)

/**
 * One event of every kind, about one another where they can be: a new kind stops the build here, so that it is not forgotten
 * where all kinds must be thought of.
 */
export const ONE_OF_EACH: Readonly<{ [K in EventKind]: EventOf<K> }> = {
  engineStarted: { kind: 'engineStarted', atMs, version: 'test', schema: 1 },
  terminalLinked: { kind: 'terminalLinked', atMs, session: 'one', broker: 'B', server: 'S', ...ofAccount },
  terminalLost: { kind: 'terminalLost', atMs, terminal, reason: 'gone' },
  armed: { kind: 'armed', atMs, terminal, lost: 0, external: 1 },
  disarmed: { kind: 'disarmed', atMs, terminal, reason: 'a stop is missing' },
  linkFaulted: { kind: 'linkFaulted', atMs, terminal, code: 'MAC', text: 'bad', count: 1 },
  missionIssued: { kind: 'missionIssued', atMs, trace: mission.id, mission },
  missionRefused: {
    kind: 'missionRefused',
    atMs,
    mission: { ...mission, id: aUlid(9), confidence: { ...mission.confidence, calibrated: true } },
    refusals: [{ code: 'VALUE_BELOW_GATE', text: 'Too little.', value: 0.01, limit: 0.05 }],
  },
  candidateEnded: {
    kind: 'candidateEnded',
    atMs,
    terminal,
    pair: 'EURUSD',
    setup: 'Z5-FADE',
    plan: 'RAPID',
    side: 'buy',
    model: 'made-up',
    p: 0.4,
    outcome: 'target',
    barMs: atMs,
    endedMs: atMs,
  },
  missionExpired: { kind: 'missionExpired', atMs, mission: mission.id, reason: 'its time was over' },
  missionRetimed: { kind: 'missionRetimed', atMs, mission: mission.id, expiresMs: atMs, timer: [] },
  missionDeclined: { kind: 'missionDeclined', atMs, mission: mission.id, reason: 'no' },
  fireDenied: {
    kind: 'fireDenied',
    atMs,
    mission: mission.id,
    origin,
    denials: [{ code: 'PAUSED', text: 'Paused.', value: null, limit: null }],
  },
  orderRecorded: {
    kind: 'orderRecorded',
    atMs,
    order,
    mission: mission.id,
    terminal,
    account: 'demo',
    pair: 'EURUSD',
    symbol: 'EURUSD',
    digits: 5,
    side: 'buy',
    lots: Lots.parse(0.1),
    price: mission.entry,
    stop: mission.stop,
    target: mission.target,
    riskCents: Cents.parse(1_000),
    origin,
    validUntilWallMs: EpochMs.parse(atMs + 5_000),
    spread: Points.parse(6),
    waitsUntilMs: EpochMs.parse(atMs + 60_000),
  },
  orderSent: { kind: 'orderSent', atMs, order },
  orderAnswered: {
    kind: 'orderAnswered',
    atMs,
    order,
    is: 'accepted',
    retcode: 10_009,
    position,
    text: 'ok',
  },
  orderBecame: { kind: 'orderBecame', atMs, order, state: 'unknown', why: 'no answer' },
  dealDone: { kind: 'dealDone', atMs, terminal, order, deal: { ...deal, id: order, position } },
  closeRequested: { kind: 'closeRequested', atMs, command, terminal, position, lots: '0.05', origin },
  closeAnswered: { kind: 'closeAnswered', atMs, command, is: 'accepted', retcode: 10_009, text: 'ok' },
  cancelRequested: { kind: 'cancelRequested', atMs, command, terminal, order, origin, why: 'by hand' },
  cancelAnswered: { kind: 'cancelAnswered', atMs, command, is: 'accepted', retcode: 10_009, text: 'ok' },
  orderSettled: { kind: 'orderSettled', atMs, order, origin },
  modifyRequested: {
    kind: 'modifyRequested',
    atMs,
    command,
    terminal,
    position,
    stop: mission.stop,
    target: null,
    origin,
  },
  modifyAnswered: { kind: 'modifyAnswered', atMs, command, is: 'accepted', retcode: 10_009, text: 'ok' },
  tradeClosed: aTradeClosed(),
  externalSeen: { kind: 'externalSeen', atMs, terminal, position: Ticket.parse('701'), symbol: 'EURUSD' },
  stopChanged: { kind: 'stopChanged', atMs, terminal, position, stop: null },
  selectorSet: { kind: 'selectorSet', atMs, selector: 'SAFE', origin },
  paused: { kind: 'paused', atMs, origin },
  resumed: { kind: 'resumed', atMs, origin },
  flattenRequested: { kind: 'flattenRequested', atMs, command, terminal, origin },
  flattenEnded: { kind: 'flattenEnded', atMs, command, terminal, left: [position], text: 'one is left' },
  consentGiven: { kind: 'consentGiven', atMs, ...ofAccount, origin },
  ledgerRecovered: {
    kind: 'ledgerRecovered',
    atMs,
    quarantined: '/data/quarantine/one',
    restored: '/data/backups/one.db',
    events: 7,
    text: 'The ledger was put aside.',
  },
  settingsApplied: { kind: 'settingsApplied', atMs, settings: DeskSettings.parse({ riskPct: 0.5 }), origin },
  equityMarked: {
    kind: 'equityMarked',
    atMs,
    ...ofAccount,
    why: 'day',
    dayMs: atMs,
    balanceCents: Cents.parse(100_000),
    equityCents: Cents.parse(99_000),
    transfersCents: Cents.parse(100_000),
  },
  guardRaised: {
    kind: 'guardRaised',
    atMs,
    ...ofAccount,
    guard: 'MEDIC',
    untilMs: null,
    text: 'Half of the daily stop is gone.',
    value: 1.5,
    limit: 1.5,
  },
  guardEnded: { kind: 'guardEnded', atMs, ...ofAccount, guard: 'MEDIC', why: 'a new day' },
  xpAwarded: { kind: 'xpAwarded', atMs, account: 'demo', order, reason: 'RESULT', xp: 15 },
}
