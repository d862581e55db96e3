import { expect, test } from 'vitest'
import { createBroker } from '../../broker-sim/broker.ts'
import { brokerSymbol } from '../../broker-sim/symbols.ts'
import { BrokerTemper, SimulatorStart, type Ulid } from '../../contracts/index.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { SymbolMarket } from '../../domain/market/symbol-market.ts'
import { SymbolDesk } from './symbol-desk.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 0, 6, 9)

function aSymbol(): SymbolDesk {
  const broker = createBroker({
    symbols: [brokerSymbol('EURUSD')],
    account: SimulatorStart.shape.account.parse(undefined),
    temper: BrokerTemper.parse({}),
    seed: 1,
  })
  broker.onTick(0, START, 110_000, 110_006)
  const [spec] = broker.specs().symbols
  if (!spec) throw new Error('the broker specifies no symbol')
  return new SymbolDesk(spec)
}

/** Five minutes, a tick every ten seconds. */
const TICKS = Array.from({ length: 30 }, (_, at) => ({
  timeMs: START + at * (MINUTE / 6),
  bid: 110_000 + ((at * 7) % 11),
}))

function barsOf(feed: (market: SymbolMarket) => void): Bar[] {
  const bars: Bar[] = []
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, () => bars.push(market.bars.series.M1.bar(0)))
  feed(market)
  return bars
}

test.each([0, 1, 3])(
  'ticks that waited for a history of %i minutes make the bars that they would have made at once',
  minutes => {
    const whole = barsOf(market => TICKS.forEach(({ timeMs, bid }) => market.tick(timeMs, bid, bid + 6)))
    const symbol = aSymbol()
    symbol.warming = 'REQUEST' as Ulid
    for (const { timeMs, bid } of TICKS) symbol.tick(timeMs, bid, bid + 6)
    const history = whole.slice(0, minutes).map(bar => ({
      timeMs: bar.openMs,
      open: bar.open / 100_000,
      high: bar.high / 100_000,
      low: bar.low / 100_000,
      close: bar.close / 100_000,
      ticks: bar.ticks,
      spreadPoints: bar.spread,
    }))
    const told = [...symbol.history(history), ...symbol.warmed()]

    expect(told).toEqual(whole)
  },
)
