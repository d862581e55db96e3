import { DebriefGrouping, NO_KEY, type TradeFigures } from '../../../contracts/debrief.ts'
import { PAIRS } from '../../../contracts/pairs.ts'
import { WEEKDAYS, type TradeRows } from '../record/trade-rows.ts'
import type { Sample } from './sample.ts'
import { addTrade, emptySums, tradeFigures, type GroupSums } from './trade-figures.ts'

/** All trades of a sample as one group. */
export function allTogether(sample: Sample): TradeFigures {
  const sums = emptySums('all', sample.blocks.count)
  for (let k = 0; k < sample.rows.length; k++) add(sums, sample, k)
  return tradeFigures(sums, sample.draws)
}

/** Every trade is in exactly one group of each grouping. */
export function groupsOf(trades: TradeRows, sample: Sample): Record<DebriefGrouping, TradeFigures[]> {
  const groups = DebriefGrouping.options.map(
    grouping => [grouping, groupsBy(trades, grouping, sample)] as const,
  )
  return Object.fromEntries(groups) as Record<DebriefGrouping, TradeFigures[]>
}

function groupsBy(trades: TradeRows, grouping: DebriefGrouping, sample: Sample): TradeFigures[] {
  const { numbers, words } = trades.keys[grouping]
  const groups: (GroupSums | undefined)[] = []
  for (let k = 0; k < sample.rows.length; k++) {
    const number = numbers[sample.rows[k] as number] as number
    add((groups[number] ??= emptySums(words[number] ?? '', sample.blocks.count)), sample, k)
  }
  return groups
    .flatMap(sums => (sums === undefined ? [] : tradeFigures(sums, sample.groupDraws)))
    .sort((a, b) => placeOf(grouping, a) - placeOf(grouping, b) || (a.key < b.key ? -1 : 1))
}

const add = (sums: GroupSums, { blocks, r, netCents }: Sample, k: number): void =>
  addTrade(sums, blocks.of[k] as number, r[k] as number, netCents[k] as number)

/** Pairs, weekdays and hours have an order of their own; of the others the most traded comes first, and what is unknown last. */
function placeOf(grouping: DebriefGrouping, { key, n }: TradeFigures): number {
  if (grouping === 'hour') return 0
  if (grouping === 'pair') return PAIRS.findIndex(pair => pair === key)
  if (grouping === 'weekday') return (WEEKDAYS.findIndex(day => day === key) + 6) % 7
  return key === NO_KEY ? 0 : -n
}
