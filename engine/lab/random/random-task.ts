import type { Pair } from '../../contracts/pairs.ts'
import { pickColumns, type CandidateColumns } from '../candidates/candidates.ts'
import { PAIR_CODES } from '../candidates/codes.ts'
import type { Span } from '../walk-forward/windows.ts'

/** Random entries that are to be drawn beside candidates of one pair. */
export type RandomTask = Readonly<{
  pair: Pair
  candidates: CandidateColumns
  /** Which of them are in each set. */
  sets: readonly Readonly<{ name: string; members: Uint8Array }>[]
  /** Entries are drawn from minutes in it. */
  span: Span
  seed: number
}>

/** Some candidates, all of which have ended. */
type CandidateSet = Readonly<{ name: string; rows: Int32Array }>

/** A task for each pair that any of the sets has a candidate of, and the rows of its candidates among all. */
export function randomTasks(
  pairs: readonly Pair[],
  candidates: CandidateColumns,
  sets: readonly CandidateSet[],
  how: Pick<RandomTask, 'span' | 'seed'>,
): readonly Readonly<{ task: RandomTask; rows: Int32Array }>[] {
  const inSets = sets.map(({ name, rows }) => ({ name, members: new Set(rows) }))
  return pairs.flatMap(pair => {
    const rows = rowsOfPair(candidates, pair).filter(row => inSets.some(({ members }) => members.has(row)))
    if (rows.length === 0) return []
    const membersOf = (members: ReadonlySet<number>) =>
      Uint8Array.from(rows, row => (members.has(row) ? 1 : 0))
    const own = inSets.map(({ name, members }) => ({ name, members: membersOf(members) }))
    return [{ task: { pair, candidates: pickColumns(candidates, rows), sets: own, ...how }, rows }]
  })
}

export function rowsOfPair({ pair, length }: CandidateColumns, name: Pair): Int32Array {
  const code = PAIR_CODES.indexOf(name)
  return Int32Array.from({ length }, (_, row) => row).filter(row => pair[row] === code)
}
