import { describe, expect, test } from 'vitest'
import { PlanName } from '../../contracts/model.ts'
import { isEntryTime } from '../../domain/market/entry-hours.ts'
import { FEATURE_NAMES, MARKET_FEATURES } from '../../domain/venom/confidence/feature-names.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import { layOut } from '../../domain/venom/setups/lay-out.ts'
import { PLANS } from '../../domain/venom/plan.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { someMarketEntries } from '../../testkit/market-entries.ts'
import { aWanderingTape } from '../../testkit/minute-tapes.ts'
import { pairCosts } from '../cost/pair-costs.ts'
import { partOfTape } from '../honesty/tape-parts.ts'
import { tradedTape } from '../outcome/tape-blocks.ts'
import { TARGET, TIMEOUT } from '../outcome/trade-player.ts'
import { marketRows } from '../walk-forward/market-rows.ts'
import { featuresOf } from './candidates.ts'
import { collectCandidates, type CollectJob } from './collect-candidates.ts'
import { joinMarketEntries, marketSettledMs, type MarketEntries } from './market-entries.ts'

const QUARTER_MS = 900_000
const HOUR = 3_600_000
const TAPE = aWanderingTape(40, 3)

const collected = (tape: MinuteTape, over: Partial<CollectJob> = {}) =>
  collectCandidates({ traded: tradedTape(tape, pairCosts(tape)), calendar: null, withMarket: true, ...over })

/** Proposes a trade of the plan at every quarter hour: what the market's entries have to be like. */
const always = (side: 'buy' | 'sell'): Setup => ({
  name: 'Z5-FADE',
  plan: PLANS.TIMED,
  timeframe: 'M15',
  use: 'watch',
  evidence: '',
  propose: (market, closeMs) => layOut(market, PLANS.TIMED, closeMs, { side, figures: [], structure: [] }),
})

const rowOf = ({ features }: MarketEntries, row: number): number[] => {
  const from = features.begin(row)
  return [...features.values.subarray(from, from + features.stride)]
}

const { market } = collected(TAPE, { setups: [] })

describe('entries of the market', () => {
  test('are made once a quarter hour, in the hours of entry alone', () => {
    expect(market.length).toBeGreaterThan(1_000)
    expect(new Set(market.barMs).size).toBe(market.length)
    for (const barMs of market.barMs) expect([barMs % QUARTER_MS, isEntryTime(barMs)]).toEqual([0, true])
  })

  test('end as a setup’s own candidates of that bar and plan would, with the same features and p0', () => {
    const { candidates } = collected(TAPE, { setups: [always('buy'), always('sell')] })
    const places = MARKET_FEATURES.map(name => FEATURE_NAMES.indexOf(name))
    for (let at = 0; at < market.length; at += 7) {
      const rows = [...candidates.barMs.keys()].filter(row => candidates.barMs[row] === market.barMs[at])
      const count = (ending: number) => rows.filter(row => candidates.ending[row] === ending).length
      const { targets, timeouts, p0 } = market.plans.TIMED
      expect([rows.length, targets[at], timeouts[at]]).toEqual([2, count(TARGET), count(TIMEOUT)])
      expect(p0[at]).toBeCloseTo(candidates.p0[rows[0] ?? 0] ?? Number.NaN, 6)
      const own = rowOf(market, at)
      const told = featuresOf(candidates, rows[0] ?? 0)
      expect(own).toEqual(places.map(place => Math.fround(told[place] ?? Number.NaN)))
      const settledMs = Math.max(
        ...rows.flatMap(row => [candidates.exitMs[row] ?? 0, candidates.timeExitMs[row] ?? 0]),
      )
      expect(marketSettledMs(market, 'TIMED', at)).toBe(settledMs + 60_000)
    }
  })

  test('of the beginning of a tape are those of the whole', () => {
    const part = collected(partOfTape(TAPE, 0, Math.floor(TAPE.length * 0.7)), { setups: [] }).market
    expect(part.length).toBeGreaterThan(500)
    expect(part.barMs).toEqual(market.barMs.slice(0, part.length))
    for (let at = 0; at < part.length; at++) expect(rowOf(part, at)).toEqual(rowOf(market, at))
    for (const plan of PlanName.options)
      expect(part.plans[plan].targets).toEqual(market.plans[plan].targets.slice(0, part.length))
  })

  test('are none unless they are asked for, and change no candidate', () => {
    const [without, beside] = [collected(TAPE, { withMarket: false }), collected(TAPE)]
    expect(without.market.length).toBe(0)
    expect(beside.candidates).toEqual(without.candidates)
  })

  test('of several pairs are joined in their order', () => {
    const [a, b] = [someMarketEntries(300, 0, HOUR), someMarketEntries(5, 7, HOUR)]
    const both = joinMarketEntries([a, b])
    expect([...both.barMs]).toEqual([...a.barMs, ...b.barMs])
    expect(rowOf(both, 299)).toEqual(rowOf(a, 299))
    expect(rowOf(both, 302)).toEqual(rowOf(b, 2))
    expect([...both.plans.TIMED.targets]).toEqual([...a.plans.TIMED.targets, ...b.plans.TIMED.targets])
  })

  test('are fitted only where nothing about them could change any more', () => {
    const entries = someMarketEntries(100, 0, HOUR)
    const rows = (fromHour: number, toHour: number, untilHour: number) =>
      marketRows(entries, { fromMs: fromHour * HOUR, toMs: toHour * HOUR }, untilHour * HOUR)('RAPID').places
        .length
    expect(rows(10, 20, 1_000)).toBe(10)
    // Settled twelve hours after their bars: those of hours 10 to 18.
    expect(rows(10, 20, 30)).toBe(9)
    expect(rows(10, 20, 28)).toBe(7)
    expect(rows(10, 20, 20)).toBe(0)
  })
})
