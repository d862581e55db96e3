import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bar } from '../../market/bar-series.ts'
import { barEndMs, TIMEFRAME_BIT } from '../../market/timeframe.ts'
import { isMarketOpen } from '../../market/session-clock.ts'
import { SymbolMarket } from '../../market/symbol-market.ts'
import { SETUPS } from './index.ts'

const SUNDAY = Date.UTC(2026, 2, 1, 22)
const MINUTE = 60_000

/** Three weeks over a change of clocks: waves that come and go, leaps, and holes in the data. */
function minutesOf(seed: number, count: number): Bar[] {
  let state = seed
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const bars: Bar[] = []
  let price = 110_000
  for (let minute = 0; bars.length < count; minute++) {
    const openMs = SUNDAY + minute * MINUTE
    if (!isMarketOpen(openMs) || random() < 0.01) continue
    const loud = 2 + 12 * Math.abs(Math.sin(minute / 700))
    const open = price
    price += Math.round((random() - 0.5) * loud + (random() < 0.002 ? (random() - 0.5) * 120 : 0))
    const reach = Math.ceil(random() * loud)
    const [high, low] = [Math.max(open, price) + reach, Math.min(open, price) - reach]
    bars.push({ openMs, open, high, low, close: price, ticks: 1, spread: 6 })
  }
  return bars
}

type Signal = Readonly<{ knownAt: number; text: string }>

/** Each signal with the number of minutes that were known when it came. */
function signalsFrom(feed: (market: SymbolMarket) => void): Signal[] {
  const signals: Signal[] = []
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, closed => {
    for (const setup of SETUPS) {
      if ((closed & TIMEFRAME_BIT[setup.timeframe]) === 0) continue
      const closeMs = barEndMs(setup.timeframe, market.bars.series[setup.timeframe].openMs(0))
      const proposal = setup.propose(market, closeMs)
      if (proposal) {
        const text = `${setup.name} ${closeMs} ${JSON.stringify(proposal)}`
        signals.push({ knownAt: market.bars.series.M1.total, text })
      }
    }
  })
  feed(market)
  return signals
}

const signalsOf = (minutes: readonly Bar[]) =>
  signalsFrom(market => minutes.forEach(minute => market.closedMinute(minute)))
const textsOf = (signals: readonly Signal[]) => signals.map(({ text }) => text)

const WHOLE = minutesOf(7, 20_000)
const ALL = signalsOf(WHOLE)

test('the generated market makes every setup fire', () => {
  for (const { name } of SETUPS)
    expect([name, ALL.filter(({ text }) => text.startsWith(name)).length > 0]).toEqual([name, true])
})

test('signals on a random beginning, whatever comes after it, are the signals of the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5_000, max: WHOLE.length }),
      fc.integer({ min: 8, max: 999 }),
      (cut, seed) => {
        const end = WHOLE[cut - 1] as Bar
        const beginning = WHOLE.slice(0, cut)
        const other = minutesOf(seed, WHOLE.length)
          .filter(({ openMs }) => openMs > end.openMs)
          .slice(0, 300)
        const untilCut = (signals: readonly Signal[]) =>
          textsOf(signals.filter(({ knownAt }) => knownAt <= cut))
        const known = untilCut(ALL)
        const alone = untilCut(signalsOf(beginning))
        expect(alone).toEqual(known.slice(0, alone.length))
        expect(known.length - alone.length).toBeLessThanOrEqual(2)
        expect(untilCut(signalsOf([...beginning, ...other])).slice(0, alone.length)).toEqual(alone)
      },
    ),
    { numRuns: 15 },
  )
})

test('minutes and the ticks that made them give the same signals', () => {
  const minutes = WHOLE.slice(0, 9_000)
  const fromTicks = textsOf(
    signalsFrom(market => {
      for (const { openMs, open, high, low, close } of minutes) {
        ;[open, high, low, close].forEach((bid, k) => market.tick(openMs + k * 10_000, bid, bid + 6))
      }
    }),
  )
  const fromMinutes = textsOf(signalsOf(minutes))
  expect(fromMinutes.length).toBeGreaterThan(50)
  expect(fromTicks).toEqual(fromMinutes.slice(0, fromTicks.length))
  expect(fromMinutes.length - fromTicks.length).toBeLessThanOrEqual(2)
})
