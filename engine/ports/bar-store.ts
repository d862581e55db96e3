import type { EpochMs } from '../contracts/primitives.ts'
import type { Pair } from '../contracts/pairs.ts'

/** A closed one-minute bar. Prices are points of the symbol, bid side; `ticks` is the tick count. */
export type StoredBar = Readonly<{
  openMs: EpochMs
  open: number
  high: number
  low: number
  close: number
  ticks: number
  spread: number
}>

/**
 * Closed M1 bars of market.db, which other timeframes are built from. `source` names where they came from (a terminal's
 * uuid, or "import:FILE"), and bars of different sources are never mixed in one answer. Bars can be made again, so a
 * power cut may lose the newest ones; writing a bar twice keeps the later one. The digits of the last write hold for
 * the whole series. Throws `StoreFault`.
 */
export interface BarStore {
  write(source: string, pair: Pair, digits: number, bars: readonly StoredBar[]): void
  /** The newest `max` bars at or after `fromMs`, oldest first. */
  read(source: string, pair: Pair, fromMs: EpochMs, max: number): readonly StoredBar[]
  newest(source: string, pair: Pair): EpochMs | null
  close(): void
}
