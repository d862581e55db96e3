import { MINUTE_MS } from '../../domain/market/civil.ts'
import { SymbolMarket } from '../../domain/market/symbol-market.ts'
import { barEndMs, TIMEFRAME_BIT, type Timeframes } from '../../domain/market/timeframe.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import { RegimeWatch } from '../../domain/venom/regime-watch.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import { SETUPS } from '../../domain/venom/setups/index.ts'
import type { FeatureSink } from '../../ports/feature-sink.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { newMinute, readMinute } from '../outcome/minute.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { CandidateBook, type CandidateColumns, type Candidates } from './candidates.ts'
import { CandidateMaker } from './candidate-maker.ts'
import { MarketEntryBook, type MarketEntries } from './market-entries.ts'
import { MarketEntryMaker } from './market-entry-maker.ts'

/** An entry later than this after the close of its bar is another trade, and is not made (study §1). */
const LATEST_ENTRY_MS = 3 * MINUTE_MS

export type PassRules = Readonly<{
  /** Announcements; null: none are known, and nothing is refused for them. */
  calendar: KnownCalendar | null
  /** Candidates whose bar closed in [fromMs, toMs). All minutes before it warm the market up; none after `toMs` are read by it. */
  fromMs?: number
  toMs?: number
  setups?: readonly Setup[]
  /** Also enters at every quarter hour in the same span, whatever the setups say: what a model is fitted on besides. */
  withMarket?: boolean
  /** Where features are put; without it they stay in memory. */
  features?: Readonly<{ candidates: FeatureSink; market: FeatureSink }>
}>

export type CollectJob = PassRules & Readonly<{ traded: TradedTape }>

export type Collected = Readonly<{
  candidates: Candidates
  /** None unless they were asked for. */
  market: MarketEntries
  /** Proposals that were not entered, because the next minute with a quote came too late or never. */
  notEntered: number
}>

/** What makes candidates and entries of the stretch that is gone through. */
type StretchMakers = Readonly<{
  traded: TradedTape
  candidates: CandidateMaker
  quarterHours: MarketEntryMaker | null
}>

/** All of a tape in one pass. */
export function collectCandidates({ traded, ...rules }: CollectJob): Collected {
  const pass = new MarketPass(traded.tape, rules)
  pass.through(traded)
  return pass.end()
}

/**
 * One pass of one pair's minutes through the market that the desk uses: bars, volatility, readings and setups, each
 * proposal with its features, what stood in its way, and how the trade ended. Nothing of what a candidate says besides
 * its ending comes from a minute at or after its entry, except that minute's opening quote. The minutes may come in stretches:
 * what comes of them is the same.
 */
export class MarketPass {
  readonly #rules: PassRules
  readonly #market: SymbolMarket
  readonly #regime = new RegimeWatch()
  readonly #setups: readonly Setup[]
  readonly #book: CandidateBook
  readonly #marketBook: MarketEntryBook
  readonly #fromMs: number
  readonly #toMs: number
  #stretch: StretchMakers | null = null
  #at = 0
  #notEntered = 0

  constructor({ pair, digits }: Pick<MinuteTape, 'pair' | 'digits'>, rules: PassRules) {
    this.#rules = rules
    this.#book = new CandidateBook(rules.features?.candidates)
    this.#marketBook = new MarketEntryBook(rules.features?.market)
    this.#setups = rules.setups ?? SETUPS
    this.#fromMs = rules.fromMs ?? Number.NEGATIVE_INFINITY
    this.#toMs = rules.toMs ?? Number.POSITIVE_INFINITY
    this.#market = new SymbolMarket(pair, digits, closed => this.#onClosed(closed))
  }

  /** What was collected so far: good until the next stretch. */
  get candidates(): CandidateColumns {
    return this.#book.sofar
  }

  /** The first `own` minutes; those after them only show how trades end. `before`: minutes of the stretches before. */
  through(traded: TradedTape, own = traded.tape.length, before = 0): void {
    this.#stretch = this.#makersOf(traded, before)
    const minute = newMinute()
    for (let at = 0; at < own; at++) {
      this.#at = at
      readMinute(traded, at, minute)
      if (minute.openMs >= this.#toMs) break
      this.#market.spreadNorm.add(minute.openMs, minute.spread)
      this.#market.closedMinute(minute)
    }
  }

  end(): Collected {
    return { candidates: this.#book.take(), market: this.#marketBook.take(), notEntered: this.#notEntered }
  }

  #makersOf(traded: TradedTape, before: number): StretchMakers {
    const { calendar, withMarket } = this.#rules
    return {
      traded,
      candidates: new CandidateMaker(traded, before, this.#market, this.#regime, calendar),
      quarterHours: withMarket === true ? new MarketEntryMaker(traded, this.#market) : null,
    }
  }

  /** A longer bar that had lost its last minute closes at the opening of this one, which is then its entry. */
  #onClosed(closed: Timeframes): void {
    const entryAt = (closed & TIMEFRAME_BIT.M1) !== 0 ? this.#at + 1 : this.#at
    const { series } = this.#market.bars
    if ((closed & TIMEFRAME_BIT.M15) !== 0) {
      this.#regime.onQuarterHour(this.#market)
      this.#enterQuarterHour(barEndMs('M15', series.M15.openMs(0)), entryAt)
    }
    for (const setup of this.#setups) {
      if ((closed & TIMEFRAME_BIT[setup.timeframe]) === 0) continue
      const closeMs = barEndMs(setup.timeframe, series[setup.timeframe].openMs(0))
      if (this.#isWanted(closeMs)) this.#ask(setup, closeMs, entryAt)
    }
  }

  #isWanted(closeMs: number): boolean {
    return closeMs >= this.#fromMs && closeMs < this.#toMs
  }

  #enterQuarterHour(closeMs: number, entryAt: number): void {
    const maker = this.#stretch?.quarterHours
    if (!maker || !this.#isWanted(closeMs) || !this.#isInTime(closeMs, entryAt)) return
    maker.make(closeMs, entryAt, this.#marketBook)
  }

  #isInTime(closeMs: number, entryAt: number): boolean {
    const entryMs = this.#stretch?.traded.tape.openMs[entryAt]
    return entryMs !== undefined && entryMs - closeMs <= LATEST_ENTRY_MS
  }

  #ask(setup: Setup, closeMs: number, entryAt: number): void {
    const proposal = setup.propose(this.#market, closeMs)
    if (proposal === null) return
    if (!this.#isInTime(closeMs, entryAt)) {
      this.#notEntered++
      return
    }
    this.#stretch?.candidates.make(setup, proposal, closeMs, entryAt, this.#book)
  }
}
