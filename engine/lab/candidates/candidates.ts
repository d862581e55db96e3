import { FEATURE_COUNT } from '../../domain/venom/confidence/feature-names.ts'
import type { FeatureRows } from '../../domain/venom/confidence/feature-rows.ts'
import type { Asked } from '../../domain/venom/confidence/outlook.ts'
import type { FeatureSink } from '../../ports/feature-sink.ts'
import { PAIR_CODES, PLAN_CODES } from './codes.ts'
import { JoinedRows, PickedRows } from './joined-rows.ts'
import { MemorySink } from './memory-sink.ts'

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
  /** 1 when every feature is a number; where there were too few bars for one it is NaN. */
  told: Uint8Array,
} as const

type Kinds = typeof KINDS
export type CandidateColumn = keyof Kinds
const NAMES = Object.keys(KINDS) as CandidateColumn[]
const ROW_NAMES = NAMES.filter(name => name !== 'told')

/** One candidate, a number a column; the last one follows from its features. */
export type CandidateRow = Record<Exclude<CandidateColumn, 'told'>, number>

/** Candidates in columns, in the order of their entries. */
export type CandidateColumns = Readonly<
  { length: number } & { [Name in CandidateColumn]: InstanceType<Kinds[Name]> }
>

/**
 * The same with their features, in the order of FEATURE_NAMES. The columns of years fit into memory and the features, two thirds
 * of it all, do not: they may lie in a file.
 */
export type Candidates = CandidateColumns & Readonly<{ features: FeatureRows }>

type Columns = { -readonly [Name in keyof CandidateColumns]: CandidateColumns[Name] }

type ColumnKind = Readonly<{ BYTES_PER_ELEMENT: number }> &
  (new (memory: ArrayBufferLike) => InstanceType<Kinds[CandidateColumn]>)

function empty(
  capacity: number,
  Memory: typeof ArrayBuffer | typeof SharedArrayBuffer = ArrayBuffer,
): Columns {
  const columns = NAMES.map(name => {
    const Kind: ColumnKind = KINDS[name]
    return [name, new Kind(new Memory(capacity * Kind.BYTES_PER_ELEMENT))]
  })
  return { ...(Object.fromEntries(columns) as Columns), length: 0 }
}

/** Good until another row is asked for. */
export function featuresOf({ features }: Candidates, row: number): Float64Array {
  const from = features.begin(row)
  // Those of candidates are told to the last digit wherever they lie.
  return features.values.subarray(from, from + FEATURE_COUNT) as Float64Array
}

/** What a model is asked about the row. */
export const askedOf = (candidates: Candidates, row: number): Asked => ({
  pair: PAIR_CODES[candidates.pair[row] as number] as Asked['pair'],
  plan: PLAN_CODES[candidates.plan[row] as number] as Asked['plan'],
  p0: candidates.p0[row] as number,
  features: featuresOf(candidates, row),
})

/** Gathers candidates; its columns double when they are full. */
export class CandidateBook {
  #columns = empty(256)
  readonly #features: FeatureSink

  constructor(features: FeatureSink = new MemorySink(FEATURE_COUNT, Float64Array)) {
    this.#features = features
  }

  add(row: Readonly<CandidateRow>, features: Float64Array): void {
    const at = this.#columns.length
    if (at === this.#columns.barMs.length) this.#columns = resized(this.#columns, 2 * at)
    for (const name of ROW_NAMES) this.#columns[name][at] = row[name]
    this.#columns.told[at] = features.every(Number.isFinite) ? 1 : 0
    this.#features.add(features)
    this.#columns.length = at + 1
  }

  /** What was gathered so far, without a copy: good until more comes. */
  get sofar(): CandidateColumns {
    return this.#columns
  }

  /** Everything gathered; the book is of no use after that. */
  take(): Candidates {
    const { length } = this.#columns
    const columns = NAMES.map(name => [name, this.#columns[name].subarray(0, length)])
    return { ...(Object.fromEntries(columns) as Columns), length, features: this.#features.end() }
  }
}

function resized(columns: CandidateColumns, capacity: number): Columns {
  const next = empty(capacity)
  for (const name of NAMES) next[name].set(columns[name].subarray(0, columns.length))
  next.length = columns.length
  return next
}

/**
 * Several pairs' candidates as one, by entry; at the same entry the pair, then the row that came first. Their columns lie in
 * memory that workers share, so that whoever is sent them has no copy; their features stay where they are.
 */
export function joinCandidates(parts: readonly Candidates[]): Candidates {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const [partOf, rowOf, entryMs] = [new Uint8Array(length), new Uint32Array(length), new Float64Array(length)]
  let next = 0
  parts.forEach((part, at) => {
    for (let row = 0; row < part.length; row++, next++) {
      partOf[next] = at
      rowOf[next] = row
      entryMs[next] = part.entryMs[row] as number
    }
  })
  const pairs = parts.map(({ pair }) => pair[0] ?? 0)
  const pairAt = (k: number): number => pairs[partOf[k] as number] as number
  const order = Uint32Array.from({ length }, (_, k) => k)
  order.sort((a, b) => (entryMs[a] as number) - (entryMs[b] as number) || pairAt(a) - pairAt(b) || a - b)
  const joined = empty(length, SharedArrayBuffer)
  order.forEach((k, at) => copyRow(parts[partOf[k] as number] as Candidates, rowOf[k] as number, joined, at))
  joined.length = length
  const partsInOrder = new Uint8Array(new SharedArrayBuffer(length))
  const rowsInOrder = new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
  order.forEach((k, at) => {
    partsInOrder[at] = partOf[k] as number
    rowsInOrder[at] = rowOf[k] as number
  })
  const features = parts.map(part => part.features)
  return { ...joined, features: new JoinedRows(features, partsInOrder, rowsInOrder) }
}

/** These rows, in their order; their features stay where they are. */
export const pickCandidates = (candidates: Candidates, rows: ArrayLike<number>): Candidates => ({
  ...pickColumns(candidates, rows),
  features: new PickedRows(candidates.features, rows),
})

/** The same without their features. */
export function pickColumns(candidates: CandidateColumns, rows: ArrayLike<number>): CandidateColumns {
  const picked = empty(rows.length)
  for (let at = 0; at < rows.length; at++) copyRow(candidates, rows[at] as number, picked, at)
  picked.length = rows.length
  return picked
}

function copyRow(from: CandidateColumns, row: number, into: Columns, at: number): void {
  for (const name of NAMES) into[name][at] = from[name][row] as number
}
