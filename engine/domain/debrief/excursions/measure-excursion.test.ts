import { describe, expect, test } from 'vitest'
import type { EpochMs, Points, Side } from '../../../contracts/primitives.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import { ExcursionWatch } from './excursion-watch.ts'
import { gapsOf, measureExcursion } from './measure-excursion.ts'

const OPEN_MS = 1_000 * MINUTE_MS
const SPREAD = 10

const aTrade = (side: Side = 'buy', close = 1_050) => ({
  side,
  open: 1_000 as Points,
  close: close as Points,
  openMs: OPEN_MS as EpochMs,
  closeMs: (OPEN_MS + 10 * MINUTE_MS) as EpochMs,
})
const planOf = (side: Side = 'buy') => ({
  price: 1_000 as Points,
  stop: (side === 'buy' ? 900 : 1_100) as Points,
})

const aBar = (atMs: number, open: number, high: number, low: number, close: number) => ({
  openMs: OPEN_MS + atMs,
  open,
  high,
  low,
  close,
  ticks: 4,
  spread: SPREAD,
})

/** A position that was followed from its fill, and heard these bids. */
function heard(side: Side, bids: readonly number[]) {
  const watch = new ExcursionWatch<string>()
  watch.onTick(OPEN_MS, 990, 1_000)
  watch.follow('one', side, 1_000, OPEN_MS)
  bids.forEach((bid, k) => watch.onTick(OPEN_MS + 1_000 * (k + 1), bid, bid + SPREAD))
  return watch
}

describe('an excursion', () => {
  test('is the worst and the best closing price from the open: a long at the bid, a short at the ask', () => {
    const long = heard('buy', [960, 1_120, 1_050]).take('one')
    expect(measureExcursion(aTrade('buy'), planOf('buy'), long, [])).toEqual({ maeR: 0.4, mfeR: 1.2 })
    const short = heard('sell', [960, 1_120, 1_050]).take('one')
    expect(measureExcursion(aTrade('sell'), planOf('sell'), short, [])).toEqual({ maeR: 1.3, mfeR: 0.3 })
  })

  test('holds the price at which it was closed, heard or not', () => {
    const trail = heard('buy', [995]).take('one')
    expect(measureExcursion(aTrade('buy', 1_180), planOf(), trail, [])).toMatchObject({ mfeR: 1.8 })
  })

  test('of a fill beyond its stop is counted in the risk of its plan', () => {
    const plan = { price: 1_050 as Points, stop: 1_010 as Points }
    expect(measureExcursion(aTrade('buy', 980), plan, null, [])).toMatchObject({ maeR: 0.5 })
  })

  test('that was heard from its fill to its end has no gap', () => {
    expect(gapsOf(heard('buy', [1_000]).take('one'), aTrade())).toEqual([])
  })

  test('reads what was not heard from the minutes: of its first the close, of its last the open', () => {
    const trade = aTrade()
    const bars = [
      aBar(-30_000, 700, 1_900, 600, 970),
      aBar(2 * MINUTE_MS, 1_000, 1_110, 940, 1_000),
      aBar(10 * MINUTE_MS - 30_000, 930, 1_800, 500, 500),
      aBar(11 * MINUTE_MS, 400, 400, 400, 400),
    ]
    expect(measureExcursion(trade, planOf(), null, bars)).toEqual({ maeR: 0.7, mfeR: 1.1 })
  })

  test('does not read minutes that were heard', () => {
    const watch = heard('buy', [1_000])
    watch.breakOff()
    watch.onTick(OPEN_MS + 5 * MINUTE_MS, 1_000, 1_010)
    const trail = watch.take('one')
    const bars = [aBar(2 * MINUTE_MS, 990, 990, 950, 990), aBar(8 * MINUTE_MS, 990, 990, 910, 990)]
    expect(gapsOf(trail, aTrade())).toEqual([{ fromMs: OPEN_MS + 1_000, toMs: OPEN_MS + 5 * MINUTE_MS }])
    expect(measureExcursion(aTrade(), planOf(), trail, bars)).toMatchObject({ maeR: 0.5 })
  })

  test('of a position found after a start has a gap from its entry to the first tick', () => {
    const watch = new ExcursionWatch<string>()
    watch.follow('one', 'buy', 1_000, OPEN_MS)
    watch.follow('one', 'buy', 1_000, OPEN_MS)
    watch.onTick(OPEN_MS + 3 * MINUTE_MS, 1_000, 1_010)
    expect(gapsOf(watch.take('one'), aTrade())).toEqual([{ fromMs: OPEN_MS, toMs: OPEN_MS + 3 * MINUTE_MS }])
    expect(watch.take('one')).toBeNull()
  })
})
