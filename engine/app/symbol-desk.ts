import type { Ulid } from '../contracts/index.ts'
import type { QuotedSymbol, SymbolSpec, WireBar } from '../contracts/wire/index.ts'
import type { Bar } from '../domain/market/bar-series.ts'
import { pointsPerUnit } from '../domain/market/price.ts'
import { SymbolMarket } from '../domain/market/symbol-market.ts'
import type { Timeframe } from '../domain/market/timeframe.ts'
import { RegimeWatch } from '../domain/venom/regime-watch.ts'

export type ClosedBar = Readonly<{ timeframe: Timeframe; bar: Bar }>
type HeldTick = Readonly<{ timeMs: number; bid: number; ask: number }>

/** Ticks that may wait for the history: hours of a busy market. After that it goes on without. */
const MOST_HELD = 20_000

const NOTHING: readonly ClosedBar[] = []

/** One symbol of one terminal: its specification, its market, and its warm-up from the terminal's history. */
export class SymbolDesk {
  spec: SymbolSpec | QuotedSymbol
  readonly market: SymbolMarket
  readonly pointsPerUnit: number
  readonly regime = new RegimeWatch()
  /** The history request that is still being answered; ticks wait for it. */
  warming: Ulid | null = null
  /** Ticks up to here came in an earlier session; a new one tells the present minute again. */
  knownUntilMs = 0
  /** The session in which history was asked for last. */
  askedIn: string | null = null
  #held: HeldTick[] = []
  #closed: ClosedBar[] = []

  constructor(spec: SymbolSpec | QuotedSymbol) {
    this.spec = spec
    this.pointsPerUnit = pointsPerUnit(spec.digits)
    this.market = new SymbolMarket(spec.pair, spec.digits, (timeframe, bar) =>
      this.#closed.push({ timeframe, bar }),
    )
  }

  /** What orders are sized and priced by; null when the terminal tells prices and nothing else. */
  get trading(): SymbolSpec | null {
    return 'tickValue' in this.spec ? this.spec : null
  }

  /** Bars that this tick closed. While history is under way ticks wait, so that bars are made in order. */
  tick(timeMs: number, bid: number, ask: number): readonly ClosedBar[] {
    if (this.warming) {
      this.#held.push({ timeMs, bid, ask })
      return NOTHING
    }
    this.market.tick(timeMs, bid, ask)
    return this.#closed.length === 0 ? NOTHING : this.#take()
  }

  /** The history has not come; a terminal that never tells it must not hold the prices back for ever. */
  get hasWaitedLong(): boolean {
    return this.#held.length >= MOST_HELD
  }

  /** Closed minutes of the terminal's history, oldest first; those that are here already are left out. */
  history(bars: readonly WireBar[]): readonly ClosedBar[] {
    const points = (price: number) => Math.round(price * this.pointsPerUnit)
    for (const { timeMs, open, high, low, close, ticks, spreadPoints } of bars) {
      this.market.bars.closedMinute({
        openMs: timeMs,
        open: points(open),
        high: points(high),
        low: points(low),
        close: points(close),
        ticks,
        spread: spreadPoints,
      })
    }
    return this.#take()
  }

  /** Ends the warm-up: ticks that waited, and belong after the history, are let in. */
  warmed(): readonly ClosedBar[] {
    this.warming = null
    const held = this.#held
    this.#held = []
    for (const { timeMs, bid, ask } of held) {
      if (timeMs >= this.market.bars.horizonMs) this.market.tick(timeMs, bid, ask)
    }
    return this.#take()
  }

  #take(): readonly ClosedBar[] {
    const closed = this.#closed
    this.#closed = []
    return closed
  }
}
