import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpochMs, Points, Ulid } from '../contracts/index.ts'
import { PAIRS, quoteOf, baseOf, usualDigits, type Pair } from '../contracts/pairs.ts'
import { conversionOf, tickValueAt } from '../domain/fire/conversion.ts'
import { judgeShot } from '../domain/fire/gate.ts'
import { lotsText, pointsPerUnit, textFromPoints } from '../domain/market/price.ts'
import { A_QUOTE, aMission, AN_ACCOUNT, aShot } from '../testkit/a-shot.ts'
import { NOON, setupOf } from '../testkit/sim-broker.ts'
import { createBroker } from './broker.ts'

/** Units of each currency that a dollar buys, near enough to the world's. */
const PER_DOLLAR: Readonly<Record<string, number>> = {
  USD: 1, EUR: 0.9, GBP: 0.78, JPY: 151.37, CHF: 0.88, CAD: 1.36, AUD: 1.52, NZD: 1.67,
} // prettier-ignore
const RATES = { USD: 10_000, EUR: 9_000, GBP: 8_000, JPY: 1_500_000 } as const
const SPREAD = 7

const midOf = (pair: Pair): number =>
  Math.round(
    ((PER_DOLLAR[quoteOf(pair)] ?? 0) / (PER_DOLLAR[baseOf(pair)] ?? 1)) * pointsPerUnit(usualDigits(pair)),
  )

/** Fires through the gate into the simulated broker, and lets the pair's price go to the stop while the others stand still. */
function shownAndLost(pair: Pair, currency: keyof typeof RATES, side: 'buy' | 'sell', stopPoints: number) {
  const balance = RATES[currency]
  const broker = createBroker(setupOf({ pairs: PAIRS, account: { currency, balance } }))
  PAIRS.forEach((each, symbol) => broker.onTick(symbol, NOON, midOf(each), midOf(each) + SPREAD))
  const symbol = PAIRS.indexOf(pair)
  const digits = usualDigits(pair)
  const [bid, ask] = [midOf(pair), midOf(pair) + SPREAD]
  const price = side === 'buy' ? ask : bid
  const away = side === 'buy' ? 1 : -1
  const mission = aMission({
    pair,
    symbol: pair,
    digits,
    side,
    entry: price as Points,
    stop: (price - away * stopPoints) as Points,
    target: (price + away * 2 * stopPoints) as Points,
    stopPoints: stopPoints as Points,
    issuedMs: NOON as EpochMs,
    expiresMs: (NOON + 1) as EpochMs,
  })
  const spec = broker.specs().symbols.find(one => one.pair === pair) ?? null
  const answer = judgeShot(
    aShot({
      marketMs: NOON as EpochMs,
      mission,
      spec,
      offered: PAIRS,
      quote: { ...A_QUOTE, bid: bid as Points, ask: ask as Points },
      account: { ...AN_ACCOUNT, currency, balanceCents: broker.account().balance },
      freshness: { rangePoints: stopPoints, spreadRatio: 1, volumeRatio: 1 },
    }),
  )
  if (answer.is === 'denied') throw new Error(`${pair} ${currency}: ${answer.denials[0]?.text}`)
  const { lots, riskCents, rewardCents } = answer.shot
  const text = (points: number) => textFromPoints(points, digits)
  const end = (closing: number): number => {
    const fired = createBroker(setupOf({ pairs: PAIRS, account: { currency, balance } }))
    PAIRS.forEach((each, at) => fired.onTick(at, NOON, midOf(each), midOf(each) + SPREAD))
    fired.fire(
      { id: '0'.repeat(26) as Ulid, symbol: pair, side, lots: lotsText(lots, 0.01), stop: text(mission.stop), target: text(mission.target), price: text(price), deviation: 10, maxSpread: 30, ttlMs: 5_000, magic: 777_001, comment: '' }, // prettier-ignore
      { marketMs: NOON, late: false },
    )
    const to = side === 'buy' ? closing : closing - SPREAD
    fired.onTick(symbol, NOON + 1, to, to + SPREAD)
    expect(fired.positions().positions).toEqual([])
    return fired.account().balance - broker.account().balance
  }
  const tickValue = spec ? tickValueAt(spec, conversionOf(pair, currency, PAIRS), price, mission.stop) : 0
  const exactCents = (stopPoints / pointsPerUnit(digits) / (spec?.tickSize ?? 1)) * tickValue * lots * 100
  return {
    // Half a cent on the nose is rounded by the last bit of a product, and the terminal multiplies in an order of its own.
    isHalfCent: Math.abs((exactCents % 1) - 0.5) < 1e-6,
    shown: riskCents,
    lost: -end(mission.stop),
    promised: rewardCents,
    won: end(mission.target),
    allowed: broker.account().balance / 100,
  }
}

const everyAccount = PAIRS.flatMap(pair =>
  (Object.keys(RATES) as (keyof typeof RATES)[]).map(currency => [pair, currency] as const),
)

describe('money at risk before the shot', () => {
  test.each(everyAccount)('is the money lost at the stop, to the cent: %s on an account in %s', (pair, currency) => {
    fc.assert(
      fc.property(fc.constantFrom('buy' as const, 'sell' as const), fc.integer({ min: 60, max: 2_000 }), (side, stop) => {
        const { shown, lost, allowed, isHalfCent } = shownAndLost(pair, currency, side, stop)
        expect(Math.abs(lost - shown)).toBeLessThanOrEqual(isHalfCent ? 1 : 0)
        expect(shown).toBeLessThanOrEqual(allowed)
        expect(shown).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  }) // prettier-ignore

  test('half a cent may be rounded either way, and only that', () => {
    const { shown, lost, isHalfCent } = shownAndLost('GBPCHF', 'USD', 'buy', 735)
    expect(isHalfCent).toBe(true)
    expect(Math.abs(lost - shown)).toBeLessThanOrEqual(1)
  })

  test('the reward is what the target pays, to the cent where only the own price converts', () => {
    for (const [pair, currency] of [['EURUSD', 'USD'], ['USDJPY', 'USD'], ['EURUSD', 'EUR'], ['GBPJPY', 'GBP']] as const)
      for (const side of ['buy', 'sell'] as const) {
        const { promised, won } = shownAndLost(pair, currency, side, 150)
        expect(won).toBe(promised)
      }
  }) // prettier-ignore
})
