import type { BacktestPair } from '../../contracts/lab-report.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { pipsFromPoints } from '../../domain/market/price.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import type { MinuteTape, TapeReport, TapeStretch } from '../../ports/minute-tape.ts'
import type { CandidateColumns, Candidates } from '../candidates/candidates.ts'
import { MarketPass, type PassRules } from '../candidates/collect-candidates.ts'
import type { MarketEntries } from '../candidates/market-entries.ts'
import { pairCosts, type CostChoices, type PairCosts } from '../cost/pair-costs.ts'
import { SpreadCount } from '../cost/spread-count.ts'
import { judge } from '../data/judge-tape.ts'
import { TapeWatch } from '../data/tape-watch.ts'
import { tradedTape, type TradedTape } from '../outcome/tape-blocks.ts'

export type PassChoices = Readonly<{
  calendar: KnownCalendar | null
  fromMs: number
  toMs: number
  costs?: Omit<CostChoices, 'calendar'>
  /** Also the entries of every quarter hour, which a model is fitted on besides. */
  withMarket?: boolean
  /** Where features are put; without it they stay in memory. */
  features?: Required<PassRules>['features']
}>

/** Why a pair's data is of no use. */
export type RefusedPair = Readonly<{ is: 'refused'; pair: Pair; code: string; text: string }>

/** What one pair's data gave. */
export type PairPass =
  | RefusedPair
  | Readonly<{
      is: 'passed'
      data: BacktestPair
      candidates: Candidates
      /** None unless they were asked for. */
      market: MarketEntries
    }>

/** Judges one pair's tape as it goes by in stretches, and collects its candidates; good data or not is known at its end. */
export class PairPassage {
  readonly #pair: Pair
  readonly #digits: number
  readonly #choices: PassChoices
  readonly #pass: MarketPass
  readonly #watch = new TapeWatch()
  readonly #spreads = new SpreadCount()
  #costs: PairCosts | null = null
  #firstMs = 0
  #lastMs = 0

  constructor(pair: Pair, digits: number, choices: PassChoices) {
    this.#pair = pair
    this.#digits = digits
    this.#choices = choices
    this.#pass = new MarketPass({ pair, digits }, choices)
  }

  /** What was collected so far: good until the next stretch. */
  get candidates(): CandidateColumns {
    return this.#pass.candidates
  }

  /** The tape as it is traded. */
  stretch({ tape, own, before }: TapeStretch): TradedTape {
    const traded = tradedAs(tape, this.#choices)
    if (before === 0) this.#firstMs = tape.openMs[0] ?? 0
    this.#lastMs = tape.openMs[own - 1] ?? this.#lastMs
    this.#costs = traded.costs
    this.#watch.look(tape, own)
    this.#spreads.add(traded.costs.spread, own)
    // What is broken is refused in the end.
    if (this.#watch.brokenMs === null) this.#pass.through(traded, own, before)
    return traded
  }

  end(report: TapeReport): PairPass {
    const pair = this.#pair
    const { refused, marks } = judge(this.#watch, report)
    if (refused !== null) return { is: 'refused', pair, ...refused }
    const { candidates, market, notEntered } = this.#pass.end()
    const { faults, files, dropped } = report
    const data: BacktestPair = {
      pair,
      digits: this.#digits,
      files: [...files],
      bars: this.#watch.minutes,
      fromMs: this.#firstMs,
      toMs: this.#lastMs + MINUTE_MS,
      gaps: gapsOf(report),
      dropped: { ...dropped },
      notes: [...faults.map(({ code, where, text }) => ({ code, text: `${where}: ${text}` })), ...marks],
      ...this.#told(),
      candidates: candidates.length,
      notEntered,
    }
    return { is: 'passed', data, candidates, market }
  }

  #told(): Pick<BacktestPair, 'spread' | 'commissionPips' | 'swapPips'> {
    const costs = this.#costs
    if (costs === null) throw new Error(`no stretch of ${this.#pair} has gone by`)
    const pips = (points: number) => pipsFromPoints(points, this.#digits)
    const { swap, spreadFrom, commission } = costs
    return {
      spread: { from: spreadFrom, medianPips: pips(this.#spreads.median) },
      commissionPips: pips(commission),
      swapPips: swap && { long: pips(swap.long), short: pips(swap.short) },
    }
  }
}

/** A tape with what trading it costs. */
export const tradedAs = (
  tape: MinuteTape,
  { costs, calendar }: Pick<PassChoices, 'costs' | 'calendar'>,
): TradedTape => tradedTape(tape, pairCosts(tape, { ...costs, calendar }))

function gapsOf({ gaps }: TapeReport): BacktestPair['gaps'] {
  const ms = gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  return { n: gaps.length, hours: Math.round((10 * ms) / HOUR_MS) / 10 }
}
