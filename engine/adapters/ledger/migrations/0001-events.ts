import type { Migration } from '../../sqlite/index.ts'

/** The events themselves. Nothing can be changed, taken out or put in between, not even by a slip of our own. */
export const events: Migration = {
  version: 1,
  name: 'events',
  up: database =>
    database.exec(`
      CREATE TABLE event (
        seq INTEGER PRIMARY KEY CHECK (seq > 0),
        wall_ms INTEGER NOT NULL CHECK (wall_ms >= 0),
        body TEXT NOT NULL CHECK (json_valid(body)),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        kind TEXT AS (body ->> '$.kind') VIRTUAL
      ) STRICT;

      CREATE TRIGGER event_comes_last BEFORE INSERT ON event
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'an event comes after the last one'); END;

      CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

      CREATE TRIGGER event_never_goes BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    `),
}
