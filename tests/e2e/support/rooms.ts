/** Whole War Room views: the states that a trader meets. */
import { PAIRS } from '../../../engine/contracts/pairs.ts'
import { REAL_MONEY } from '../../../engine/contracts/settings.ts'
import type { Pair } from '../../../engine/contracts/pairs.ts'
import type { WarRoomView } from '../../../engine/contracts/views.ts'
import {
  MARKET_MS, OTHER, TERMINAL, aCampaign, aComputer, aFire, aGuard, aLink, aMissionView, aPosition, aPrice, aRegime, aTrade, anAccount, anAuto, aWaitingOrder, anOrder, at, cents, points, ulid,
} from './view-parts.ts' // prettier-ignore

const byPair = <T>(make: (pair: Pair) => T) =>
  Object.fromEntries(PAIRS.map(pair => [pair, make(pair)])) as Record<Pair, T>

/** Neither at once nor waiting. */
const noShot = (...denials: readonly string[]) => ({ shot: null, denials, wait: null, waitDenials: denials })

/** Before any terminal: nothing is known. */
export const unlinkedRoom: WarRoomView = {
  rev: 1, version: '0.1.0', shown: null, kind: null, stake: null, marketMs: null, session: 'CLOSED', calendar: null, links: [], computer: aComputer(), account: null, prices: {}, regimes: {},
  missions: [], refusals: [], orders: [], positions: [], closed: [],
  campaign: aCampaign({ xp: 0, last: [] }),
  fire: aFire({ shotsToday: 0, openTrades: 0, lossTodayCents: cents(0), lossLimitCents: null, openRiskCents: cents(0) }),
  notices: [],
} // prettier-ignore

/** Linked a moment ago: prices, no history, no mission. */
export const quietRoom: WarRoomView = {
  ...unlinkedRoom,
  shown: TERMINAL,
  kind: 'simulated',
  stake: 'simulated',
  marketMs: at(MARKET_MS),
  session: 'LONDON',
  links: [aLink({ ticks: 812 })],
  account: anAccount({
    balanceCents: cents(10_000),
    equityCents: cents(10_000),
    freeMarginCents: cents(10_000),
  }),
  prices: byPair(pair => aPrice(pair, { normPips: null, spark: [] })),
  regimes: byPair(pair =>
    aRegime(pair, { regime: null, probability: null, figures: [], missing: '120 H1 bars' }),
  ),
  fire: aFire({ ...unlinkedRoom.fire, lossLimitCents: cents(600) }),
}

/** A good morning on the training ground: everything is happening. */
export const busyRoom: WarRoomView = {
  ...quietRoom,
  calendar: { source: 'terminal', toMs: at(MARKET_MS + 6 * 86_400_000), coming: [] },
  links: [aLink()],
  account: anAccount(),
  prices: { ...byPair(pair => aPrice(pair)), EURAUD: aPrice('EURAUD', { stale: true, ageMs: 74_000, move: 0 }) },
  regimes: {
    ...byPair(pair => aRegime(pair)),
    GBPNZD: aRegime('GBPNZD', { regime: null, probability: null, missing: '38 H1 bars' }),
  },
  missions: [
    aMissionView(),
    aMissionView(
      { leftMs: 312_000, leftShare: 0.21, driftPips: -1.4 },
      { id: ulid(2), pair: 'GBPUSD', symbol: 'GBPUSD', side: 'sell', rewardRatio: 3, signal: 'PRECISION_STRIKE' },
    ),
  ],
  refusals: [
    {
      atMs: at(MARKET_MS - 40_000), pair: 'GBPNZD', setup: 'Range fade', side: 'sell',
      reasons: ['Expected value −0.02 R after cost, the gate is +0.05 R.', 'Spread 4.7 pips is 19 % of the stop, at most 15 %.'],
    },
    {
      atMs: at(MARKET_MS - 310_000), pair: 'USDCHF', setup: 'Pullback to the 20-bar mean', side: 'buy',
      reasons: ['A mission of this pair was issued 12 min ago, the next may come after 30.'],
    },
  ],
  orders: [anOrder()],
  positions: [
    aPosition(),
    aPosition({
      position: '700098', pair: 'EURGBP', symbol: 'EURGBP', side: 'buy', lots: '0.80', open: '0.82164', now: '0.82105', stop: '0.82064',
      target: '0.82364', r: -0.59, pips: -5.9, netCents: cents(-61.2), progress: 0.14,
      handles: { digits: 5, lotStep: 0.01, lotMin: 0.01, nearestStop: '0.82095', breakEven: null, pointCents: 135.1, costCents: cents(-5.6) },
    }),
    aPosition({
      position: '654001', pair: null, symbol: 'XAUUSD', side: 'buy', lots: '0.10', open: '1284.10', now: '1286.35', stop: null,
      target: null, r: null, pips: 22.5, netCents: cents(22.5), progress: null, external: true, mission: null, handles: null,
    }),
  ],
  closed: [
    aTrade(),
    aTrade({
      order: ulid(13), pair: 'USDCAD', side: 'sell', digits: 5, pips: -14.2, netCents: cents(-102.1), r: -1.02, reason: 'stop',
      open: points(109_512), close: points(109_654), dealIn: '900290', dealOut: '900302',
    }),
    aTrade({ order: ulid(14), pair: 'AUDUSD', open: points(92_418), close: points(92_831), pips: 41.3, netCents: cents(288.4), r: 2.91, dealIn: '900201', dealOut: '900247' }),
  ],
  campaign: aCampaign(),
  fire: aFire(),
} // prettier-ignore

/** The same morning after the terminal has gone. */
export const lostRoom: WarRoomView = {
  ...busyRoom,
  links: [
    aLink({
      state: 'down', code: 'NOT_LINKED', armed: false, beatAgeMs: 14_200, dataAgeMs: 14_300, pingMs: null, autoTrading: null, brokerConnected: null,
      problem: 'The terminal has not been heard for 14 s.',
      nextStep: 'Look whether MetaTrader is running and the Expert Advisor is on its chart.',
    }),
  ],
  prices: byPair(pair => aPrice(pair, { stale: true, ageMs: 14_300, move: 0 })),
  missions: [aMissionView(noShot('The terminal is not linked.', 'The last price is 14 s old, at most 10 s.'))],
  orders: [anOrder({ state: 'unknown', text: 'No verdict yet. It counts as an open position until the terminal says otherwise.' })],
} // prettier-ignore

/** Orders in every standing: on its way, waiting, a stranger's, and one that the terminal has lost. */
export const waitingRoom: WarRoomView = {
  ...busyRoom,
  links: [aLink({ simulation: { speed: 60, paused: true } })],
  missions: [
    aMissionView({ state: 'fired', orderState: 'waiting', shot: null, wait: null, leftMs: 0, leftShare: 0 }),
    ...busyRoom.missions.slice(1),
  ],
  orders: [
    anOrder(),
    anOrder({ order: ulid(9), pair: 'USDCHF', symbol: 'USDCHF', side: 'sell', lots: 0.3, state: 'unknown', text: 'Gone from the terminal without a deal.', settle: 'I end sell 0.3 USDCHF without a result' }),
    aWaitingOrder({ order: ulid(22), mission: ulid(1), pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: 0.5, waits: { price: '1.38679', leftMs: 1_160_000 } }),
    aWaitingOrder(),
    aWaitingOrder({ order: '88001234', mission: null, pair: null, symbol: 'XAUUSD', side: 'buy', lots: 0.1, external: true, waits: { price: '1279.50', leftMs: null } }),
  ],
} // prettier-ignore

/** One room for each kind of money. */
export const demoRoom: WarRoomView = {
  ...busyRoom,
  kind: 'demo',
  stake: 'demo',
  links: [aLink({ kind: 'demo', simulation: null, broker: 'Example Markets', server: 'ExampleMarkets-Demo', program: 'BITTENBridge 1.0' })],
  missions: [aMissionView({}, { kind: 'demo', drill: false, quality: 'SILVER', expectedR: 0.21, confidence: { p: 0.44, n: 212, calibrated: true, source: 'calibrated on 212 outcomes' } })],
  campaign: aCampaign({ rank: 'FANG', xp: 8_420, rankXp: 6_000, nextRankXp: 12_000, nextRank: 'COMMANDER', kind: 'demo' }),
} // prettier-ignore

export const liveRoom: WarRoomView = {
  ...demoRoom,
  kind: 'live',
  stake: 'live',
  links: [
    aLink({
      kind: 'live', simulation: null, broker: 'Example Markets', server: 'ExampleMarkets-Live', program: 'BITTENBridge 1.0', armed: false,
      problem: 'Live trading is locked on this machine.', nextStep: 'Pass the checklist of docs/unverified.md first.',
    }),
  ],
  missions: [aMissionView(noShot('Live trading is locked on this machine.'), { kind: 'live', drill: false, quality: 'GOLD' })],
  campaign: aCampaign({ rank: 'COMMANDER', xp: 14_900, rankXp: 12_000, nextRankXp: null, nextRank: null, kind: 'live' }),
} // prettier-ignore

/** A bad day: what holds fire, and what only warns of it. */
export const heldRoom: WarRoomView = {
  ...busyRoom,
  missions: [aMissionView(noShot('Four losses in a row: no new trade for an hour.'))],
  fire: aFire({
    shotsToday: 4, openTrades: 2, lossTodayCents: cents(214.4), lossLimitCents: cents(306.44),
    guards: [
      aGuard({ guard: 'MEDIC', blocks: false, leftMs: null, text: 'Half of the daily stop is lost (214.40 of 306.44 USD): half the risk, one position at a time, until the trading day ends at 17:00 in New York.' }),
      aGuard(),
      aGuard({ guard: 'NEWS_LOCK', leftMs: 731_000, text: 'USD Nonfarm Payrolls (high) in 4 min: no entries in USD pairs within 15 min of it.' }),
    ],
    auto: anAuto({ shotsToday: 2, why: 'Four losses in a row: no new trade for an hour.' }),
  }),
} // prettier-ignore

/** Real money, unlocked on this machine, before the trader has typed the consent. */
export const consentRoom: WarRoomView = {
  ...demoRoom,
  kind: 'live',
  stake: 'live',
  account: anAccount({ kind: 'live' }),
  links: [aLink({ kind: 'live', simulation: null, broker: 'Example Markets', server: 'ExampleMarkets-Live', program: 'BITTENBridge 1.0' })],
  missions: [aMissionView(noShot('Real money is not traded before the consent is typed.'), { kind: 'live', drill: false, quality: 'GOLD' })],
  fire: aFire({ consents: [{ terminal: TERMINAL, words: REAL_MONEY }] }),
} // prettier-ignore

export const contestRoom: WarRoomView = {
  ...consentRoom,
  kind: 'contest',
  stake: 'contest',
  links: [aLink({ kind: 'contest', simulation: null, broker: 'Example Markets', server: 'ExampleMarkets-Contest', program: 'BITTENBridge 1.0' })],
  missions: [],
  fire: aFire({ selector: 'AUTO', auto: anAuto({ shotsToday: 1, why: null }) }),
} // prettier-ignore

/** The training ground is shown, and beside it an account with real money has a mission, a trade and a guard of its own. */
export const twoTerminals: WarRoomView = {
  ...busyRoom,
  stake: 'live',
  links: [
    aLink(),
    aLink({ terminal: OTHER, kind: 'live', accountMark: '77c1', currency: 'EUR', simulation: null, broker: 'Example Markets', server: 'ExampleMarkets-Live', program: 'BITTENBridge 1.0' }),
  ],
  missions: [
    ...busyRoom.missions,
    aMissionView({ leftMs: 640_000 }, { id: ulid(3), terminal: OTHER, kind: 'live', pair: 'USDCHF', symbol: 'USDCHF', drill: false, quality: 'GOLD' }),
  ],
  positions: [...busyRoom.positions, aPosition({ terminal: OTHER, position: '88', pair: 'EURJPY', symbol: 'EURJPY', side: 'buy', mission: ulid(5) })],
  fire: aFire({ guards: [aGuard({ terminal: OTHER })] }),
} // prettier-ignore
