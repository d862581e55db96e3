import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { Measured, ResultFigures } from '../../contracts/proving.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import { bootstrapMean, type Bootstrap } from '../../domain/statistics/block-bootstrap.ts'
import { blocksOf, type Blocks } from '../../domain/statistics/blocks.ts'
import { bootstrapProfitFactor } from '../../domain/statistics/profit-factor.ts'
import { wilson } from '../../domain/statistics/wilson.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { OPEN, STOP, TARGET, TIMEOUT } from '../outcome/trade-player.ts'
import type { RandomOfSet } from '../random/random-beside.ts'
import { measured } from '../../domain/statistics/measured.ts'
import { resultGroups, type ResultGroup } from './result-groups.ts'

export type SummaryChoices = Readonly<{ seed: number; bootstrapDraws: number }>

/** Rows whose trades came to an end; the others are neither won nor lost. */
export const endedRows = ({ ending }: Candidates, rows: Int32Array): Int32Array =>
  rows.filter(row => ending[row] !== OPEN)

/** Trading days as blocks: trades of one day share a market. */
export const dayBlocks = ({ entryMs }: Candidates, rows: Int32Array): Blocks =>
  blocksOf(Float64Array.from(rows, row => Math.floor(tradingDayMs(entryMs[row] as number) / DAY_MS)))

/**
 * What the trades of `rows` (all of them ended) came to: all together, and by setup, plan, pair, session, regime, class of shield, month and
 * side, each beside its random entries. The intervals of means are bootstraps of whole trading days.
 */
export function summarise(
  candidates: Candidates,
  rows: Int32Array,
  random: RandomOfSet,
  choices: SummaryChoices,
): readonly ResultFigures[] {
  return resultGroups(candidates, rows).map(group => figuresOf(candidates, rows, random, group, choices))
}

function figuresOf(
  candidates: Candidates,
  rows: Int32Array,
  random: RandomOfSet,
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
    random1: random.figures(by, name, 'net1'),
    random15: random.figures(by, name, 'net15'),
    random2: random.figures(by, name, 'net2'),
    better: mean(net1.map((r, at) => r - random.meanOf(own[at] as number))),
  }
}
