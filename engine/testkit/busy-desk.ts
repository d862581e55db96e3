import { Cents, EpochMs } from '../contracts/primitives.ts'
import { PAIRS } from '../contracts/pairs.ts'
import type { GuardView, PriceRow, RegimeRow, WarRoomView } from '../contracts/views.ts'
import type { OrderView, PositionView } from '../contracts/open-trade-views.ts'
import { aUlid } from './events.ts'
import { ScriptedDesk } from './scripted-desk.ts'
import { aLinkView, aMission, aMissionView, aWarRoom } from './views.ts'

/** A Friday morning in London, 2014-06-13 08:30 UTC. */
export const BUSY_MS = EpochMs.parse(Date.UTC(2014, 5, 13, 8, 30))

export function aPosition(change: Partial<PositionView> = {}): PositionView {
  return {
    terminal: 'terminal-1',
    position: '50012345',
    pair: 'EURUSD',
    symbol: 'EURUSD.m',
    side: 'buy',
    lots: '0.40',
    open: '1.10234',
    now: '1.10290',
    stop: '1.10134',
    target: '1.10434',
    r: 0.56,
    pips: 5.6,
    netCents: Cents.parse(2_240),
    openMs: EpochMs.parse(BUSY_MS - 1_800_000),
    progress: 0.5,
    external: false,
    lastSeenMs: null,
    mission: null,
    handles: null,
    ...change,
  }
}

export function aGuard(change: Partial<GuardView> = {}): GuardView {
  const text = 'Half of the daily stop is lost: half risk, one position.'
  return { guard: 'MEDIC', terminal: 'terminal-1', text, leftMs: 3_600_000, blocks: false, ...change }
}

export function aWaitingOrder(change: Partial<OrderView> = {}): OrderView {
  return {
    order: aUlid(9),
    mission: null,
    terminal: 'terminal-1',
    pair: 'GBPJPY',
    symbol: 'GBPJPY.m',
    side: 'sell',
    lots: 0.12,
    state: 'waiting',
    text: 'Waits at the broker.',
    sinceMs: BUSY_MS,
    waits: { price: '171.250', leftMs: 900_000 },
    external: false,
    settle: null,
    ...change,
  }
}

const price = (pair: PriceRow['pair'], at: number): PriceRow => ({
  pair,
  symbol: pair,
  bid: '1.10230',
  ask: '1.10238',
  spreadPips: 0.8 + at,
  normPips: at % 4 === 3 ? null : 0.7 + at,
  move: 0,
  stale: pair === 'EURAUD',
  ageMs: 1_000,
  spark: [],
})

const regime = (pair: RegimeRow['pair']): RegimeRow => ({
  pair,
  regime: pair === 'GBPNZD' ? null : 'VOLATILE_RANGE',
  probability: pair === 'GBPNZD' ? null : 0.62,
  missing: pair === 'GBPNZD' ? '38 H1 bars' : null,
  figures: [
    { name: 'efficiency ratio', value: 0.4123 },
    { name: 'chance of TRENDING_BULL in an hour', value: 0.0187 },
  ],
  sinceMs: BUSY_MS,
})

/** A view in which everything is happening. */
export function aBusyRoom(change: Partial<WarRoomView> = {}): WarRoomView {
  const quiet = aWarRoom()
  return {
    ...quiet,
    marketMs: BUSY_MS,
    links: [aLinkView()],
    account: {
      currency: 'USD',
      balanceCents: Cents.parse(1_000_000),
      equityCents: Cents.parse(1_002_240),
      freeMarginCents: Cents.parse(956_000),
      kind: 'simulated',
      leverage: 100,
    },
    missions: [
      aMissionView(),
      aMissionView({
        mission: aMission({ id: aUlid(8), pair: 'GBPJPY', symbol: 'GBPJPY' }),
        state: 'expired',
      }),
    ],
    positions: [aPosition()],
    orders: [aWaitingOrder()],
    prices: Object.fromEntries(PAIRS.map((pair, at) => [pair, price(pair, at)])),
    regimes: Object.fromEntries(PAIRS.map(pair => [pair, regime(pair)])),
    calendar: {
      source: 'terminal',
      toMs: EpochMs.parse(BUSY_MS + 6 * 86_400_000),
      coming: [
        {
          timeMs: EpochMs.parse(BUSY_MS + 4 * 3_600_000),
          currency: 'USD',
          importance: 'high',
          name: 'Retail Sales m/m',
        },
        {
          timeMs: EpochMs.parse(BUSY_MS + 30 * 3_600_000),
          currency: 'GBP',
          importance: 'moderate',
          name: 'CPI y/y',
        },
      ],
    },
    fire: {
      ...quiet.fire,
      openTrades: 1,
      lossTodayCents: Cents.parse(12_000),
      lossLimitCents: Cents.parse(30_000),
      openRiskCents: Cents.parse(9_996),
      guards: [aGuard()],
    },
    ...change,
  }
}

/** A desk with that view, whose record is what a test makes it. */
export function aBusyDesk(change: Partial<WarRoomView> = {}): ScriptedDesk {
  const desk = new ScriptedDesk()
  desk.shown = aBusyRoom(change)
  return desk
}
