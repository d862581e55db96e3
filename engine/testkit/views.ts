/** Builders of views: complete, with only the fields that a test is about written out. */
import { Mission } from '../contracts/mission.ts'
import { Cents, EpochMs } from '../contracts/primitives.ts'
import type { LinkView, MissionView, WarRoomView } from '../contracts/views.ts'
import { aUlid } from './events.ts'

export function aMission(change: Partial<Mission> = {}): Mission {
  const mission = Mission.parse({
    id: aUlid(7),
    terminal: 'terminal-1',
    kind: 'simulated',
    pair: 'EURUSD',
    symbol: 'EURUSD',
    digits: 5,
    setup: 'z-fade',
    signal: 'RAPID_ASSAULT',
    quality: 'DRILL',
    drill: true,
    side: 'buy',
    entry: 110_234,
    stop: 110_134,
    target: 110_434,
    stopPoints: 100,
    rewardRatio: 2,
    confidence: { p: 0.31, n: 0, calibrated: false, source: 'prior' },
    expectedR: -0.1,
    costR: 0.07,
    spread: 8,
    regime: 'CALM_RANGE',
    session: 'LONDON',
    invalidation: 'a close beyond the stop',
    figures: [],
    barMs: 0,
    issuedMs: 0,
    expiresMs: 1_500_000,
  })
  return { ...mission, ...change }
}

export function aMissionView(change: Partial<MissionView> = {}): MissionView {
  return {
    mission: aMission(),
    state: 'pending',
    orderState: null,
    leftMs: 720_000,
    leftShare: 0.5,
    shot: { lots: 0.4, riskCents: Cents.parse(9_996), riskPct: 1, rewardCents: Cents.parse(19_000) },
    denials: [],
    wait: null,
    waitDenials: [],
    driftPips: 0,
    freshness: null,
    ...change,
  }
}

export function aLinkView(change: Partial<LinkView> = {}): LinkView {
  return {
    terminal: 'terminal-1',
    state: 'live',
    road: 'zmq',
    cannot: [],
    code: 'WELL',
    problem: null,
    nextStep: null,
    broker: 'Broker',
    server: 'Server',
    kind: 'simulated',
    accountMark: 'a3f9',
    currency: 'USD',
    margin: 'hedging',
    program: 'terminal-sim',
    armed: true,
    beatAgeMs: 400,
    dataAgeMs: 1_200,
    autoTrading: true,
    brokerConnected: true,
    pingMs: 1,
    simulation: null,
    ticks: 10,
    faults: 0,
    ...change,
  }
}

export function aWarRoom(change: Partial<WarRoomView> = {}): WarRoomView {
  return {
    rev: 1,
    version: 'test',
    shown: 'terminal-1',
    kind: 'simulated',
    stake: 'simulated',
    marketMs: EpochMs.parse(Date.UTC(2014, 4, 5, 8, 30)),
    session: 'LONDON',
    calendar: null,
    links: [aLinkView()],
    computer: { metaTrader: 'running', code: 'WELL', problem: null, nextStep: null },
    account: null,
    prices: {},
    regimes: {},
    missions: [],
    refusals: [],
    orders: [],
    positions: [],
    closed: [],
    campaign: {
      rank: 'NIBBLER',
      xp: 40,
      rankXp: 0,
      nextRankXp: 1_000,
      nextRank: 'SCOUT',
      last: [],
      kind: 'simulated',
      badges: { earned: 0, of: 12 },
      streak: { days: 0, best: 0 },
      challenges: { day: null, today: [], week: null },
    },
    fire: {
      selector: 'SELECT',
      paused: false,
      shotsToday: 1,
      shotsLimit: 6,
      openTrades: 0,
      openLimit: 1,
      lossTodayCents: Cents.parse(0),
      lossLimitCents: null,
      openRiskCents: Cents.parse(0),
      guards: [],
      auto: {
        shotsToday: 0,
        shotsLimit: 3,
        slots: 1,
        minQuality: 'SILVER',
        minShield: 6,
        riskPct: 1,
        riskCents: null,
        why: 'The selector is not on AUTO.',
      },
      consents: [],
    },
    notices: [],
    ...change,
  }
}
