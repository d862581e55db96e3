import { describe, expect, test } from 'vitest'
import type { Cents, EpochMs, Points } from '../../contracts/index.ts'
import { aShield } from '../../testkit/a-shield.ts'
import { A_LINK, aMission, AN_ACCOUNT, aProvenMission, aSpec, SETTINGS } from '../../testkit/a-shot.ts'
import { aBook, anAutoShot, aQuote, aSale, codesOf, denialsOf, judged } from '../../testkit/judged-shots.ts'
import { limitsUnder } from './limits.ts'
import type { ShotInputs } from './shot.ts'

const denialOf = (over: Partial<ShotInputs>) => denialsOf(over)[0]

/** Where the trader takes no more lots in one order. */
const ownLots = (maxLots: number): Partial<ShotInputs> => ({
  limits: { ...limitsUnder(0, 'simulated', SETTINGS), maxLots },
})

/** After half of the daily stop, where the rank would allow two trades. */
const aMedicShot = (openTrades: number): Partial<ShotInputs> => ({
  ...aBook({ openTrades }),
  guards: [{ guard: 'MEDIC', code: null, text: 'Half.', value: 1, limit: 1, untilMs: null }],
  limits: limitsUnder(1_000, 'simulated', SETTINGS),
})

describe('at its limit', () => {
  /** What just passes, what just does not, and by which code. */
  const pairs: [string, Partial<ShotInputs>, Partial<ShotInputs>][] = [
    ['STALE_DATA', aQuote(109_995, 110_000, 10_000), aQuote(109_995, 110_000, 10_001)],
    ['PRICE_DRIFTED', aQuote(110_020, 110_025), aQuote(110_021, 110_026)],
    ['SPREAD_TOO_WIDE', aQuote(109_985, 110_000), aQuote(109_984, 110_000)],
    ['STOP_TOO_NEAR', { spec: aSpec({ stopLevel: 95 }) }, { spec: aSpec({ stopLevel: 96 }) }],
    ['STOP_TOO_NEAR', { mission: aSale(), spec: aSpec({ stopLevel: 100 }), ...aQuote(109_995, 110_000) }, { mission: aSale(), spec: aSpec({ stopLevel: 101 }), ...aQuote(109_995, 110_000) }],
    ['STOP_TOO_NEAR', { mission: aMission({ target: 109_996 as Points }) }, { mission: aMission({ target: 109_995 as Points }) }],
    ['STOP_TOO_NEAR', { mission: aSale({ target: 109_999 as Points }) }, { mission: aSale({ target: 110_000 as Points }) }],
    ['OPEN_TRADES', { ...aBook({ openTrades: 1 }), limits: limitsUnder(1_000, 'demo', SETTINGS) }, { ...aBook({ openTrades: 2 }), limits: limitsUnder(1_000, 'demo', SETTINGS) }],
    ['MEDIC_TRADES', aMedicShot(0), aMedicShot(1)],
    ['SHOTS_TODAY', aBook({ shotsToday: 5 }), aBook({ shotsToday: 6 })],
    ['RATE_MINUTE', aBook({ firesLastMinute: 4 }), aBook({ firesLastMinute: 5 })],
    ['RATE_SYMBOL', aBook({ sinceFireOfSymbolMs: 30_000 }), aBook({ sinceFireOfSymbolMs: 29_999 })],
    ['RATE_SYMBOL', aBook({ sinceFireOfSymbolMs: null }), aBook({ sinceFireOfSymbolMs: -1 })],
    ['TOTAL_RISK', aBook({ openRiskCents: 60_000 - 9_951 }), aBook({ openRiskCents: 60_000 - 9_950 })],
    ['LOTS_ABOVE_TERMINAL', { link: { ...A_LINK, maxLots: 0.93 } }, { link: { ...A_LINK, maxLots: 0.92 } }],
    ['LOTS_ABOVE_MAX', { spec: aSpec({ lotMax: 0.93 }) }, { spec: aSpec({ lotMax: 0.92 }) }],
    ['LOTS_ABOVE_MAX', ownLots(0.93), ownLots(0.92)],
    ['LOTS_BELOW_MIN', { spec: aSpec({ lotMin: 0.93 }) }, { spec: aSpec({ lotMin: 0.94 }) }],
    ['MISSION_EXPIRED', { marketMs: 1_500_999 as EpochMs }, { marketMs: 1_501_000 as EpochMs }],
    ['MISSION_GONE', { marketMs: 1_000 as EpochMs }, { marketMs: 999 as EpochMs }],
    ['NO_PRICE', aQuote(110_000, 110_000), aQuote(0, 0)],
    ['VALUE_DOUBTFUL', { spec: aSpec({ tickValue: 1.0499 }) }, { spec: aSpec({ tickValue: 1.0501 }) }],
    ['AUTO_QUALITY', anAutoShot({ mission: aProvenMission({ quality: 'SILVER' }) }), anAutoShot({ mission: aProvenMission({ quality: 'BRONZE' }) })],
    ['AUTO_SHIELD', anAutoShot({ mission: aProvenMission({ shield: aShield({ score: 6 }) }) }), anAutoShot({ mission: aProvenMission({ shield: aShield({ score: 5.99 }) }) })],
    ['AUTO_SLOTS', anAutoShot(), anAutoShot(aBook({ openTrades: 1 }))],
    ['AUTO_SHOTS', anAutoShot(aBook({ autoShotsToday: 2 })), anAutoShot(aBook({ autoShotsToday: 3 }))],
    ['AUTO_RANK', anAutoShot({ limits: limitsUnder(5_000, 'demo', SETTINGS), kind: 'demo', mission: aProvenMission({ kind: 'demo' }) }), anAutoShot({ limits: limitsUnder(4_999, 'demo', SETTINGS), kind: 'demo', mission: aProvenMission({ kind: 'demo' }) })],
    ['ONE_TERMINAL', { ...aBook({ otherTerminal: true }), limits: limitsUnder(40_000, 'demo', SETTINGS) }, { ...aBook({ otherTerminal: true }), limits: limitsUnder(39_999, 'demo', SETTINGS) }],
    ['NOT_FRESH', { freshness: { rangePoints: 60, spreadRatio: 2, volumeRatio: 1 } }, { freshness: { rangePoints: 60, spreadRatio: 2.01, volumeRatio: 1 } }],
  ] // prettier-ignore
  test.each(pairs)('%s', (code, just, not) => {
    expect(codesOf(just)).toEqual([])
    expect(codesOf(not)).toContain(code)
  })

  test('a figure that is no number is a denial', () => {
    const nan = Number.NaN
    for (const over of [
      aQuote(109_995, 110_000, nan),
      aQuote(nan, 110_000),
      aQuote(109_995, nan),
      aBook({ openTrades: nan }),
      aBook({ shotsToday: nan }),
      aBook({ firesLastMinute: nan }),
      aBook({ sinceFireOfSymbolMs: nan }),
      aBook({ openRiskCents: nan }),
      { link: { ...A_LINK, maxLots: nan } },
      { account: { ...AN_ACCOUNT, balanceCents: nan as Cents } },
      { spec: aSpec({ tickValue: nan }) },
      { spec: aSpec({ stopLevel: nan }) },
      { marketMs: nan as EpochMs },
    ]) {
      const answer = judged(over)
      const denials = answer.is === 'denied' ? answer.denials : []
      expect(denials).not.toEqual([])
      // The ledger keeps numbers only.
      expect(denials.flatMap(({ value, limit }) => [value, limit]).filter(Number.isNaN)).toEqual([])
    }
  })

  test('a denial carries what was measured and the limit that it missed', () => {
    expect(denialOf(aQuote(109_995, 110_000, 14_200))).toMatchObject({ value: 14_200, limit: 10_000, text: 'The last price is 14 s old.' }) // prettier-ignore
    expect(denialOf(aQuote(110_021, 110_026))).toMatchObject({ value: 26, limit: 25, text: 'The price has moved 2.6 pips from the entry; at most 2.5.' }) // prettier-ignore
    expect(denialOf(aQuote(109_984, 110_000))).toMatchObject({ value: 16, limit: 15, text: 'The spread is 1.6 pips; at most 1.5.' }) // prettier-ignore
    expect(denialOf({ spec: aSpec({ stopLevel: 96 }) })).toMatchObject({ value: 95, limit: 96, text: 'Stop or target is 9.5 pips from the price; the broker wants 9.6.' }) // prettier-ignore
    expect(denialOf(aBook({ openTrades: 1 }))).toMatchObject({ value: 1, limit: 1, text: 'Open trades: 1; at most 1.' }) // prettier-ignore
    expect(denialOf(aBook({ shotsToday: 7 }))).toMatchObject({ value: 7, limit: 6, text: 'Shots today: 7; at most 6.' }) // prettier-ignore
    expect(denialOf(aBook({ sinceFireOfSymbolMs: 12_400 }))?.text).toBe('The last shot on EURUSD was 12 s ago; 30 s apart.') // prettier-ignore
    expect(denialOf(aBook({ openRiskCents: 55_000 }))).toMatchObject({ value: 64_951, limit: 60_000 })
    expect(denialOf({ spec: aSpec({ lotMax: 0.5 }) })).toMatchObject({ value: 0.93, limit: 0.5, text: '0.93 lots of EURUSD is over the largest order of 0.5.' }) // prettier-ignore
    expect(denialOf({ spec: aSpec({ lotMin: 2 }) })?.text).toBe('0.93 lots of EURUSD is under the smallest order of 2.') // prettier-ignore
    expect(denialsOf(ownLots(0.5))).toEqual([{ code: 'LOTS_ABOVE_MAX', text: '0.93 lots of EURUSD is over your own limit of 0.5.', value: 0.93, limit: 0.5 }]) // prettier-ignore
    expect(denialOf({ link: { ...A_LINK, armed: false, reason: 'Asking.' } })?.text).toBe(
      'Not armed: Asking.',
    )
  })

  test('an order that waits for the price of now is told so, and without a specification it is denied too', () => {
    const at = 'entry' as const
    expect(denialOf({ at })?.text).toBe('The price is 0.0 pips from the entry; an order waits there from 0.1 pips on. Fire it instead.') // prettier-ignore
    expect(codesOf({ at, spec: null })).toEqual(['NO_SPEC', 'PRICE_AT_ENTRY'])
    expect(codesOf({ at, spec: null, ...aQuote(110_025, 110_030) })).toEqual(['NO_SPEC'])
  })

  test('after half of the daily stop one trade may be opened, at half the risk', () => {
    const answer = judged(aMedicShot(0))
    expect(answer).toMatchObject({ is: 'shot', shot: { lots: 0.46, riskCents: 4_922 } })
  })

  test('reasons are told in one order, whichever guard was raised first', () => {
    const guards = (['DRAWDOWN_STOP', 'DAILY_STOP', 'TILT_LOCKOUT'] as const).map(guard => ({ guard, code: guard, text: 'Lost.', value: null, limit: null, untilMs: null })) // prettier-ignore
    const told = ['PAUSED', 'TILT_LOCKOUT', 'DAILY_STOP', 'DRAWDOWN_STOP', 'SYMBOL_TAKEN']
    const over = { paused: true, ...aBook({ symbolTaken: true }) }
    expect(codesOf({ ...over, guards })).toEqual(told)
    expect(codesOf({ ...over, guards: guards.toReversed() })).toEqual(told)
  })

  test('what is open already is over the limit although the shot itself cannot be sized', () => {
    expect(codesOf({ ...aBook({ openRiskCents: 60_001 }), spec: null })).toEqual(['NO_SPEC', 'TOTAL_RISK'])
    expect(codesOf({ ...aBook({ openRiskCents: 60_000 }), spec: null })).toEqual(['NO_SPEC'])
    expect(codesOf({ ...aBook({ openRiskCents: 60_001 }), spec: aSpec({ commissionPerLot: null }) })).toEqual(['COST_UNKNOWN', 'TOTAL_RISK']) // prettier-ignore
    expect(codesOf({ spec: aSpec({ lotMax: 0.5 }), link: { ...A_LINK, maxLots: 0.4 } })).toEqual(['LOTS_ABOVE_MAX', 'LOTS_ABOVE_TERMINAL']) // prettier-ignore
  })
})

describe('the figures of a shot', () => {
  /** Of a million, so that a cent in three hundred shows. */
  const yen = (side: 'buy' | 'sell') => {
    const [entry, away] = side === 'buy' ? [150_005, 1] : [150_000, -1]
    const mission = aMission({ pair: 'USDJPY', symbol: 'USDJPY', digits: 3, side, entry: entry as Points, stop: (entry - away * 100) as Points, target: (entry + away * 300) as Points }) // prettier-ignore
    const spec = aSpec({ name: 'USDJPY', pair: 'USDJPY', digits: 3, tickSize: 0.001, tickValue: 0.66667, lotMax: 1_000 }) // prettier-ignore
    const account = { ...AN_ACCOUNT, balanceCents: 100_000_000 as Cents }
    const answer = judged({ mission, spec, account, offered: ['USDJPY'], ...aQuote(150_000, 150_005) })
    if (answer.is === 'denied') throw new Error(answer.denials[0]?.text)
    return answer.shot
  }
  /** Cents for so many points of 100,000 dollars, when yen are changed at this price; commission of 7 apart. */
  const moneyOf = (lots: number, points: number, price: number) =>
    (lots * points * 100 * 100) / (price / 1_000)

  test('a long yen pair is lost at the stop’s bid, and won at the target’s ask', () => {
    const { lots, riskCents, rewardCents, price } = yen('buy')
    expect(price).toBe(150_005)
    const commission = Math.round(lots * 700)
    expect(riskCents).toBe(Math.round(moneyOf(lots, 100, 149_905)) + commission)
    expect(rewardCents).toBe(Math.round(moneyOf(lots, 300, 150_310)) - commission)
    expect(riskCents).toBeLessThanOrEqual(1_000_000)
  })

  test('a short one is lost at the bid below its stop, and won at the target', () => {
    const { lots, riskCents, rewardCents, price } = yen('sell')
    expect(price).toBe(150_000)
    const commission = Math.round(lots * 700)
    expect(riskCents).toBe(Math.round(moneyOf(lots, 100, 150_095)) + commission)
    expect(rewardCents).toBe(Math.round(moneyOf(lots, 300, 149_700)) - commission)
  })
})
