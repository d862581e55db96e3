import type { Pair } from '../contracts/pairs.ts'
import type { ServerTime } from '../contracts/server-time.ts'
import type { DataFault, SourceReport } from './tick-source.ts'

/**
 * Where the spreads of a tape come from. `bars`: told by the bars (MetaTrader writes the smallest of the minute).
 * `ticks`: the minute's first quote, which is what an entry at its open pays. `none`: the data holds bids only, or its oldest
 * stretch does: MetaTrader's old years often tell a spread of 0.
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
  /** Nothing to go by when `spreadSource` is `none`. */
  spread: Int32Array
  spreadSource: SpreadSource
}>

/**
 * Years of minutes come in stretches, so that what is in memory does not grow with them. The first `own` minutes of the tape are
 * the stretch's; those after them are told again by the next one, and only show how trades of this one end.
 */
export type TapeStretch = Readonly<{
  tape: MinuteTape
  own: number
  /** How many minutes were told before the first of this tape. */
  before: number
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
