import type { Pair } from '../../contracts/pairs.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { StoredBar } from '../../ports/bar-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { faulting, openReadOnly, type DatabaseFile, type Place } from '../sqlite/index.ts'
import { MARKET_SCHEMA } from './market-schema.ts'

/** Six weeks of minutes: a trade that was held for longer is drawn without its end. */
const MOST = 60_000

const BETWEEN = `
  SELECT open_ms AS openMs, open, high, low, close, ticks, spread
  FROM bar JOIN series ON series.id = bar.series
  WHERE source = ? AND pair = ? AND open_ms >= ? AND open_ms < ? ORDER BY open_ms LIMIT ${MOST}`

const LATEST = `
  SELECT open_ms AS openMs, open, high, low, close, ticks, spread
  FROM bar JOIN series ON series.id = bar.series
  WHERE source = ? AND pair = ? AND open_ms < ? ORDER BY open_ms DESC LIMIT ?`
const DIGITS = 'SELECT digits FROM series WHERE source = ? AND pair = ?'

/** Reads `market.db` beside its writer. Throws `StoreFault`. */
export interface MarketReader {
  /** Closed minutes of one source that opened in [from, until), oldest first. */
  between(source: string, pair: Pair, fromMs: EpochMs, untilMs: EpochMs): readonly StoredBar[]
  /** The last closed minutes of one source that opened before, at most `most` and never more than six weeks of them, oldest first. */
  latest(source: string, pair: Pair, beforeMs: EpochMs, most: number): readonly StoredBar[]
  /** In which its prices are counted; null: nothing of it is kept. */
  digits(source: string, pair: Pair): number | null
  close(): void
}

/** The engine must have made the file. */
export function openMarketReader({ file, binding }: DatabaseFile): MarketReader {
  const place: Place = { file, what: MARKET_SCHEMA.what, Fault: StoreFault }
  const database = openReadOnly({ file, binding, schema: MARKET_SCHEMA, Fault: StoreFault })
  const select = faulting(place, () => database.prepare<[string, Pair, EpochMs, EpochMs], StoredBar>(BETWEEN))
  const latest = faulting(place, () => database.prepare<[string, Pair, EpochMs, number], StoredBar>(LATEST))
  const digits = faulting(place, () => database.prepare<[string, Pair], number>(DIGITS).pluck())
  return {
    latest: (source, pair, beforeMs, most) =>
      faulting(place, () => latest.all(source, pair, beforeMs, Math.min(most, MOST)).reverse()),
    digits: (source, pair) => faulting(place, () => digits.get(source, pair)) ?? null,
    between: (...asked) => faulting(place, () => select.all(...asked)),
    close: () => database.close(),
  }
}
