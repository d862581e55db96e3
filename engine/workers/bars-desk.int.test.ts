import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openMarketStore } from '../adapters/market-store/index.ts'
import type { KeptBars, MarketBars } from '../contracts/market-bars.ts'
import { EpochMs, TerminalId } from '../contracts/primitives.ts'
import { chartMinutes } from '../testkit/chart-minutes.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { BarsDesk } from './bars-desk.ts'
import { KeptMinutes } from './kept-minutes.ts'

const MINUTE = 60_000
/** A Friday, 12:32 UTC: two minutes of a bar of five are over. */
const NOW = Date.UTC(2014, 5, 13, 12, 32)
const TERMINAL = TerminalId.parse('terminal-1')
const EURUSD = { terminal: TERMINAL, pair: 'EURUSD', marketMs: null } as const

/** Over a real market store; null: the engine has made none yet. */
function barsDesk(minutes: number | null): BarsDesk {
  const market = { file: path.join(temporaryFolder(), 'market.db'), binding: sqliteBinding() }
  if (minutes !== null) {
    const store = openMarketStore(market)
    store.write(TERMINAL, 'EURUSD', 5, chartMinutes(NOW, minutes))
    store.close()
  }
  const kept = new KeptMinutes(market)
  onTestFinished(() => kept.close())
  return new BarsDesk(kept)
}

function known(answer: MarketBars): KeptBars {
  if (answer.is === 'none') throw new Error('it knew no bar')
  return answer
}

test('ten hours of five-minute bars are told, the newest of them as far as its minutes are over', () => {
  const minutes = chartMinutes(NOW, 605)
  const { bars, ...told } = known(barsDesk(605).bars(EURUSD))

  expect(told).toMatchObject({ digits: 5, frameMinutes: 5, untilMs: NOW })
  expect(bars).toHaveLength(120)
  const [before, last] = [minutes.slice(-7, -2), minutes.slice(-2)]
  expect(bars.slice(-2)).toEqual(
    [before, last].map(part => ({
      openMs: part[0]?.openMs,
      open: part[0]?.open,
      high: Math.max(...part.map(({ high }) => high)),
      low: Math.min(...part.map(({ low }) => low)),
      close: part.at(-1)?.close,
    })),
  )
})

test('each bar belongs to a session', () => {
  const { bars, sessions } = known(barsDesk(605).bars(EURUSD))
  expect(sessions.map(({ session }) => session)).toEqual(['ASIAN', 'LONDON', 'OVERLAP'])
  expect(sessions[0]?.fromMs).toBe(bars[0]?.openMs)
  expect(sessions.at(-1)?.untilMs).toBe((bars.at(-1)?.openMs ?? 0) + 5 * MINUTE)
})

test('no minute is told that lies behind the time of its terminal, or that is not over there', () => {
  const marketMs = EpochMs.parse(NOW - 60 * MINUTE + 59_000)
  expect(known(barsDesk(605).bars({ ...EURUSD, marketMs })).untilMs).toBe(NOW - 60 * MINUTE)
})

test('a pair, a terminal or a store without a minute has none, and one minute is a bar', () => {
  expect(barsDesk(null).bars(EURUSD)).toEqual({ is: 'none' })
  expect(barsDesk(0).bars(EURUSD)).toEqual({ is: 'none' })
  expect(barsDesk(9).bars({ ...EURUSD, pair: 'GBPUSD' })).toEqual({ is: 'none' })
  expect(barsDesk(9).bars({ ...EURUSD, terminal: TerminalId.parse('another') })).toEqual({ is: 'none' })
  expect(known(barsDesk(1).bars(EURUSD)).bars).toHaveLength(1)
})
