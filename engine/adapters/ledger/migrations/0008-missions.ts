import type { Migration } from '../../sqlite/index.ts'

/** Where a mission begins: its own event. */
export const OF_A_MISSION = `kind IN ('missionIssued', 'missionRefused')`

/** Ghosts are many, one for nearly every proposal: they have an index of their own, so that only their report reads them. */
export const A_GHOST = `kind = 'ghostEnded'`

/**
 * The log of missions is read off the table: `story` is the mission that an event is about, so that a whole story is found without
 * reading another one. A mission that was packed before does not say its id in its body; its own event is found by when it was stored,
 * which its id tells.
 */
export const missions: Migration = {
  version: 8,
  name: 'missions',
  up: database =>
    database.exec(`
      ALTER TABLE event ADD COLUMN story TEXT AS (
        coalesce(body ->> '$.trace', CASE json_type(body, '$.mission') WHEN 'text' THEN body ->> '$.mission' END)
      ) VIRTUAL;

      CREATE INDEX mission_story ON event (story, seq) WHERE story IS NOT NULL;
      CREATE INDEX mission ON event (kind, seq) WHERE ${OF_A_MISSION};
      CREATE INDEX ghost ON event (seq) WHERE ${A_GHOST};
      CREATE INDEX mission_without_story ON event (wall_ms) WHERE ${OF_A_MISSION} AND story IS NULL;
    `),
}
