import type { Database } from 'better-sqlite3'
import type { StoredEvent } from '../../contracts/events.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import type { MissionSource } from '../../domain/missions-log/missions-page.ts'
import { COLUMNS, toRow, toStoredEvent, type RowInFile } from './event-rows.ts'
import { OF_A_MISSION } from './migrations/0008-missions.ts'

/** An id is made in the turn that stores its mission; a clock may be set in between. */
const SAME_TURN_MS = 60_000

/** Missions and their stories, each found by an index. */
export function missionRows(database: Database, file: string): MissionSource {
  const before = database.prepare<[string, number, number], RowInFile>(
    `SELECT ${COLUMNS} FROM event INDEXED BY mission WHERE ${OF_A_MISSION} AND kind = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
  )
  const story = database.prepare<[string, number], RowInFile>(
    `SELECT ${COLUMNS} FROM event INDEXED BY mission_story WHERE story = ? AND seq > ? ORDER BY seq`,
  )
  const packedBefore = database.prepare<[number, number], RowInFile>(
    `SELECT ${COLUMNS} FROM event INDEXED BY mission_without_story
     WHERE ${OF_A_MISSION} AND story IS NULL AND wall_ms BETWEEN ? AND ?`,
  )
  const stored = (rows: readonly RowInFile[]) => rows.map(row => toStoredEvent(toRow(row, file), file))

  function older(id: Ulid): StoredEvent[] {
    const madeMs = msOfUlid(id)
    return stored(packedBefore.all(madeMs - SAME_TURN_MS, madeMs + SAME_TURN_MS)).filter(
      ({ event }) =>
        (event.kind === 'missionIssued' || event.kind === 'missionRefused') && event.mission.id === id,
    )
  }

  return {
    missionsBefore: (kind, seq, most) => stored(before.all(kind, seq, most)),
    storyEvents: (id, after = 0) => {
      const events = stored(story.all(id, after))
      return after > 0 ||
        events.some(({ event }) => event.kind === 'missionIssued' || event.kind === 'missionRefused')
        ? events
        : [...older(id), ...events]
    },
  }
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Its first ten digits count milliseconds, in Crockford's base 32 (github.com/ulid/spec). */
const msOfUlid = (id: Ulid): number =>
  Array.from(id.slice(0, 10)).reduce((ms, digit) => ms * 32 + DIGITS.indexOf(digit), 0)
