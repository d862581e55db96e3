import type { ResultFigures } from '../../contracts/proving.ts'
import { ShieldClass } from '../../contracts/vocabulary.ts'
import { shieldClassOf } from '../../domain/citadel/shield.ts'
import { civilFromDays, DAY_MS } from '../../domain/market/civil.ts'
import type { CandidateColumns } from '../candidates/candidates.ts'
import { PAIR_CODES, PLAN_CODES, REGIME_CODES, SESSION_CODES, SETUP_CODES } from '../candidates/codes.ts'

type By = ResultFigures['by']

/** Some of the trades that are summarised: `members` are places in their list. */
export type ResultGroup = Readonly<{ by: By; name: string; members: Int32Array }>

type Naming = Readonly<{ by: By; nameOf: (candidates: CandidateColumns, row: number) => string }>

const word = (words: readonly string[], code: number | undefined): string => words[code ?? 0] ?? 'unknown'

const NAMINGS: readonly Naming[] = [
  { by: 'all', nameOf: () => 'all' },
  { by: 'setup', nameOf: ({ setup }, row) => word(SETUP_CODES, setup[row]) },
  { by: 'plan', nameOf: ({ plan }, row) => word(PLAN_CODES, plan[row]) },
  { by: 'pair', nameOf: ({ pair }, row) => word(PAIR_CODES, pair[row]) },
  { by: 'session', nameOf: ({ session }, row) => word(SESSION_CODES, session[row]) },
  { by: 'regime', nameOf: ({ regime }, row) => word(REGIME_CODES, regime[row]) },
  { by: 'shield', nameOf: ({ shield }, row) => shieldClassOf(shield[row] as number) },
  { by: 'month', nameOf: ({ entryMs }, row) => monthOf(entryMs[row] as number) },
  { by: 'side', nameOf: ({ side }, row) => ((side[row] as number) > 0 ? 'buy' : 'sell') },
]

/** The groups that a candidate belongs to. */
export const groupsOf = (
  candidates: CandidateColumns,
  row: number,
): readonly Readonly<{ by: By; name: string }>[] =>
  NAMINGS.map(({ by, nameOf }) => ({ by, name: nameOf(candidates, row) }))

/** In the order of the words, months in theirs; groups without a trade are not there, except all together. */
export function resultGroups(candidates: CandidateColumns, rows: ArrayLike<number>): readonly ResultGroup[] {
  return NAMINGS.flatMap(({ by, nameOf }) => {
    const members = new Map<string, number[]>()
    if (by === 'all') members.set('all', [])
    for (let k = 0; k < rows.length; k++) {
      const name = nameOf(candidates, rows[k] as number)
      const before = members.get(name)
      if (before) before.push(k)
      else members.set(name, [k])
    }
    const names = [...members.keys()].sort((a, b) => placeOf(by, a) - placeOf(by, b) || (a < b ? -1 : 1))
    return names.map(name => ({ by, name, members: Int32Array.from(members.get(name) ?? []) }))
  })
}

const PLACES: Partial<Record<By, readonly string[]>> = {
  setup: SETUP_CODES,
  plan: PLAN_CODES,
  pair: PAIR_CODES,
  session: SESSION_CODES,
  regime: REGIME_CODES,
  shield: ShieldClass.options,
}

const placeOf = (by: By, name: string): number => PLACES[by]?.indexOf(name) ?? 0

/** 2018-01 */
function monthOf(utcMs: number): string {
  const { year, month } = civilFromDays(Math.floor(utcMs / DAY_MS))
  return `${year}-${String(month).padStart(2, '0')}`
}
