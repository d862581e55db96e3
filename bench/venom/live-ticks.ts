/**
 * Live ticks of 15 symbols, one at a time: first through the market alone (bars of all timeframes with the forming ones, norms
 * of spread, volume and silence, the volatility model and every reading), then through the whole engine of the app up to its
 * ledger, as it stands: setups, features, confidence, overlay and mission desk included. Not the socket before it, nor the disk
 * behind it.
 */
import { PAIRS } from '../../engine/contracts/index.ts'
import { SymbolMarket } from '../../engine/domain/market/symbol-market.ts'
import type { Figure } from '../lib/figures.ts'
import { heapOf } from '../lib/heap.ts'
import { EngineDesk } from './engine-desk.ts'
import { MadeTicks } from './made-ticks.ts'

const WARM_UP = 2_000_000
const TICKS = 10_000_000
/** Steps of 0.1 µs up to 1 ms; the last holds everything above. */
const STEPS = 10_000

type Take = (symbol: number, timeMs: number, bid: number, ask: number) => void

class Latencies {
  readonly #counts = new Uint32Array(STEPS + 1)
  longestUs = 0

  add(us: number): void {
    const step = Math.min(STEPS, Math.floor(us * 10))
    this.#counts[step] = (this.#counts[step] as number) + 1
    if (us > this.longestUs) this.longestUs = us
  }

  /** Not above this, µs; infinite beyond 1 ms. */
  quantile(q: number): number {
    let below = 0
    for (let step = 0; step < STEPS; step++) {
      below += this.#counts[step] as number
      if (below >= q * TICKS) return (step + 1) / 10
    }
    return Number.POSITIVE_INFINITY
  }
}

function pass(ticks: number, source: MadeTicks, take: Take): void {
  for (let k = 0; k < ticks; k++) {
    source.next()
    take(source.symbol, source.timeMs, source.bid, source.ask)
  }
}

/** What the loop itself allocates to hand a tick over, so that it can be taken off; bytes a tick. */
function handing(): number {
  const source = new MadeTicks(PAIRS.length)
  pass(WARM_UP, source, () => undefined)
  return heapOf(() => pass(WARM_UP, source, () => undefined)).allocated / WARM_UP
}

/** Time and memory in passes of their own, since reading the clock allocates; memory last, when all code has been compiled. */
function follow(name: string, take: Take): Figure[] {
  const source = new MadeTicks(PAIRS.length)
  const latencies = new Latencies()
  pass(WARM_UP, source, take)
  pass(TICKS, source, (symbol, timeMs, bid, ask) => {
    const started = performance.now()
    take(symbol, timeMs, bid, ask)
    latencies.add((performance.now() - started) * 1_000)
  })
  const { grown, allocated } = heapOf(() => pass(TICKS, source, take))
  return [
    { name: `live tick, ${name}, p50`, value: latencies.quantile(0.5), unit: 'µs' },
    { name: `live tick, ${name}, p99`, value: latencies.quantile(0.99), unit: 'µs', bound: { atMost: 100 } },
    { name: `live tick, ${name}, p99.99`, value: latencies.quantile(0.9999), unit: 'µs' },
    { name: `live tick, ${name}, longest`, value: latencies.longestUs, unit: 'µs' },
    {
      name: `live tick, ${name}, heap growth over ${TICKS / 1e6} M`,
      value: grown / 1_024,
      unit: 'KiB',
      bound: { atMost: 1_024 },
    },
    {
      name: `live tick, ${name}, allocated and collected`,
      value: allocated / TICKS - handing(),
      unit: 'B/tick',
    },
  ]
}

export function liveTicks(): Figure[] {
  const markets = PAIRS.map(pair => new SymbolMarket(pair, 5, () => undefined))
  const market = follow('market', (symbol, timeMs, bid, ask) => markets[symbol]?.tick(timeMs, bid, ask))
  const desk = new EngineDesk()
  const engine = follow('engine', (symbol, timeMs, bid, ask) => desk.tick(symbol, timeMs, bid, ask))
  return [
    ...market,
    ...engine,
    { name: 'live tick, minutes that closed in the engine', value: desk.closedMinutes, unit: 'bars' },
    { name: 'live tick, events that the engine recorded', value: desk.events, unit: 'events' },
  ]
}
