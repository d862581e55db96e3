/** Pieces of a War Room view, complete and typed; a test changes what it is about. */
import { Cents, EpochMs, Points, Ulid } from '../../../engine/contracts/primitives.ts'
import { TerminalId } from '../../../engine/contracts/primitives.ts'
import type { ClosedTrade, Mission, Shield } from '../../../engine/contracts/mission.ts'
import { PAIRS } from '../../../engine/contracts/pairs.ts'
import type { Pair } from '../../../engine/contracts/pairs.ts'
import type {
  AccountView,
  AutoView,
  CampaignView,
  ComputerView,
  FireView,
  GuardView,
  LinkView,
  MissionView,
  PriceRow,
  RegimeRow,
} from '../../../engine/contracts/views.ts'
import type { OrderView, PositionView } from '../../../engine/contracts/open-trade-views.ts'

export const MARKET_MS = Date.UTC(2014, 4, 1, 9, 32, 10)
export const at = (ms: number) => EpochMs.parse(ms)
export const cents = (amount: number) => Cents.parse(Math.round(amount * 100))
export const points = (value: number) => Points.parse(value)
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const ulid = (n: number) => Ulid.parse(`01HZX5N8Q4T7W0R3V6Y9B2${CROCKFORD.charAt(n % 32).repeat(4)}`)
export const TERMINAL = TerminalId.parse('training-ground')
export const OTHER = TerminalId.parse('other')

const QUOTES: Readonly<Record<Pair, readonly [bid: string, ask: string, spread: number, norm: number]>> = {
  EURUSD: ['1.38672', '1.38679', 0.7, 0.8],
  GBPUSD: ['1.68893', '1.68906', 1.3, 1.1],
  USDJPY: ['102.247', '102.256', 0.9, 0.9],
  USDCHF: ['0.87998', '0.88012', 1.4, 1.3],
  USDCAD: ['1.09564', '1.09580', 1.6, 1.5],
  AUDUSD: ['0.92851', '0.92862', 1.1, 1.0],
  NZDUSD: ['0.86214', '0.86231', 1.7, 1.6],
  EURGBP: ['0.82105', '0.82116', 1.1, 1.2],
  EURJPY: ['141.788', '141.803', 1.5, 1.3],
  GBPJPY: ['172.691', '172.716', 2.5, 2.2],
  AUDJPY: ['94.938', '94.954', 1.6, 1.7],
  EURAUD: ['1.49341', '1.49364', 2.3, 2.4],
  GBPAUD: ['1.81889', '1.81921', 3.2, 3.0],
  GBPNZD: ['1.95874', '1.95921', 4.7, 4.1],
  GBPCHF: ['1.48622', '1.48648', 2.6, 2.5],
}

/** A wave that differs by pair and is the same on every run. */
function wave(pair: Pair, length: number): readonly number[] {
  const phase = PAIRS.indexOf(pair)
  return Array.from({ length }, (_, i) =>
    Math.round(
      1000 + 40 * Math.sin(i / 4 + phase) + 22 * Math.sin(i / 1.7 + phase * 2) + i * ((phase % 5) - 2),
    ),
  )
}

export function aPrice(pair: Pair, changes: Partial<PriceRow> = {}): PriceRow {
  const [bid, ask, spreadPips, normPips] = QUOTES[pair]
  const moves = [1, 0, -1] as const
  const move = moves[PAIRS.indexOf(pair) % 3] ?? 0
  return {
    pair, symbol: pair, bid, ask, spreadPips, normPips, move, stale: false, ageMs: 240, spark: wave(pair, 36), ...changes,
  } // prettier-ignore
}

const REGIMES = ['TRENDING_BULL', 'CALM_RANGE', 'VOLATILE_RANGE', 'BREAKOUT', 'TRENDING_BEAR'] as const

export function aRegime(pair: Pair, changes: Partial<RegimeRow> = {}): RegimeRow {
  const n = PAIRS.indexOf(pair)
  return {
    pair,
    regime: REGIMES[n % REGIMES.length] ?? null,
    probability: 0.58 + (n % 7) * 0.05,
    missing: null,
    figures: [
      { name: 'ADX 14 H1', value: 27.4 },
      { name: 'efficiency ratio', value: 0.41 },
    ],
    sinceMs: at(MARKET_MS - 3_600_000),
    ...changes,
  }
}

export function aLink(changes: Partial<LinkView> = {}): LinkView {
  return {
    terminal: TERMINAL, state: 'live', road: 'zmq', cannot: [], code: 'WELL', problem: null, nextStep: null, broker: 'BITTEN training broker', server: 'Simulator-1',
    kind: 'simulated', accountMark: 'a3f9', currency: 'USD', margin: 'hedging', program: 'terminal-sim 0.1.0', armed: true, beatAgeMs: 420, dataAgeMs: 90,
    autoTrading: true, brokerConnected: true, pingMs: 1.3, simulation: { speed: 60, paused: false }, ticks: 184_223, faults: 0,
    ...changes,
  } // prettier-ignore
}

/** A demo account of another broker beside the simulated one. */
export const twoLinks = (): LinkView[] => [
  aLink(),
  aLink({ terminal: 'second-desk', broker: 'Second Markets', accountMark: '77c1', simulation: null, kind: 'demo' }), // prettier-ignore
]

export const aComputer = (changes: Partial<ComputerView> = {}): ComputerView => ({
  metaTrader: 'absent',
  code: 'WELL',
  problem: null,
  nextStep: null,
  ...changes,
})

export function anAccount(changes: Partial<AccountView> = {}): AccountView {
  return {
    currency: 'USD',
    balanceCents: cents(10_214.6),
    equityCents: cents(10_262.95),
    freeMarginCents: cents(9_811.2),
    kind: 'simulated',
    leverage: 100,
    ...changes,
  }
}

export const aShield = (): Shield => ({
  score: 7.58, class: 'ACTIVE', sizeFactor: 0.75,
  lines: [
    { part: 'NEWS', informs: 'safety', points: 1.62, most: 2, value: 100, text: 'No high-impact news known within 100 min.' },
    { part: 'VOLATILITY', informs: 'safety', points: 1.5, most: 1.5, value: 1.12, text: 'The last hours moved 1.12 times as much as is usual.' },
    { part: 'SPREAD', informs: 'safety', points: 0.75, most: 0.75, value: 0.88, text: 'The spread is 0.88 times its usual.' },
    { part: 'VOLUME', informs: 'safety', points: 0, most: 0.75, value: null, text: 'Tick volume is not known here.' },
    { part: 'CORRELATION', informs: 'safety', points: 0.63, most: 1.5, value: 0.55, text: 'Moves with what is open by 0.55.' },
    { part: 'COVERAGE', informs: 'safety', points: 1.5, most: 1.5, value: 0.99, text: '99 % of the last day’s bars, and 500 of 500 quarter hours back.' },
    { part: 'SESSION', informs: 'unproven', points: 1, most: 1, value: 332, text: '05:32 in New York: inside London’s morning.' },
    { part: 'TRAP', informs: 'unproven', points: 0.58, most: 1, value: 0.16, text: 'Wicks of the last quarter hour and hour: 0.16 of 1 towards the trade.' },
    { part: 'TREND', informs: 'none', points: 0, most: 0, value: 3, text: 'M5 above, M15 above, H1 above, H4 below its mean: 3 of 4 with the trade.' },
    { part: 'REGIME', informs: 'none', points: 0, most: 0, value: 0.71, text: 'Trending bull, 71 % likely to last.' },
    { part: 'LEVELS', informs: 'none', points: 0, most: 0, value: 12.4, text: 'Yesterday’s high lies 12.4 pips ahead.' },
  ],
}) // prettier-ignore

export const aTimer = (): Mission['timer'] => [
  { name: 'integrity', weight: 0.35, factor: 1, text: 'What cancels it is 50 % of the stop away.' },
  { name: 'volatility', weight: 0.25, factor: 0.89, text: 'The market moves 1.12 times as much as is usual.' },
  { name: 'session', weight: 0.2, factor: 2, text: 'Entries end in 643 min.' },
  { name: 'momentum', weight: 0.15, factor: 0.55, text: 'The last hour went 0.9 standard deviations towards the target.' },
  { name: 'news', weight: 0.05, factor: 1.67, text: 'No high-impact news for 100 min.' },
] // prettier-ignore

export function aMission(changes: Partial<Mission> = {}): Mission {
  return {
    id: ulid(1), terminal: TERMINAL, kind: 'simulated', pair: 'EURUSD', symbol: 'EURUSD', digits: 5,
    setup: 'Pullback to the 20-bar mean', signal: 'RAPID_ASSAULT', quality: 'DRILL', drill: true, side: 'buy',
    entry: points(138_679), stop: points(138_527), target: points(138_983), stopPoints: points(152), rewardRatio: 2,
    confidence: { p: 0.38, n: 12, calibrated: false, source: 'offset logit of the session study, not yet calibrated here' },
    expectedR: 0.07, costR: 0.05, spread: points(7), regime: 'TRENDING_BULL', session: 'LONDON',
    timeOut: { p: 0.07, r: 0.48 }, sniper: false, invalidBeyond: points(138_600), timeExitMs: at(MARKET_MS + 86_000_000),
    evidence: 'Six majors in 2019: +0.024 R before cost, −0.089 R after it (n 4,746).', structure: [], shield: aShield(), timer: aTimer(), warnings: [], barMinutes: 5,
    invalidation: 'An M15 close below 1.38560, a spread above 1.6 pips, or 25 minutes without a fill.',
    figures: [
      { name: 'ADX 14 H1', value: 27.41 }, { name: 'efficiency ratio', value: 0.412 }, { name: 'ATR 14 M15, points', value: 74 },
      { name: 'distance to mean, ATR', value: 0.31 }, { name: 'spread share of stop', value: 0.046 },
    ],
    barMs: at(MARKET_MS - 130_000), issuedMs: at(MARKET_MS - 128_000), expiresMs: at(MARKET_MS + 1_160_000),
    ...changes,
  } // prettier-ignore
}

export function aMissionView(
  changes: Partial<Omit<MissionView, 'mission'>> = {},
  mission: Partial<Mission> = {},
): MissionView {
  return {
    mission: aMission(mission),
    state: 'pending',
    orderState: null,
    leftMs: 1_160_000,
    leftShare: 0.77,
    shot: { lots: 0.5, riskCents: cents(76.02), riskPct: 0.74, rewardCents: cents(152.04) },
    denials: [],
    wait: { lots: 0.5, riskCents: cents(75.4), riskPct: 0.74, rewardCents: cents(152.6) },
    waitDenials: [],
    driftPips: 0.6,
    freshness: {
      is: 'FRESH',
      text: 'The price is 0.08 average ranges of a quarter hour from the entry; at most 1.',
    },
    ...changes,
  }
}

export function aPosition(changes: Partial<PositionView> = {}): PositionView {
  return {
    terminal: TERMINAL, position: '700123', pair: 'GBPJPY', symbol: 'GBPJPY', side: 'sell', lots: '0.41', open: '172.854',
    now: '172.716', stop: '173.160', target: '172.242', r: 0.45, pips: 13.8, netCents: cents(48.35),
    openMs: at(MARKET_MS - 2_400_000), progress: 0.48, external: false, lastSeenMs: null, mission: ulid(4),
    handles: { digits: 3, lotStep: 0.01, lotMin: 0.01, nearestStop: '172.726', breakEven: '172.846', pointCents: 40.09, costCents: cents(-2.87) },
    ...changes,
  } // prettier-ignore
}

export function anOrder(changes: Partial<OrderView> = {}): OrderView {
  return {
    order: ulid(7), mission: ulid(8), terminal: TERMINAL, pair: 'AUDJPY', symbol: 'AUDJPY', side: 'buy', lots: 0.52, state: 'sent',
    text: 'Sent to the terminal, waiting for its verdict.', sinceMs: at(MARKET_MS - 2_000), waits: null, external: false, settle: null, ...changes,
  } // prettier-ignore
}

/** One that waits at the broker for a price nearer to its stop. */
export const aWaitingOrder = (changes: Partial<OrderView> = {}): OrderView =>
  anOrder({
    order: ulid(20), mission: ulid(21), pair: 'NZDUSD', symbol: 'NZDUSD', side: 'sell', lots: 0.44, state: 'waiting', text: '',
    waits: { price: '0.86258', leftMs: 754_000 }, ...changes,
  }) // prettier-ignore

export function aTrade(changes: Partial<ClosedTrade> = {}): ClosedTrade {
  return {
    mission: ulid(11), order: ulid(12), terminal: TERMINAL, kind: 'simulated', pair: 'EURUSD', side: 'buy', digits: 5, lots: 0.64,
    open: points(138_412), close: points(138_710), stop: points(138_262), target: points(138_710),
    openMs: at(MARKET_MS - 9_000_000), closeMs: at(MARKET_MS - 4_300_000), pips: 29.8, netCents: cents(186.24), riskCents: cents(96),
    r: 1.94, reason: 'target', dealIn: '900311', dealOut: '900318', ...changes,
  } // prettier-ignore
}

export function aCampaign(changes: Partial<CampaignView> = {}): CampaignView {
  return {
    rank: 'NIBBLER', xp: 318, rankXp: 0, nextRankXp: 1_000, nextRank: 'SCOUT', kind: 'simulated',
    last: [
      { text: 'EURUSD closed by its plan', xp: 4, atMs: at(MARKET_MS - 4_300_000) },
      { text: 'EURUSD result +1.94 R', xp: 2, atMs: at(MARKET_MS - 4_300_000) },
      { text: 'USDCAD closed in panic', xp: -25, atMs: at(MARKET_MS - 8_600_000) },
    ],
    badges: { earned: 3, of: 12 },
    streak: { days: 4, best: 9 },
    challenges: {
      day: '2014-05-05',
      today: [
        { id: 'ONE_LESSON', text: 'Write one lesson into the notebook.', is: 'met', n: 1, of: 1, xp: 1 },
        { id: 'BY_THE_PLAN', text: 'Close no trade by hand before its plan does.', is: 'kept', n: 1, of: 1, xp: 1 },
        { id: 'ONE_PASS', text: 'Let one mission pass, and say why.', is: 'open', n: 0, of: 1, xp: 1 },
      ],
      week: { id: 'FOUR_DAYS', text: 'Keep four days: inside all limits, and debriefed.', is: 'open', n: 2, of: 4, xp: 5 },
    },
    ...changes,
  } // prettier-ignore
}

export const anAuto = (changes: Partial<AutoView> = {}): AutoView => ({
  shotsToday: 0, shotsLimit: 3, slots: 1, minQuality: 'SILVER', minShield: 6, riskPct: 1, riskCents: cents(102.14), why: 'The selector is not on AUTO.', ...changes,
}) // prettier-ignore

export const aGuard = (changes: Partial<GuardView> = {}): GuardView => ({
  guard: 'TILT_LOCKOUT', terminal: TERMINAL, text: 'Four losses in a row: no new trade for an hour.', leftMs: 2_712_000, blocks: true, ...changes,
}) // prettier-ignore

export function aFire(changes: Partial<FireView> = {}): FireView {
  return {
    selector: 'SELECT', paused: false, shotsToday: 3, shotsLimit: 6, openTrades: 1, openLimit: 3,
    lossTodayCents: cents(102.1), lossLimitCents: cents(612.9), openRiskCents: cents(101.2), guards: [],
    auto: anAuto(), consents: [], ...changes,
  } // prettier-ignore
}
