import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  Cents,
  EpochMs,
  Lots,
  Mission,
  OrderState,
  Points,
  TerminalId,
  Ticket,
  Ulid,
} from '../../contracts/index.ts'
import type { Deal, SymbolSpec } from '../../contracts/wire/index.ts'
import { aShield } from '../../testkit/a-shield.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import { judgeShot } from './gate.ts'
import { isExposed, isUnresolved, nextOrderState, ORDER_FACTS, type OrderFact } from './order-machine.ts'
import { limitsAfter, limitsFor, RANKS } from './ranks.ts'
import type { ShotInputs } from './shot.ts'
import { lossPerLot, sizeOrder } from './sizing.ts'
import { closedTrade, openLots } from './trade.ts'

const spec = (over: Partial<SymbolSpec> = {}): SymbolSpec => ({
  index: 0,
  name: 'EURUSD',
  pair: 'EURUSD',
  digits: 5,
  tickSize: 0.00001,
  tickValue: 1,
  contract: 100_000,
  lotMin: 0.01,
  lotMax: 100,
  lotStep: 0.01,
  stopLevel: 0,
  freezeLevel: 0,
  commissionPerLot: 7,
  ...over,
})

const mission = (over: Partial<Mission> = {}): Mission => ({
  id: '01ARYZ6S410000000000000000' as Ulid,
  terminal: 'desk' as TerminalId,
  kind: 'simulated',
  pair: 'EURUSD',
  symbol: 'EURUSD',
  digits: 5,
  setup: 'Z5-FADE',
  signal: 'RAPID_ASSAULT',
  quality: 'DRILL',
  drill: true,
  side: 'buy',
  entry: 110_000 as Points,
  stop: 109_900 as Points,
  target: 110_200 as Points,
  stopPoints: 100 as Points,
  rewardRatio: 2,
  confidence: { p: 0.33, n: 0, calibrated: false, source: 'test' },
  expectedR: 0,
  costR: 0.09,
  spread: 5 as Points,
  regime: null,
  session: 'LONDON',
  timeOut: { p: 0, r: 0 },
  sniper: false,
  invalidation: '',
  invalidBeyond: 109_950 as Points,
  timeExitMs: 86_401_000 as EpochMs,
  evidence: '',
  structure: [],
  shield: aShield(),
  timer: [],
  warnings: [],
  figures: [],
  barMinutes: 5,
  barMs: 0 as EpochMs,
  issuedMs: 1_000 as EpochMs,
  expiresMs: 1_501_000 as EpochMs,
  ...over,
})

const AT_NOON = Date.UTC(2026, 0, 6, 12)
/** A calendar of all time, and one of an announcement at noon. */
const ALWAYS: KnownCalendar = {
  source: 'terminal',
  fromMs: Number.NEGATIVE_INFINITY,
  toMs: Number.POSITIVE_INFINITY,
  events: [],
}
const PAYROLLS: KnownCalendar = {
  ...ALWAYS,
  events: [
    {
      id: '1' as Ticket,
      timeMs: AT_NOON as EpochMs,
      exact: true,
      currency: 'USD',
      importance: 'high',
      name: 'Payrolls',
    },
  ],
}

const LINK: ShotInputs['link'] = { up: true, armed: true, reason: '', denies: null, maxLots: null }

const inputs = (over: Partial<ShotInputs> = {}): ShotInputs => ({
  marketMs: 2_000 as EpochMs,
  link: LINK,
  kind: 'simulated',
  origin: 'window',
  selector: 'SELECT',
  paused: false,
  mission: mission(),
  missionState: 'pending',
  calendar: ALWAYS,
  noCalendar: 'block',
  freshness: { rangePoints: 60, spreadRatio: 1, volumeRatio: 1 },
  open: [],
  account: { balanceCents: 1_000_000 as Cents, tradeAllowed: true },
  spec: spec(),
  quote: { bid: 109_995 as Points, ask: 110_000 as Points, ageMs: 0, staleAfterMs: 10_000 },
  book: {
    openTrades: 0,
    openRiskCents: 0,
    symbolTaken: false,
    nettingTaken: false,
    shotsToday: 0,
    netTodayCents: 0,
    firesLastMinute: 0,
    sinceFireOfSymbolMs: null,
  },
  limits: limitsFor(0),
  riskPct: 1,
  ...over,
})

const codes = (over: Partial<ShotInputs>): string[] => {
  const answer = judgeShot(inputs(over))
  return answer.is === 'denied' ? answer.denials.map(denial => denial.code) : []
}
const book = (over: Partial<ShotInputs['book']>) => ({ book: { ...inputs().book, ...over } })

const at = (ms: number) => ({
  marketMs: ms as EpochMs,
  mission: mission({ issuedMs: ms as EpochMs, expiresMs: (ms + 1) as EpochMs }),
})

describe('the gate', () => {
  test('lets a sound shot through with its lots, risk and reward', () => {
    expect(judgeShot(inputs())).toEqual({
      is: 'shot',
      shot: { lots: 0.93, riskCents: 9_951, rewardCents: 19_902, price: 110_000, riskPct: 0.9951 },
    })
  })

  const live = mission({ kind: 'live' })
  const cases: [string, Partial<ShotInputs>][] = [
    ['LINK_DOWN', { link: { ...LINK, up: false } }],
    ['NOT_ARMED', { link: { ...LINK, armed: false, reason: 'Asking.' } }],
    ['LIVE_LOCKED', { kind: 'live', mission: live }],
    ['SELECTOR_SAFE', { selector: 'SAFE' }],
    ['PAUSED', { paused: true }],
    ['MISSION_GONE', { missionState: 'fired' }],
    ['MISSION_GONE', { kind: 'demo' }],
    ['MISSION_EXPIRED', { marketMs: 1_501_000 as EpochMs }],
    ['NO_ACCOUNT', { account: null }],
    ['TRADE_NOT_ALLOWED', { account: { balanceCents: 1_000_000 as Cents, tradeAllowed: false } }],
    ['NO_SPEC', { spec: null }],
    ['NO_PRICE', { quote: null }],
    [
      'STALE_DATA',
      { quote: { bid: 109_995 as Points, ask: 110_000 as Points, ageMs: 10_001, staleAfterMs: 10_000 } },
    ],
    [
      'PRICE_DRIFTED',
      { quote: { bid: 110_021 as Points, ask: 110_026 as Points, ageMs: 0, staleAfterMs: 10_000 } },
    ],
    [
      'SPREAD_TOO_WIDE',
      { quote: { bid: 109_984 as Points, ask: 110_000 as Points, ageMs: 0, staleAfterMs: 10_000 } },
    ],
    ['STOP_TOO_NEAR', { spec: spec({ stopLevel: 96 }) }],
    ['SYMBOL_TAKEN', book({ symbolTaken: true })],
    ['NETTING_TAKEN', book({ nettingTaken: true })],
    ['OPEN_TRADES', book({ openTrades: 1 })],
    ['SHOTS_TODAY', book({ shotsToday: 6 })],
    ['DAILY_LOSS', book({ netTodayCents: -31_000 })],
    ['RATE_MINUTE', book({ firesLastMinute: 5 })],
    ['RATE_SYMBOL', book({ sinceFireOfSymbolMs: 29_999 })],
    ['COST_UNKNOWN', { spec: spec({ commissionPerLot: null }) }],
    ['LOTS_BELOW_MIN', { account: { balanceCents: 1_000 as Cents, tradeAllowed: true } }],
    ['LOTS_ABOVE_MAX', { spec: spec({ lotMax: 0.5 }) }],
    ['LOTS_ABOVE_TERMINAL', { link: { ...LINK, maxLots: 0.5 } }],
    ['DEAD_HOURS', at(Date.UTC(2026, 0, 6, 21, 15))],
    ['WEEKEND_NEAR', at(Date.UTC(2026, 0, 9, 20, 1))],
    ['CALENDAR_MISSING', { calendar: null, mission: mission({ drill: false }) }],
    ['NEWS_NEAR', { ...at(AT_NOON), calendar: PAYROLLS }],
    ['NOT_FRESH', { freshness: { rangePoints: 60, spreadRatio: 2.1, volumeRatio: 1 } }],
    ['CORRELATED', { open: [{ pair: 'GBPUSD', side: 'buy', riskPct: 1, correlation: 0.81 }] }],
    ['CURRENCY_EXPOSURE', { open: [{ pair: 'GBPUSD', side: 'buy', riskPct: 2.1, correlation: 0 }] }],
    ['TERMINAL_DENIES', { link: { ...LINK, denies: 'The day has lost its limit.' } }],
    ['TOTAL_RISK', { ...book({ openRiskCents: 55_000 }) }],
  ]
  test.each(cases)('denies %s alone, with a sentence', (code, over) => {
    const answer = judgeShot(inputs(over))
    expect(answer.is === 'denied' && answer.denials.map(denial => denial.code)).toEqual([code])
    expect(answer.is === 'denied' && answer.denials[0]?.text).toMatch(/^[A-Z0-9].*[.]$/)
  })

  test('goes on without a calendar where the trader has chosen so', () => {
    const real = mission({ drill: false })
    expect(codes({ calendar: null, mission: real, noCalendar: 'warn' })).toEqual([])
    expect(codes({ calendar: PAYROLLS, ...at(AT_NOON), noCalendar: 'warn' })).toEqual(['NEWS_NEAR'])
  })

  test('lets a drill through without a calendar, and not into news that is known', () => {
    expect(codes({ mission: mission({ drill: true }), calendar: null })).toEqual([])
    const atNoon = at(AT_NOON)
    expect(codes({ ...atNoon, mission: { ...atNoon.mission, drill: true }, calendar: PAYROLLS })).toEqual([
      'NEWS_NEAR',
    ])
  })

  test('gives all reasons at once, in a fixed order', () => {
    expect(codes({ paused: true, selector: 'SAFE', account: null, quote: null })).toEqual([
      'SELECTOR_SAFE',
      'PAUSED',
      'NO_ACCOUNT',
      'NO_PRICE',
    ])
  })

  test('is monotone: whatever is allowed under tighter limits is allowed under looser ones', () => {
    const state = fc.record({
      openTrades: fc.integer({ min: 0, max: 6 }),
      shotsToday: fc.integer({ min: 0, max: 21 }),
      netTodayCents: fc.integer({ min: -60_000, max: 60_000 }),
      openRiskCents: fc.integer({ min: 0, max: 70_000 }),
    })
    fc.assert(
      fc.property(state, fc.nat(3), fc.constantFrom(0.25, 0.5, 1), (over, rank, riskPct) => {
        const tight = RANKS[rank]
        const loose = RANKS[rank + 1]
        if (!tight || !loose) return
        const allowed = (limits: typeof tight) =>
          judgeShot(inputs({ ...book(over), limits, riskPct })).is === 'shot'
        expect(allowed(tight) && !allowed(loose)).toBe(false)
      }),
    )
  })
})

describe('sizing', () => {
  const specs = fc.record({
    tickValue: fc.double({ min: 0.05, max: 20, noNaN: true }),
    lotStep: fc.constantFrom(0.001, 0.01, 0.1, 1),
    commissionPerLot: fc.double({ min: 0, max: 20, noNaN: true }),
  })

  test('never risks more than it may, and one step more always would', () => {
    fc.assert(
      fc.property(
        specs,
        fc.integer({ min: 30, max: 5_000 }),
        fc.integer({ min: 100, max: 10_000_000 }),
        (over, stop, riskCents) => {
          const symbol = spec({ ...over, lotMin: over.lotStep, lotMax: 1e9 })
          const sized = sizeOrder(symbol, stop, riskCents)
          if (sized.is === 'refused') {
            expect(sized.code).toBe('LOTS_BELOW_MIN')
            return
          }
          const cents = (lots: number) => lossPerLot(symbol, stop) * lots * 100
          expect(cents(sized.lots)).toBeLessThanOrEqual(riskCents * (1 + 1e-6) + 1e-6)
          expect(cents(sized.lots + over.lotStep)).toBeGreaterThan(riskCents * (1 - 1e-6))
          expect(Math.abs(sized.lots / over.lotStep - Math.round(sized.lots / over.lotStep))).toBeLessThan(
            1e-6,
          )
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test('a yen pair is sized by its own tick value, not by ten dollars a pip', () => {
    const yen = spec({ digits: 3, tickSize: 0.001, tickValue: 0.667, commissionPerLot: 0 })
    expect(sizeOrder(yen, 200, 10_000)).toEqual({ is: 'sized', lots: 0.74, riskCents: 9_872 })
  })
})

describe('the order machine', () => {
  const walk = (facts: readonly OrderFact[]): OrderState =>
    facts.reduce<OrderState>((state, fact) => nextOrderState(state, fact) ?? state, 'recorded')
  const facts = fc.array(fc.constantFrom(...ORDER_FACTS), { maxLength: 12 })

  test('what was filled stays filled, whatever verdict comes late', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const verdicts = after.filter(
          fact => !['partFilled', 'allFilled', 'allClosed', 'managed'].includes(fact),
        )
        const state = walk([...before, 'allFilled'])
        expect(['filled', 'managed', 'closed']).toContain(state)
        expect(walk([...before, 'allFilled', ...verdicts])).toBe(state)
      }),
      { numRuns: 20_000 },
    )
  })

  test('closed is the end', () => {
    fc.assert(fc.property(facts, after => walk(['sent', 'allFilled', 'allClosed', ...after]) === 'closed'))
  })

  test('the verdict and the deal may come in either order', () => {
    expect(walk(['sent', 'accepted', 'allFilled'])).toBe('filled')
    expect(walk(['sent', 'allFilled', 'accepted'])).toBe('filled')
    expect(walk(['sent', 'unanswered', 'allFilled'])).toBe('filled')
    expect(walk(['sent', 'unanswered', 'buried'])).toBe('neverHappened')
  })

  test('an unresolved order always counts as exposed', () => {
    fc.assert(fc.property(facts, all => !isUnresolved(walk(all)) || isExposed(walk(all))))
  })
})

describe('a closed trade', () => {
  const deal = (over: Partial<Deal>): Deal =>
    ({ deal: '1', order: '1', position: '1', id: null, symbol: 'EURUSD', entry: 'in', side: 'buy', lots: '0.50', price: '1.10000', profit: 0, commission: -175, swap: 0, timeMs: 1, reason: 'command', magic: 777_001, ...over }) as Deal // prettier-ignore
  const recorded = {
    kind: 'orderRecorded',
    atMs: 1 as EpochMs,
    order: '01ARYZ6S410000000000000001' as Ulid,
    mission: '01ARYZ6S410000000000000000' as Ulid,
    terminal: 'desk' as TerminalId,
    account: 'simulated',
    pair: 'EURUSD',
    symbol: 'EURUSD',
    digits: 5,
    side: 'buy',
    lots: 0.5 as Lots,
    price: 110_000 as Points,
    stop: 109_900 as Points,
    target: 110_200 as Points,
    riskCents: 5_350 as Cents,
    origin: 'window',
    validUntilWallMs: 1 as EpochMs,
  } as const

  test('adds up fills, costs and R, and keeps both tickets', () => {
    const deals = [
      deal({}),
      deal({ deal: '2' as Deal['deal'], entry: 'out', side: 'sell', lots: '0.20', price: '1.10100', profit: 2_000 as Cents, commission: -70 as Cents }),
      deal({ deal: '3' as Deal['deal'], entry: 'out', side: 'sell', lots: '0.30', price: '1.10200', profit: 6_000 as Cents, commission: -105 as Cents, reason: 'target' }),
    ] // prettier-ignore
    expect(openLots(deals.slice(0, 2))).toBe(0.3)
    expect(closedTrade(recorded, deals, null)).toMatchObject({
      open: 110_000,
      close: 110_160,
      pips: 16,
      netCents: 7_650,
      r: 7_650 / 5_350,
      reason: 'target',
      dealIn: '1',
      dealOut: '3',
    })
  })

  test('was closed by its time when a command closed it at its time exit or later', () => {
    const out = { entry: 'out', side: 'sell', timeMs: 500 as EpochMs } as const
    const reasonAt = (timeExitMs: number | null, over: Partial<Deal> = {}) =>
      closedTrade(recorded, [deal({}), deal({ ...out, ...over })], timeExitMs).reason
    expect([reasonAt(500), reasonAt(501), reasonAt(null)]).toEqual(['time', 'command', 'command'])
    expect(reasonAt(400, { reason: 'stop' })).toBe('stop')
  })

  test('without a deal in and out there is none', () => {
    expect(() => closedTrade(recorded, [deal({})], null)).toThrow(/without a deal in and a deal out/)
  })
})

test('rank follows XP, and the last rank has no next', () => {
  expect([0, 999, 1_000, 40_000].map(xp => limitsFor(xp).rank)).toEqual([
    'NIBBLER',
    'NIBBLER',
    'SCOUT',
    'COMMANDER',
  ])
  expect(limitsAfter('FANG')?.rank).toBe('COMMANDER')
  expect(limitsAfter('COMMANDER')).toBeNull()
})
