import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTape } from '../../engine/adapters/importers/index.ts'
import type { Pair } from '../../engine/contracts/pairs.ts'
import { barEndMs, TIMEFRAME_BIT } from '../../engine/domain/market/timeframe.ts'
import { SymbolMarket } from '../../engine/domain/market/symbol-market.ts'
import type { SetupName } from '../../engine/domain/venom/setup.ts'
import { SETUPS } from '../../engine/domain/venom/setups/index.ts'
import type { MinuteTape } from '../../engine/ports/minute-tape.ts'

/** Real market data that may not be part of the project. */
const DATA = path.resolve(import.meta.dirname, '../../../shared/data/m1-2018')
const FOUR_HOURS = 240 * 60_000
const TRADING_DAYS = 259
/** The model has then had four weeks to learn each quarter hour of the day. */
const FROM = Date.UTC(2018, 1, 1)

/** A quarter hour: its end, its close, and the deviation forecast then for the next four hours as a share of the price. */
type Quarter = Readonly<{ endMs: number; close: number; sigma: number }>

async function tapeOf(pair: Pair): Promise<MinuteTape> {
  const read = await readTape({ files: [path.join(DATA, `*${pair}*.zip`)], pair, serverTime: null })
  if (read.is === 'refused') throw new Error(read.text)
  return read.tape
}

function play(tape: MinuteTape): { quarters: Quarter[]; counts: Map<SetupName, number> } {
  const quarters: Quarter[] = []
  const counts = new Map<SetupName, number>()
  const market: SymbolMarket = new SymbolMarket(tape.pair, tape.digits, closed => {
    const { series } = market.bars
    for (const { name, timeframe, propose } of SETUPS) {
      if ((closed & TIMEFRAME_BIT[timeframe]) === 0) continue
      if (propose(market, barEndMs(timeframe, series[timeframe].openMs(0))))
        counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    if ((closed & TIMEFRAME_BIT.M15) === 0) return
    const close = series.M15.close(0)
    const endMs = barEndMs('M15', series.M15.openMs(0))
    quarters.push({ endMs, close, sigma: market.readings.sigma240 / close })
  })
  for (let k = 0; k < tape.length; k++) {
    const [openMs, open, high, low, close] = [
      tape.openMs[k],
      tape.open[k],
      tape.high[k],
      tape.low[k],
      tape.close[k],
    ] as [number, number, number, number, number]
    market.closedMinute({ openMs, open, high, low, close, ticks: 0, spread: 0 })
  }
  return { quarters, counts }
}

/** Logarithms of what was forecast and of what came: the root of the next 16 squared quarter-hour returns. */
function forecasts(quarters: readonly Quarter[]): { said: number[]; came: number[] } {
  const said: number[] = []
  const came: number[] = []
  quarters.forEach(({ endMs, sigma }, k) => {
    if (endMs < FROM || quarters[k + 16]?.endMs !== endMs + FOUR_HOURS) return
    const next = quarters.slice(k, k + 17)
    const squares = next.slice(1).map(({ close }, at) => Math.log(close / (next[at] as Quarter).close) ** 2)
    const sum = squares.reduce((total, square) => total + square, 0)
    if (sum === 0) return
    said.push(Math.log(sigma))
    came.push(Math.log(sum) / 2)
  })
  return { said, came }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]) => mean(values.map(value => (value - mean(values)) ** 2))
/** Share of the variance explained with a slope of 1; the level is left free. */
const unitSlopeR2 = (said: readonly number[], came: readonly number[]) =>
  1 - variance(came.map((value, k) => value - (said[k] as number))) / variance(came)

describe.skipIf(!existsSync(DATA))('on six majors of 2018 (skipped without ../shared/data)', () => {
  // Floors, well under what was measured: 0.51, 0.58, 0.32, 0.23, 0.51, 0.51.
  test.each([
    ['EURUSD', 0.35],
    ['GBPUSD', 0.35],
    ['USDJPY', 0.15],
    ['AUDUSD', 0.1],
    ['USDCAD', 0.35],
    ['USDCHF', 0.35],
  ] as const)(
    '%s: volatility is forecast and setups propose as often as the study says',
    async (pair, floor) => {
      const { quarters, counts } = play(await tapeOf(pair))
      const { said, came } = forecasts(quarters)
      expect(said.length).toBeGreaterThan(20_000)
      expect(unitSlopeR2(said, came)).toBeGreaterThan(floor)
      const aDay = (name: SetupName) => (counts.get(name) ?? 0) / TRADING_DAYS
      // Study: about 10 a pair and day of S3, 0.5 of S1, 1.8 of S2 (its two ranges), 0.3 of S6, 0.4 of S5, 3 of S4.
      expect(aDay('Z5-FADE')).toBeGreaterThan(7)
      expect(aDay('Z5-FADE')).toBeLessThan(13)
      expect(aDay('SQZ-FADE')).toBeGreaterThan(0.3)
      expect(aDay('SQZ-FADE')).toBeLessThan(1.3)
      expect(aDay('RANGE-FADE')).toBeGreaterThan(1.2)
      expect(aDay('RANGE-FADE')).toBeLessThan(2)
      expect(aDay('H1-SQZ-CONT')).toBeGreaterThan(0.15)
      expect(aDay('H1-SQZ-CONT')).toBeLessThan(0.7)
      expect(aDay('MIDDAY-CONT')).toBeLessThan(1)
      expect(aDay('BIGBAR-FADE')).toBeGreaterThan(1)
      expect(aDay('BIGBAR-FADE')).toBeLessThan(6)
    },
  )
})
