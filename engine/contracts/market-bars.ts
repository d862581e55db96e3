/** The bars of one pair at one terminal, for a window that draws them. */
import { z } from 'zod'
import { Pair } from './pairs.ts'
import type { SessionSpan } from './pictures.ts'
import { EpochMs, TerminalId, type Points } from './primitives.ts'

export const MarketBarsQuery = z.object({
  kind: z.literal('marketBars'),
  terminal: TerminalId,
  pair: Pair,
  /**
   * How late it is at the terminal, by its market. Nothing behind that is told: a training ground that begins anew keeps the
   * minutes of its last run. Null: not known.
   */
  marketMs: EpochMs.nullable(),
})
export type MarketBarsQuery = z.infer<typeof MarketBarsQuery>

/** Prices are of the bid. */
export type MarketBar = Readonly<{
  openMs: EpochMs
  open: Points
  high: Points
  low: Points
  close: Points
}>

export type KeptBars = Readonly<{
  is: 'bars'
  digits: number
  frameMinutes: number
  /** Oldest first, one at least. */
  bars: readonly MarketBar[]
  /** When the newest minute that is kept was over: a bar that ends later is not whole. */
  untilMs: EpochMs
  sessions: readonly SessionSpan[]
}>

/** `none`: no minute of it is kept. */
export type MarketBars = KeptBars | Readonly<{ is: 'none' }>
