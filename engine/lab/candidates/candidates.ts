import { FEATURE_COUNT } from '../../domain/venom/confidence/feature-names.ts'

/** What is kept of a candidate, a column each. Times are UTC ms, prices points, results R. */
const KINDS = {
  /** Place in PAIR_CODES, SETUP_CODES, PLAN_CODES, SESSION_CODES; in REGIME_CODES or NO_CODE. */
  pair: Uint8Array,
  setup: Uint8Array,
  plan: Uint8Array,
  session: Uint8Array,
  regime: Uint8Array,
  /** +1 of a long, −1 of a short. */
  side: Int8Array,
  /** Close of the bar that made it. */
  barMs: Float64Array,
  /** Open of the minute in which it was entered, and that minute's place in the tape. */
  entryMs: Float64Array,
  entryAt: Int32Array,
  timeExitMs: Float64Array,
  stop: Int32Array,
  target: Int32Array,
  /** At the entry. */
  spread: Int32Array,
  /** Driftless probability of the target: (1 − spread ÷ stop) ÷ (1 + R). */
  p0: Float64Array,
  /** Commission and usual slippage in R, which the value gate subtracts. */
  costR: Float64Array,
  /** Score of the shield, 0 to 10. */
  shield: Float64Array,
  /** Bits of the refusals that stood in the way at the entry, besides the value gate and the flood guard; see refusalsOf. */
  refused: Uint32Array,
  /** Place in ENDINGS, at 1× cost. */
  ending: Uint8Array,
  /** Open of the minute in which it ended; of an open one the last minute there is. */
  exitMs: Float64Array,
  /** 1 when the minute of its end held both stop and target, so that the stop was taken. */
  ambiguous: Uint8Array,
  /** Of the same trade without any cost. */
  gross: Float64Array,
  /** Played again with all costs 1, 1.5 and 2 times as high. */
  net1: Float64Array,
  net15: Float64Array,
  net2: Float64Array,
  /** As net1, had every ambiguous minute touched the target first. */
  net1Best: Float64Array,
  /** Furthest against and for the trade before the minute of its end, and its end: ≤ 0 and ≥ 0. */
  worst: Float64Array,
  best: Float64Array,
} as const

type Kinds = typeof KINDS
export type CandidateColumn = keyof Kinds
const NAMES = Object.keys(KINDS) as CandidateColumn[]

/** One candidate, a number a column. */
export type CandidateRow = Record<CandidateColumn, number>

/**
 * Candidates in columns, in the order of their entries. Row k has its features at k·FEATURE_COUNT of `features`, in the
 * order of FEATURE_NAMES; NaN where there were too few bars for one.
 */
export type Candidates = Readonly<
  { length: number; features: Float64Array } & { [Name in CandidateColumn]: InstanceType<Kinds[Name]> }
>

type Columns = { -readonly [Name in keyof Candidates]: Candidates[Name] }

function empty(capacity: number): Columns {
  const columns = NAMES.map(name => [name, new KINDS[name](capacity)])
  const features = new Float64Array(capacity * FEATURE_COUNT)
  return { ...(Object.fromEntries(columns) as Columns), length: 0, features }
}

export const featuresOf = ({ features }: Candidates, row: number): Float64Array =>
  features.subarray(row * FEATURE_COUNT, (row + 1) * FEATURE_COUNT)

/** Gathers candidates; its columns double when they are full. */
export class CandidateBook {
  #columns = empty(256)

  add(row: Readonly<CandidateRow>, features: Float64Array): void {
    const at = this.#columns.length
    if (at === this.#columns.barMs.length) this.#columns = resized(this.#columns, 2 * at)
    for (const name of NAMES) this.#columns[name][at] = row[name]
    this.#columns.features.set(features, at * FEATURE_COUNT)
    this.#columns.length = at + 1
  }

  /** Everything gathered, in columns of just its length. */
  take(): Candidates {
    return resized(this.#columns, this.#columns.length)
  }
}

function resized(columns: Candidates, capacity: number): Columns {
  const next = empty(capacity)
  for (const name of NAMES) next[name].set(columns[name].subarray(0, columns.length))
  next.features.set(columns.features.subarray(0, columns.length * FEATURE_COUNT))
  next.length = columns.length
  return next
}

/** Several pairs' candidates as one, by entry; at the same entry the pair, then the row that came first. */
export function joinCandidates(parts: readonly Candidates[]): Candidates {
  const rows = parts.flatMap((part, at) =>
    Array.from({ length: part.length }, (_, row) => ({ part: at, row })),
  )
  const source = (at: number): Candidates => parts[at] as Candidates
  const entry = ({ part, row }: { part: number; row: number }) => source(part).entryMs[row] as number
  const pair = ({ part, row }: { part: number; row: number }) => source(part).pair[row] as number
  rows.sort((a, b) => entry(a) - entry(b) || pair(a) - pair(b))
  const joined = empty(rows.length)
  rows.forEach(({ part, row }, at) => {
    const from = source(part)
    for (const name of NAMES) joined[name][at] = from[name][row] as number
    joined.features.set(featuresOf(from, row), at * FEATURE_COUNT)
  })
  joined.length = rows.length
  return joined
}

/** The rows for which `keep` is true, in their order. */
export function pickCandidates(candidates: Candidates, rows: ArrayLike<number>): Candidates {
  const picked = empty(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    for (const name of NAMES) picked[name][at] = candidates[name][row] as number
    picked.features.set(featuresOf(candidates, row), at * FEATURE_COUNT)
  }
  picked.length = rows.length
  return picked
}
