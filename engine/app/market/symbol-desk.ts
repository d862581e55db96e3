import type { Ulid } from '../../contracts/index.ts'
import type { QuotedSymbol, SymbolSpec, WireBar } from '../../contracts/wire/index.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { pointsPerUnit } from '../../domain/market/price.ts'
import { SymbolMarket } from '../../domain/market/symbol-market.ts'
import { TIMEFRAME_BIT, type Timeframes } from '../../domain/market/timeframe.ts'
import { OutcomeWatch } from '../../domain/venom/confidence/outcome-watch.ts'
import { RegimeWatch } from '../../domain/venom/regime-watch.ts'
import { ExcursionWatch } from '../../domain/debrief/excursions/excursion-watch.ts'
import { GhostWatch } from '../../domain/debrief/ghosts/ghost-watch.ts'
import type { OpenCandidate } from '../missions/open-candidates.ts'

type HeldTick = Readonly<{ timeMs: number; bid: number; ask: number }>

/** Ticks that may wait for the history: hours of a busy market. After that it goes on without. */
const MOST_HELD = 20_000

/** One symbol of one terminal: its specification, its market, and its warm-up from the terminal's history. */
export class SymbolDesk {
  spec: SymbolSpec | QuotedSymbol
  readonly market: SymbolMarket
  readonly pointsPerUnit: number
  readonly regime = new RegimeWatch()
  /** Its proposals, taken or not, until they end. */
  readonly outcomes = new OutcomeWatch<OpenCandidate>()
  /** Its missions that were not taken, or may not be, until they end. */
  readonly ghosts = new GhostWatch<Ulid>()
  /** What its open positions have seen. */
  readonly excursions = new ExcursionWatch<Ulid>()
  /** The history request that is still being answered; ticks wait for it. */
  warming: Ulid | null = null
  /** Ticks up to here came in an earlier session; a new one tells the present minute again. */
  knownUntilMs = 0
  /** The session in which history was asked for last. */
  askedIn: string | null = null
  #held: HeldTick[] = []
  #closed: Timeframes = 0
  /** Minutes that closed while history is read; null at other times. */
  #minutes: Bar[] | null = null

  constructor(spec: SymbolSpec | QuotedSymbol) {
    this.spec = spec
    this.pointsPerUnit = pointsPerUnit(spec.digits)
    this.market = new SymbolMarket(spec.pair, spec.digits, closed => this.#onClosed(closed))
  }

  /** What orders are sized and priced by; null when the terminal tells prices and nothing else. */
  get trading(): SymbolSpec | null {
    return 'tickValue' in this.spec ? this.spec : null
  }

  /** The market's time of the newest that it knows, tick or minute; 0 before the first. */
  get lastMs(): number {
    return Math.max(this.market.tickMs, this.market.bars.horizonMs - MINUTE_MS, 0)
  }

  /** Whether its last price is of this session: until its history is read and a tick is let in, it is of one before. */
  get hasPrice(): boolean {
    return this.warming === null && this.market.tickMs > this.knownUntilMs
  }

  /** Timeframes of which this tick closed a bar. While history is under way ticks wait, so that bars are made in order. */
  tick(timeMs: number, bid: number, ask: number): Timeframes {
    if (this.warming) {
      this.#held.push({ timeMs, bid, ask })
      return 0
    }
    this.#closed = 0
    this.#take(timeMs, bid, ask)
    return this.#closed
  }

  /** The history has not come; a terminal that never tells it must not hold the prices back for ever. */
  get hasWaitedLong(): boolean {
    return this.#held.length >= MOST_HELD
  }

  /** Closed minutes of the terminal's history, oldest first. Answers those that were not here already. */
  history(bars: readonly WireBar[]): readonly Bar[] {
    const points = (price: number) => Math.round(price * this.pointsPerUnit)
    return this.#collect(() => {
      for (const { timeMs, open, high, low, close, ticks, spreadPoints } of bars) {
        const bar = {
          openMs: timeMs,
          open: points(open),
          high: points(high),
          low: points(low),
          close: points(close),
          ticks,
          spread: spreadPoints,
        }
        if (this.market.closedMinute(bar)) this.ghosts.onMinute(bar)
      }
    })
  }

  /** Ends the warm-up: ticks that waited, and belong after the history, are let in. Answers the minutes that they closed. */
  warmed(): readonly Bar[] {
    this.warming = null
    const held = this.#held
    this.#held = []
    // Where the history ends; the ticks themselves move the horizon on.
    const { horizonMs } = this.market.bars
    return this.#collect(() => {
      for (const { timeMs, bid, ask } of held) if (timeMs >= horizonMs) this.#take(timeMs, bid, ask)
    })
  }

  #take(timeMs: number, bid: number, ask: number): void {
    if (!this.market.tick(timeMs, bid, ask)) return
    this.ghosts.onTick(timeMs, bid, ask)
    this.excursions.onTick(timeMs, bid, ask)
  }

  #collect(feed: () => void): readonly Bar[] {
    const minutes: Bar[] = []
    this.#minutes = minutes
    feed()
    this.#minutes = null
    return minutes
  }

  #onClosed(closed: Timeframes): void {
    this.#closed |= closed
    if (closed & TIMEFRAME_BIT.M15) this.regime.onQuarterHour(this.market)
    if (closed & TIMEFRAME_BIT.M1) this.#minutes?.push(this.market.bars.series.M1.bar(0))
  }
}
