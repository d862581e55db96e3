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
const SERIES = 'SELECT id, source, pair FROM series ORDER BY source, pair'
const EXTENT = `
  SELECT count(*) AS minutes, min(open_ms) AS fromMs, max(open_ms) AS toMs FROM bar WHERE series = ?`
const DIGITS = 'SELECT digits FROM series WHERE source = ? AND pair = ?'

/** One series: how many minutes of it are kept, and when the first and the last of them opened. */
export type KeptSeries = Readonly<{
  source: string
  pair: Pair
  minutes: number
  fromMs: EpochMs
  toMs: EpochMs
}>
type Extent = Pick<KeptSeries, 'minutes'> & Readonly<{ fromMs: EpochMs | null; toMs: EpochMs | null }>

/** Reads `market.db` beside its writer. Throws `StoreFault`. */
export interface MarketReader {
  /** Closed minutes of one source that opened in [from, until), oldest first. */
  between(source: string, pair: Pair, fromMs: EpochMs, untilMs: EpochMs): readonly StoredBar[]
  /** The last closed minutes of one source that opened before, at most `most` and never more than six weeks of them, oldest first. */
  latest(source: string, pair: Pair, beforeMs: EpochMs, most: number): readonly StoredBar[]
  /** In which its prices are counted; null: nothing of it is kept. */
  digits(source: string, pair: Pair): number | null
  /** Every series that holds something, one at a time: counting the minutes of one takes some milliseconds. */
  series(): Iterable<KeptSeries>
  close(): void
}

const EMPTY: Extent = { minutes: 0, fromMs: null, toMs: null }

/** The engine must have made the file. */
export function openMarketReader({ file, binding }: DatabaseFile): MarketReader {
  const place: Place = { file, what: MARKET_SCHEMA.what, Fault: StoreFault }
  const database = openReadOnly({ file, binding, schema: MARKET_SCHEMA, Fault: StoreFault })
  const select = faulting(place, () => database.prepare<[string, Pair, EpochMs, EpochMs], StoredBar>(BETWEEN))
  const latest = faulting(place, () => database.prepare<[string, Pair, EpochMs, number], StoredBar>(LATEST))
  const digits = faulting(place, () => database.prepare<[string, Pair], number>(DIGITS).pluck())
  const series = faulting(place, () =>
    database.prepare<[], { id: number; source: string; pair: Pair }>(SERIES),
  )
  const extent = faulting(place, () => database.prepare<[number], Extent>(EXTENT))
  return {
    *series() {
      for (const { id, source, pair } of faulting(place, () => series.all())) {
        const { minutes, fromMs, toMs } = faulting(place, () => extent.get(id)) ?? EMPTY
        if (fromMs !== null && toMs !== null) yield { source, pair, minutes, fromMs, toMs }
      }
    },
    latest: (source, pair, beforeMs, most) =>
      faulting(place, () => latest.all(source, pair, beforeMs, Math.min(most, MOST)).reverse()),
    digits: (source, pair) => faulting(place, () => digits.get(source, pair)) ?? null,
    between: (...asked) => faulting(place, () => select.all(...asked)),
    close: () => database.close(),
  }
}
