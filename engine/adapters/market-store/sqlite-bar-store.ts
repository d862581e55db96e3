import type { Database } from 'better-sqlite3'
import type { Pair } from '../../contracts/pairs.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { BarStore, StoredBar } from '../../ports/bar-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { faulting, openDatabase, type DatabaseFile, type Place } from '../sqlite/index.ts'
import { MARKET_SCHEMA } from './market-schema.ts'
import { seriesToWrite } from './series.ts'

const INSERT = `
  INSERT OR REPLACE INTO bar (series, open_ms, open, high, low, close, ticks, spread)
  VALUES (@series, @openMs, @open, @high, @low, @close, @ticks, @spread)`

const SELECT = `
  SELECT open_ms AS openMs, open, high, low, close, ticks, spread
  FROM bar JOIN series ON series.id = bar.series
  WHERE source = ? AND pair = ? AND open_ms >= ? ORDER BY open_ms DESC LIMIT ?`

const NEWEST = `
  SELECT max(open_ms) FROM bar JOIN series ON series.id = bar.series WHERE source = ? AND pair = ?`

/** Opens `market.db`, or creates it. Throws `StoreFault` when the file is newer, locked, damaged or not ours. */
export function openMarketStore({ file, binding }: DatabaseFile): BarStore {
  const place: Place = { file, what: MARKET_SCHEMA.what, Fault: StoreFault }
  const database = openDatabase({
    file,
    binding,
    schema: MARKET_SCHEMA,
    synchronous: 'NORMAL',
    Fault: StoreFault,
  })
  return faulting(place, () => storeOver(database, place))
}

function storeOver(database: Database, place: Place): BarStore {
  const insert = database.prepare<StoredBar & { series: number }>(INSERT)
  const select = database.prepare<[string, Pair, EpochMs, number], StoredBar>(SELECT)
  const newest = database.prepare<[string, Pair], number | null>(NEWEST).pluck()
  const write = database.transaction(
    (source: string, pair: Pair, digits: number, bars: readonly StoredBar[]) => {
      const series = seriesToWrite(database, source, pair, digits)
      for (const bar of bars) insert.run({ ...bar, series })
    },
  )
  return {
    write: (source, pair, digits, bars) => faulting(place, () => write.immediate(source, pair, digits, bars)),
    read: (source, pair, fromMs, max) =>
      faulting(place, () => select.all(source, pair, fromMs, max).reverse()),
    newest: (source, pair) => {
      const openMs = faulting(place, () => newest.get(source, pair)) ?? null
      return openMs === null ? null : EpochMs.parse(openMs)
    },
    close: () => database.close(),
  }
}
