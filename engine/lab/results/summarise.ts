import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { Measured, ResultFigures } from '../../contracts/proving.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import { bootstrapMean, type Bootstrap } from '../../domain/statistics/block-bootstrap.ts'
import { blocksOf, type Blocks } from '../../domain/statistics/blocks.ts'
import { bootstrapProfitFactor } from '../../domain/statistics/profit-factor.ts'
import { quantile } from '../../domain/statistics/quantile.ts'
import { wilson } from '../../domain/statistics/wilson.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { OPEN, STOP, TARGET, TIMEOUT } from '../outcome/trade-player.ts'
import { measured, real } from './measured.ts'
import { resultGroups, type ResultGroup } from './result-groups.ts'

/** Random entries beside a list of rows: of its kth row at k·draws and on, R at each cost; NaN where there is none. */
export type RandomBeside = Readonly<{
  draws: number
  net1: Float32Array
  net15: Float32Array
  net2: Float32Array
}>

export type SummaryChoices = Readonly<{ seed: number; bootstrapDraws: number }>

/** Rows whose trades came to an end; the others are neither won nor lost. */
export const endedRows = ({ ending }: Candidates, rows: Int32Array): Int32Array =>
  rows.filter(row => ending[row] !== OPEN)

/** Trading days as blocks: trades of one day share a market. */
export const dayBlocks = ({ entryMs }: Candidates, rows: Int32Array): Blocks =>
  blocksOf(Float64Array.from(rows, row => Math.floor(tradingDayMs(entryMs[row] as number) / DAY_MS)))

/**
 * What the trades of `rows` (all of them ended) came to: all together, and by setup, plan, pair, session, regime, month and
 * side, each beside its random entries. The intervals of means are bootstraps of whole trading days.
 */
export function summarise(
  candidates: Candidates,
  rows: Int32Array,
  random: RandomBeside,
  choices: SummaryChoices,
): readonly ResultFigures[] {
  return resultGroups(candidates, rows).map(group => figuresOf(candidates, rows, random, group, choices))
}

function figuresOf(
  candidates: Candidates,
  rows: Int32Array,
  random: RandomBeside,
  { by, name, members }: ResultGroup,
  { seed, bootstrapDraws }: SummaryChoices,
): ResultFigures {
  const own = members.map(k => rows[k] as number)
  const blocks = dayBlocks(candidates, own)
  const column = (values: Float64Array) => Float64Array.from(own, row => values[row] as number)
  const net1 = column(candidates.net1)
  const count = (ending: number) =>
    own.reduce((sum, row) => sum + (candidates.ending[row] === ending ? 1 : 0), 0)
  /** The same draws for every figure of a group, so that they can be compared. */
  const how = (): Bootstrap => {
    const stream = new Random(streamSeed(seed, `${by} ${name}`))
    return { draws: bootstrapDraws, random: () => stream.uniform() }
  }
  const mean = (values: Float64Array): Measured => measured(bootstrapMean(values, blocks, how()))
  return {
    by,
    name,
    n: own.length,
    targets: count(TARGET),
    stops: count(STOP),
    timeouts: count(TIMEOUT),
    wins: measured(wilson(net1.filter(r => r > 0).length, own.length)),
    gross: mean(column(candidates.gross)),
    net1: mean(net1),
    net15: mean(column(candidates.net15)),
    net2: mean(column(candidates.net2)),
    profitFactor: measured(bootstrapProfitFactor(net1, blocks, how())),
    random1: ofDraws(random.net1, random.draws, members),
    random15: ofDraws(random.net15, random.draws, members),
    random2: ofDraws(random.net2, random.draws, members),
    better: mean(net1.map((r, at) => r - meanDraw(random.net1, random.draws, members[at] as number))),
  }
}

/** Mean over members of each draw, and where 95 of 100 draws lie. A draw without a result of a member leaves it out. */
function ofDraws(results: Float32Array, draws: number, members: Int32Array): Measured {
  const means = new Float64Array(draws)
  let total = 0
  let n = 0
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0
    let known = 0
    for (const k of members) {
      const r = results[k * draws + draw] as number
      if (Number.isNaN(r)) continue
      sum += r
      known++
    }
    means[draw] = sum / known
    total += sum
    n += known
  }
  const sorted = means.filter(mean => !Number.isNaN(mean)).sort()
  return {
    value: real(total / n),
    low: real(quantile(sorted, 0.025)),
    high: real(quantile(sorted, 0.975)),
    n,
  }
}

function meanDraw(results: Float32Array, draws: number, k: number): number {
  let sum = 0
  let known = 0
  for (let at = k * draws; at < (k + 1) * draws; at++) {
    const r = results[at] as number
    if (Number.isNaN(r)) continue
    sum += r
    known++
  }
  return sum / known
}
