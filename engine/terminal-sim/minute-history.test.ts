import { expect, test } from 'vitest'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { SymbolBars } from '../domain/market/symbol-bars.ts'
import type { Bar } from '../domain/market/bar-series.ts'
import { createGenerator } from '../broker-sim/index.ts'
import { PlayedHistory } from './minute-history.ts'

const START = Date.UTC(2024, 4, 8, 12)

test('played minutes are the bars that the app makes of the same ticks', () => {
  const market = createGenerator({ seed: 2, startMs: START, pairs: ['EURUSD', 'GBPJPY'] })
  const history = new PlayedHistory(2)
  const bars: Bar[] = []
  const app: SymbolBars = new SymbolBars(timeframe => timeframe === 'M1' && bars.push(app.series.M1.bar(0)))
  for (let minute = 0; minute < 30; minute++) {
    const columns = market.next()
    for (let k = 0; columns && k < columns.length; k++) {
      const [pair, timeMs, bid, ask] = [
        columns.pair[k],
        columns.timeMs[k],
        columns.bid[k],
        columns.ask[k],
      ] as [number, number, number, number]
      history.add(pair, timeMs, bid, ask)
      if (pair === 1) app.tick(timeMs, bid, ask - bid)
    }
  }
  expect(history.bars(1, { fromMs: 0, toMs: START + 29 * MINUTE_MS, max: 100 })).toEqual(bars)
})

test('a minute counts when it has ended, the newest win, and the range is kept', () => {
  const history = new PlayedHistory(1)
  for (let minute = 0; minute < 5; minute++) history.add(0, START + minute * MINUTE_MS, 100 + minute, 103)
  const openings = (over: object) =>
    history.bars(0, { fromMs: 0, toMs: START + 5 * MINUTE_MS, max: 100, ...over }).map(({ open }) => open)
  expect(openings({})).toEqual([100, 101, 102, 103, 104])
  expect(openings({ toMs: START + 5 * MINUTE_MS - 1 })).toEqual([100, 101, 102, 103])
  expect(openings({ fromMs: START + MINUTE_MS, max: 2 })).toEqual([103, 104])
})
