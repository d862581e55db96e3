import type { DebriefFilter, DebriefKeys, DebriefScope } from '../../../contracts/debrief.ts'
import { DebriefGrouping } from '../../../contracts/debrief.ts'
import { indicesWhere } from './indices.ts'
import type { TradeRows } from '../record/trade-rows.ts'

/** Rows of a scope, whatever the filter. */
export function rowsOfScope(trades: TradeRows, scope: DebriefScope): Int32Array {
  const wanted = scope === 'drills' ? 1 : 0
  const isDrill = trades.numbers.isDrill.values
  return indicesWhere(trades.length, row => isDrill[row] === wanted)
}

/** The scope that was asked for; without one, drills where there is nothing else. */
export function scopeOf(trades: TradeRows, wanted: DebriefScope | null): DebriefScope {
  if (wanted !== null) return wanted
  return trades.length > 0 && rowsOfScope(trades, 'trades').length === 0 ? 'drills' : 'trades'
}

/** Those of them that a filter lets through, in the same order. */
export function chosenRows(
  trades: TradeRows,
  rows: Int32Array,
  { fromMs, toMs, keys }: DebriefFilter,
): Int32Array {
  const closeMs = trades.numbers.closeMs.values
  const gates = gatesOf(trades, keys)
  return rows.filter(row => {
    const atMs = closeMs[row] as number
    if ((fromMs !== null && atMs < fromMs) || (toMs !== null && atMs >= toMs)) return false
    return gates.every(({ numbers, isWanted }) => isWanted[numbers[row] as number] === 1)
  })
}

type Gate = Readonly<{ numbers: Float64Array; isWanted: Uint8Array }>

function gatesOf(trades: TradeRows, keys: DebriefKeys): Gate[] {
  return DebriefGrouping.options.flatMap(grouping => {
    const wanted = keys[grouping]
    if (wanted === undefined) return []
    const { numbers, words } = trades.keys[grouping]
    return { numbers, isWanted: Uint8Array.from(words, word => (wanted.includes(word) ? 1 : 0)) }
  })
}
