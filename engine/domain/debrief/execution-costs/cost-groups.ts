import {
  type CostGrouping,
  CostPart,
  FEW_FIGURES,
  LatencyStage,
  type CostFigures,
  type CostGroup,
  type Distribution,
} from '../../../contracts/execution-costs.ts'
import { PAIRS } from '../../../contracts/pairs.ts'
import { quantile } from '../../statistics/quantile.ts'
import { WEEKDAYS, type TradeCost } from './trade-cost.ts'

export function distributionOf(figures: readonly number[]): Distribution {
  const n = figures.length
  const sum = figures.reduce((total, figure) => total + figure, 0)
  if (n < FEW_FIGURES) return { is: 'tooFew', n, sum }
  const sorted = Float64Array.from(figures).sort()
  return { is: 'known', n, sum, mean: sum / n, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}

export function costGroup(key: string, trades: readonly TradeCost[]): CostGroup {
  return {
    key,
    trades: trades.length,
    parts: eachOf(CostPart.options, part => figuresOf(trades, ({ cents }) => cents[part])),
    total: figuresOf(trades, ({ totalCents }) => totalCents),
    latency: eachOf(LatencyStage.options, stage =>
      distributionOf(trades.flatMap(({ latencyMs }) => latencyMs[stage] ?? [])),
    ),
  }
}

/** Every trade is in exactly one group of a grouping. */
export function costGroups(trades: readonly TradeCost[], grouping: CostGrouping): CostGroup[] {
  const groups = new Map<string, TradeCost[]>()
  for (const trade of trades) {
    const members = groups.get(trade.keys[grouping])
    if (members) members.push(trade)
    else groups.set(trade.keys[grouping], [trade])
  }
  return [...groups]
    .map(([key, members]) => costGroup(key, members))
    .sort((a, b) => placeOf(grouping, a.key) - placeOf(grouping, b.key) || (a.key < b.key ? -1 : 1))
}

/** Pairs and weekdays have an order of their own; the week begins on Monday. */
function placeOf(grouping: CostGrouping, key: string): number {
  if (grouping === 'pair') return PAIRS.findIndex(pair => pair === key)
  if (grouping === 'weekday') return (WEEKDAYS.findIndex(day => day === key) + 6) % 7
  return 0
}

function figuresOf(trades: readonly TradeCost[], centsOf: (trade: TradeCost) => number | null): CostFigures {
  const [inR, inPips, inCents]: [number[], number[], number[]] = [[], [], []]
  for (const trade of trades) {
    const cents = centsOf(trade)
    if (cents === null) continue
    inR.push(cents / trade.riskCents)
    inPips.push(cents / trade.pipCents)
    inCents.push(cents)
  }
  return { r: distributionOf(inR), pips: distributionOf(inPips), cents: distributionOf(inCents) }
}

const eachOf = <K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map(key => [key, make(key)])) as Record<K, V>
