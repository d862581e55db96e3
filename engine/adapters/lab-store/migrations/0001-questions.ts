import type { Migration } from '../../sqlite/index.ts'

/**
 * A question is a try, whatever the seed; an answer belongs to a question and a seed. Pieces are kept by their key alone.
 */
export const questions: Migration = {
  version: 1,
  name: 'questions',
  up: database =>
    database.exec(`
      CREATE TABLE question (
        trial INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        engine TEXT NOT NULL,
        data_hash TEXT NOT NULL,
        settings TEXT NOT NULL CHECK (json_valid(settings)),
        asked_ms INTEGER NOT NULL,
        UNIQUE (kind, engine, data_hash, settings)
      ) STRICT;

      CREATE TABLE answer (
        trial INTEGER NOT NULL REFERENCES question (trial),
        seed INTEGER NOT NULL,
        body TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        answered_ms INTEGER NOT NULL,
        PRIMARY KEY (trial, seed)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE piece (
        key TEXT PRIMARY KEY,
        bytes BLOB NOT NULL,
        sha256 TEXT NOT NULL,
        made_ms INTEGER NOT NULL
      ) STRICT;
    `),
}
