import type { Database } from 'better-sqlite3'
import type { GhostLine } from '../../domain/debrief/ghosts/ghost-book.ts'
import { A_GHOST } from './migrations/0008-missions.ts'

export type GhostRow = GhostLine & Readonly<{ seq: number }>
export type GhostRows = (after: number, most: number) => readonly GhostRow[]

/** Columns of `GhostRow`, as they lie in the body; `why` is a JSON list. */
type RowInFile = Omit<GhostRow, 'why'> & Readonly<{ why: string }>

/** What of each ghost is summed up, read off the rows without parsing a body: there are tens of thousands a year. */
export function ghostRows(database: Database): GhostRows {
  const page = database.prepare<[number, number], RowInFile>(
    `SELECT seq, body ->> '$.account' AS account, body ->> '$.endedMs' AS endedMs, body ->> '$.r' AS r,
            body ->> '$.notTaken' AS notTaken, body -> '$.why' AS why, body ->> '$.by' AS "by",
            body ->> '$.outcome' AS outcome, body ->> '$.p' AS p
     FROM event INDEXED BY ghost WHERE ${A_GHOST} AND seq > ? ORDER BY seq LIMIT ?`,
  )
  return (after, most) =>
    page.all(after, most).map(({ why, ...row }) => ({ ...row, why: JSON.parse(why) as string[] }))
}
