import type { Pair } from '../contracts/pairs.ts'

/**
 * A batch of ticks of several symbols in time order, in columns. `pair[i]` indexes `pairs`; bid and ask are points with
 * `digits[pair[i]]` digits; `timeMs` is UTC.
 */
export type TickColumns = Readonly<{
  length: number
  timeMs: Float64Array
  pair: Uint8Array
  bid: Int32Array
  ask: Int32Array
}>

/** Something wrong in the data: counted by code, the first ones kept with their place. */
export type DataFault = Readonly<{ code: string; where: string; text: string }>

export type SourceReport = Readonly<{
  ticks: number
  /** Rows that were left out, by code: OUT_OF_ORDER, DUPLICATE, CROSSED, BAD_PRICE … */
  dropped: Readonly<Record<string, number>>
  /** Silences of an hour or more outside the week-end, by pair. */
  gaps: readonly Readonly<{ pair: Pair; fromMs: number; toMs: number }>[]
  samples: readonly DataFault[]
}>

/** Ticks from files or from a generator, in time order. */
export interface TickSource {
  readonly pairs: readonly Pair[]
  readonly digits: readonly number[]
  batches(): AsyncIterable<TickColumns>
  /** Complete when `batches` has ended. */
  report(): SourceReport
}
