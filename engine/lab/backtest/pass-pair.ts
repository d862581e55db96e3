import type { BacktestPair } from '../../contracts/lab-report.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { pipsFromPoints } from '../../domain/market/price.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import type { MinuteTape, TapeReport } from '../../ports/minute-tape.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { collectCandidates } from '../candidates/collect-candidates.ts'
import type { MarketEntries } from '../candidates/market-entries.ts'
import { pairCosts, type CostChoices } from '../cost/pair-costs.ts'
import { judgeTape } from '../data/judge-tape.ts'
import { tradedTape, type TradedTape } from '../outcome/tape-blocks.ts'

export type PassChoices = Readonly<{
  calendar: KnownCalendar | null
  fromMs: number
  toMs: number
  costs?: Omit<CostChoices, 'calendar'>
  /** Also the entries of every quarter hour, which a model is fitted on besides. */
  withMarket?: boolean
}>

/** Why a pair's data is of no use. */
export type RefusedPair = Readonly<{ is: 'refused'; pair: Pair; code: string; text: string }>

/** What one pair's data gave, and the tape that it was played on. */
export type PairPass =
  | RefusedPair
  | Readonly<{
      is: 'passed'
      data: BacktestPair
      candidates: Candidates
      /** None unless they were asked for. */
      market: MarketEntries
      traded: TradedTape
    }>

/** Judges one pair's tape, and collects its candidates when it is good. */
export function passPair(
  tape: MinuteTape,
  report: TapeReport,
  { calendar, fromMs, toMs, costs: chosen, withMarket = false }: PassChoices,
): PairPass {
  const { pair } = tape
  const { refused, marks } = judgeTape(tape, report)
  if (refused !== null) return { is: 'refused', pair, ...refused }
  const costs = pairCosts(tape, { ...chosen, calendar })
  const traded = tradedTape(tape, costs)
  const { candidates, market, notEntered } = collectCandidates({
    traded,
    calendar,
    fromMs,
    toMs,
    withMarket,
  })
  const pips = (points: number) => pipsFromPoints(points, tape.digits)
  const { swap } = costs
  const data: BacktestPair = {
    pair,
    digits: tape.digits,
    files: [...report.files],
    bars: tape.length,
    fromMs: tape.openMs[0] as number,
    toMs: (tape.openMs[tape.length - 1] as number) + MINUTE_MS,
    gaps: gapsOf(report),
    dropped: { ...report.dropped },
    notes: [...report.faults.map(({ code, where, text }) => ({ code, text: `${where}: ${text}` })), ...marks],
    spread: { from: costs.spreadFrom, medianPips: pips(medianOf(costs.spread)) },
    commissionPips: pips(costs.commission),
    swapPips: swap && { long: pips(swap.long), short: pips(swap.short) },
    candidates: candidates.length,
    notEntered,
  }
  return { is: 'passed', data, candidates, market, traded }
}

function gapsOf({ gaps }: TapeReport): BacktestPair['gaps'] {
  const ms = gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  return { n: gaps.length, hours: Math.round((10 * ms) / HOUR_MS) / 10 }
}

const medianOf = (values: Int32Array): number => values.toSorted()[values.length >> 1] ?? 0
