import { describe, expect, test } from 'vitest'
import {
  DenialCode,
  type Cents,
  type EpochMs,
  type Mission,
  type Points,
  type Ticket,
} from '../../contracts/index.ts'
import type { DeskSettings } from '../../contracts/settings.ts'
import { aShield } from '../../testkit/a-shield.ts'
import {
  A_LINK,
  aMission,
  AN_ACCOUNT,
  aProvenMission,
  aShot,
  aSpec,
  QUIET,
  SETTINGS,
} from '../../testkit/a-shot.ts'
import { aBook, anAutoShot, aQuote, codesOf, denialsOf } from '../../testkit/judged-shots.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import { judgeShot } from './gate.ts'
import type { Standing } from './guards/figures.ts'
import { limitsUnder } from './limits.ts'
import type { ShotInputs } from './shot.ts'

const AT_NOON = Date.UTC(2026, 0, 6, 12)
const PAYROLLS: KnownCalendar = {
  ...QUIET,
  events: [
    { id: '1' as Ticket, timeMs: AT_NOON as EpochMs, exact: true, currency: 'USD', importance: 'high', name: 'Payrolls' },
  ],
} // prettier-ignore

const account = (over: Partial<typeof AN_ACCOUNT>) => ({ account: { ...AN_ACCOUNT, ...over } })
const guard = (over: Partial<Standing>): Partial<ShotInputs> => ({
  guards: [{ guard: 'DAILY_STOP', code: null, text: 'Lost.', value: 1, limit: 1, untilMs: null, ...over }],
})
const settings = (over: Partial<DeskSettings>) => ({ settings: { ...SETTINGS, ...over } })
const at = (ms: number, over: Partial<Mission> = {}) => ({
  marketMs: ms as EpochMs,
  mission: aMission({ issuedMs: ms as EpochMs, expiresMs: (ms + 1) as EpochMs, ...over }),
})

const live = (over: Partial<ShotInputs> = {}): Partial<ShotInputs> => ({
  kind: 'live',
  mission: aMission({ kind: 'live' }),
  consented: true,
  ...settings({ liveUnlocked: true }),
  ...over,
})

describe('the gate', () => {
  test('lets a sound shot through with its lots, risk and reward', () => {
    expect(judgeShot(aShot())).toEqual({
      is: 'shot',
      shot: { lots: 0.93, riskCents: 9_951, rewardCents: 17_949, price: 110_000, riskPct: 0.9951 },
    })
  })

  const cases: [string, Partial<ShotInputs>][] = [
    ['LINK_DOWN', { link: { ...A_LINK, up: false } }],
    ['NOT_ARMED', { link: { ...A_LINK, armed: false, reason: 'Asking.' } }],
    ['TERMINAL_DENIES', { link: { ...A_LINK, denies: 'The day has lost its limit.' } }],
    ['LIVE_LOCKED', live(settings({ liveUnlocked: false }))],
    ['CONSENT_MISSING', live({ consented: false })],
    ['TEST_ACCOUNT', live({ mission: aMission({ kind: 'live', test: true }) })],
    ['TEST_ACCOUNT', { ...live({ mission: aMission({ kind: 'contest', test: true }) }), kind: 'contest' }],
    ['SELECTOR_SAFE', { selector: 'SAFE' }],
    ['PAUSED', { paused: true }],
    ['TILT_LOCKOUT', guard({ guard: 'TILT_LOCKOUT', code: 'TILT_LOCKOUT' })],
    ['DAILY_LOSS', guard({ code: 'DAILY_LOSS' })],
    ['DAILY_EQUITY', guard({ code: 'DAILY_EQUITY' })],
    ['PROP_DAILY_LOSS', guard({ code: 'PROP_DAILY_LOSS' })],
    ['PROP_DRAWDOWN', guard({ guard: 'DRAWDOWN_STOP', code: 'PROP_DRAWDOWN' })],
    ['DAILY_STOP', guard({ code: 'DAILY_STOP' })],
    ['DRAWDOWN_STOP', guard({ guard: 'DRAWDOWN_STOP', code: 'DRAWDOWN_STOP' })],
    ['AUTO_OFF', anAutoShot({ selector: 'SELECT' })],
    ['AUTO_RANK', anAutoShot({ limits: limitsUnder(0, 'simulated', SETTINGS) })],
    ['AUTO_RANK', anAutoShot({ ...live({ mission: aProvenMission({ kind: 'live' }) }), limits: limitsUnder(5_000, 'live', SETTINGS) })], // prettier-ignore
    ['AUTO_UNCALIBRATED', anAutoShot({ mission: aProvenMission({ drill: true }) })],
    ['AUTO_UNCALIBRATED', anAutoShot({ mission: aProvenMission({ confidence: aMission().confidence }) })],
    ['AUTO_UNCALIBRATED', anAutoShot({ mission: aProvenMission({ test: true }) })],
    ['AUTO_QUALITY', anAutoShot({ mission: aProvenMission({ quality: 'BRONZE' }) })],
    ['AUTO_SHIELD', anAutoShot({ mission: aProvenMission({ shield: aShield({ score: 5.9 }) }) })],
    ['AUTO_SHIELD', anAutoShot({ mission: aProvenMission({ shield: null }) })],
    ['AUTO_SLOTS', anAutoShot(aBook({ openTrades: 1 }))],
    ['AUTO_SHOTS', anAutoShot(aBook({ autoShotsToday: 3 }))],
    ['MISSION_GONE', { missionState: 'fired' }],
    ['MISSION_GONE', { missionState: 'fired', orderWaits: true }],
    ['MISSION_GONE', { kind: 'demo' }],
    ['MISSION_GONE', { marketMs: 999 as EpochMs }],
    ['MISSION_EXPIRED', { marketMs: 1_501_000 as EpochMs }],
    ['NO_ACCOUNT', { account: null }],
    ['EQUITY_UNKNOWN', account({ isDayKnown: false })],
    ['TRADE_NOT_ALLOWED', account({ tradeAllowed: false })],
    ['NO_SPEC', { spec: null }],
    ['NO_SPEC', { spec: aSpec({ digits: 4, tickSize: 0.0001, tickValue: 10 }) }],
    ['NO_PRICE', { quote: null }],
    ['NO_PRICE', aQuote(110_000, 109_995)],
    ['STALE_DATA', aQuote(109_995, 110_000, 10_001)],
    ['STALE_DATA', aQuote(109_995, 110_000, Number.NaN)],
    ['PRICE_DRIFTED', aQuote(110_021, 110_026)],
    ['PLACE_NOT_TAKEN', { at: 'entry', ...aQuote(110_025, 110_030), link: { ...A_LINK, noWaiting: 'It takes none.' } }], // prettier-ignore
    ['PLACE_NOT_TAKEN', { at: 'entry', ...aQuote(110_025, 110_030), mission: aMission({ test: true }) }],
    ['PRICE_AT_ENTRY', { at: 'entry' }],
    ['SPREAD_TOO_WIDE', aQuote(109_984, 110_000)],
    ['STOP_TOO_NEAR', { spec: aSpec({ stopLevel: 96 }) }],
    ['SYMBOL_TAKEN', aBook({ symbolTaken: true })],
    ['NETTING_TAKEN', aBook({ nettingTaken: true })],
    ['ONE_TERMINAL', aBook({ otherTerminal: true })],
    ['OPEN_TRADES', aBook({ openTrades: 1 })],
    ['MEDIC_TRADES', { ...guard({ guard: 'MEDIC' }), ...aBook({ openTrades: 1 }), limits: limitsUnder(1_000, 'simulated', SETTINGS) }], // prettier-ignore
    ['SHOTS_TODAY', aBook({ shotsToday: 6 })],
    ['RATE_MINUTE', aBook({ firesLastMinute: 5 })],
    ['RATE_SYMBOL', aBook({ sinceFireOfSymbolMs: 29_999 })],
    ['DEAD_HOURS', at(Date.UTC(2026, 0, 6, 21, 15))],
    ['WEEKEND_NEAR', at(Date.UTC(2026, 0, 9, 20, 1))],
    ['CALENDAR_MISSING', { calendar: null, mission: aMission({ drill: false }) }],
    ['NEWS_NEAR', { ...at(AT_NOON), calendar: PAYROLLS }],
    ['NOT_FRESH', { freshness: { rangePoints: 60, spreadRatio: 2.1, volumeRatio: 1 } }],
    ['CORRELATED', { open: [{ pair: 'GBPUSD', side: 'buy', riskPct: 1, correlation: 0.81 }] }],
    ['CURRENCY_EXPOSURE', { open: [{ pair: 'GBPUSD', side: 'buy', riskPct: 2.1, correlation: 0 }] }],
    ['EXTERNAL_RISK', aBook({ unknownRisk: 'XAUUSD buy 0.10' })],
    ['COST_UNKNOWN', { spec: aSpec({ commissionPerLot: null }) }],
    ['VALUE_DOUBTFUL', { spec: aSpec({ tickValue: 0.1 }) }],
    ['LOTS_BELOW_MIN', account({ balanceCents: 1_000 as Cents })],
    ['LOTS_ABOVE_MAX', { spec: aSpec({ lotMax: 0.5 }) }],
    ['LOTS_ABOVE_TERMINAL', { link: { ...A_LINK, maxLots: 0.5 } }],
    ['TOTAL_RISK', aBook({ openRiskCents: 55_000 })],
  ]
  test.each(cases)('denies %s alone, with a sentence', (code, over) => {
    const denials = denialsOf(over)
    expect(denials.map(denial => denial.code)).toEqual([code])
    expect(denials[0]?.text).toMatch(/^[A-Z0-9].*[.]$/)
  })

  test('has a case for every code that there is', () => {
    expect(new Set(cases.map(([code]) => code))).toEqual(new Set(DenialCode.options))
  })

  test('gives all reasons at once, in a fixed order', () => {
    const all = codesOf({
      ...anAutoShot(),
      ...guard({ code: 'DAILY_STOP' }),
      paused: true,
      selector: 'SAFE',
      account: null,
      quote: null,
      ...aBook({ shotsToday: 60, symbolTaken: true, unknownRisk: 'XAUUSD buy 0.10' }),
    })
    expect(all).toEqual(['SELECTOR_SAFE', 'PAUSED', 'DAILY_STOP', 'AUTO_OFF', 'NO_ACCOUNT', 'NO_PRICE', 'SYMBOL_TAKEN', 'SHOTS_TODAY', 'EXTERNAL_RISK']) // prettier-ignore
    expect(all).toEqual(DenialCode.options.filter(code => all.includes(code)))
  })

  test('lets real money through when the checklist is passed and the consent typed, with all other rules', () => {
    expect(codesOf(live())).toEqual([])
    expect(codesOf(live({ ...settings({ liveUnlocked: false }), consented: false }))).toEqual(['LIVE_LOCKED', 'CONSENT_MISSING']) // prettier-ignore
  })

  test('lets AUTO fire what it may, and a person what AUTO may not', () => {
    expect(codesOf(anAutoShot())).toEqual([])
    for (const origin of ['window', 'tray', 'telegram', 'cli', null] as const)
      expect(
        codesOf({ ...anAutoShot({ mission: aMission() }), origin, ...aBook({ openTrades: 1 }) }),
      ).toEqual([])
  })

  test('halves the risk after half of the daily stop', () => {
    const riskOf = (over: Partial<ShotInputs>) => {
      const answer = judgeShot(aShot(over))
      return answer.is === 'shot' ? answer.shot.riskCents : 0
    }
    expect(riskOf(guard({ guard: 'MEDIC' }))).toBeLessThanOrEqual(riskOf({}) / 2)
    expect(riskOf(guard({ guard: 'TILT_WARNING' }))).toBe(riskOf({}))
  })

  test('says of a guard that has outlived its cause until when it holds', () => {
    expect(denialsOf(guard({ code: 'DAILY_STOP' }))[0]?.text).toBe('Lost. That holds until the next trading day.') // prettier-ignore
    expect(denialsOf(guard({ code: 'DRAWDOWN_STOP' }))[0]?.text).toMatch(/another drawdown limit/)
  })

  test('keeps clear of loud news for as long as the prop firm wants, and never less than its own', () => {
    const minutesBefore = (minutes: number, newsMinutes: number | null) =>
      codesOf({ ...at(AT_NOON - minutes * 60_000), calendar: PAYROLLS, newsMinutes }) // prettier-ignore
    expect(minutesBefore(29, 30)).toEqual(['NEWS_NEAR'])
    expect(minutesBefore(29, null)).toEqual([])
    expect(minutesBefore(14, 2)).toEqual(['NEWS_NEAR'])
  })

  test('goes on without a calendar where the trader has chosen so', () => {
    const real = aMission({ drill: false })
    expect(codesOf({ calendar: null, mission: real, noCalendar: 'warn' })).toEqual([])
    expect(codesOf({ calendar: PAYROLLS, ...at(AT_NOON), noCalendar: 'warn' })).toEqual(['NEWS_NEAR'])
  })

  test('lets a drill through without a calendar, and not into news that is known', () => {
    expect(codesOf({ calendar: null })).toEqual([])
    expect(codesOf({ ...at(AT_NOON), calendar: PAYROLLS })).toEqual(['NEWS_NEAR'])
  })

  test('fires nothing at a pair that the symbol has come to stand for since', () => {
    expect(codesOf({ spec: aSpec({ pair: 'GBPUSD' }) })).toContain('NO_SPEC')
  })

  test('prices a sale at the bid, with its stop above', () => {
    const sale = aMission({ side: 'sell', stop: 110_095 as Points, target: 109_795 as Points, entry: 109_995 as Points }) // prettier-ignore
    expect(judgeShot(aShot({ mission: sale }))).toMatchObject({ is: 'shot', shot: { price: 109_995, riskCents: 9_951 } }) // prettier-ignore
  })
})
