import type { Migration } from '../../sqlite/index.ts'

/** Closed M1 bars by series: one pair from one source. Without a row id a series lies on disk in time order. */
export const bars: Migration = {
  version: 1,
  name: 'bars',
  up: database =>
    database.exec(`
      CREATE TABLE series (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        pair TEXT NOT NULL,
        digits INTEGER NOT NULL CHECK (digits BETWEEN 0 AND 8),
        UNIQUE (source, pair)
      ) STRICT;

      CREATE TABLE bar (
        series INTEGER NOT NULL REFERENCES series (id),
        open_ms INTEGER NOT NULL CHECK (open_ms % 60000 = 0),
        open INTEGER NOT NULL,
        high INTEGER NOT NULL CHECK (high >= max(open, close)),
        low INTEGER NOT NULL CHECK (low > 0 AND low <= min(open, close)),
        close INTEGER NOT NULL,
        ticks INTEGER NOT NULL CHECK (ticks >= 0),
        spread REAL NOT NULL CHECK (spread >= 0),
        PRIMARY KEY (series, open_ms)
      ) STRICT, WITHOUT ROWID;
    `),
}
