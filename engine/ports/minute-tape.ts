import type { Pair } from '../contracts/pairs.ts'
import type { ServerTime } from '../contracts/server-time.ts'
import type { DataFault, SourceReport } from './tick-source.ts'

/**
 * Where the spreads of a tape come from. `bars`: told by the bars (MetaTrader writes the smallest of the minute).
 * `ticks`: the minute's first quote, which is what an entry at its open pays. `none`: the data holds bids only.
 */
export type SpreadSource = 'bars' | 'ticks' | 'none'

/**
 * The one-minute bars of one pair in columns, oldest first, one a minute, minutes without a quote left out. Prices are
 * bids and spreads asks minus bids, in points of `digits` digits; `openMs` is UTC. The columns are never written again.
 */
export type MinuteTape = Readonly<{
  pair: Pair
  digits: number
  length: number
  openMs: Float64Array
  open: Int32Array
  high: Int32Array
  low: Int32Array
  close: Int32Array
  /** 0 where the data does not tell. */
  ticks: Int32Array
  /** 0 everywhere when `spreadSource` is `none`. */
  spread: Int32Array
  spreadSource: SpreadSource
}>

/** What was read to make a tape, with everything that is wrong with it. */
export type TapeReport = Omit<SourceReport, 'ticks' | 'samples'> &
  Readonly<{
    pair: Pair
    files: readonly Readonly<{ name: string; sha256: string }>[]
    /** Rows that were taken: ticks where `spreadSource` is `ticks`, else bars. */
    rows: number
    /** Bars told a second time, and those of them that were told with another close. */
    repeated: number
    contradicted: number
    faults: readonly DataFault[]
  }>

/** Which files to make tapes of. */
export type TapeRequest = Readonly<{
  /** Paths and patterns with `*` and `?`. */
  files: readonly string[]
  pair: Pair
  /** Clock of files in a broker's server time; null to infer it from when their weeks begin. */
  serverTime: ServerTime | null
}>
