import type { Migration } from '../../sqlite/index.ts'

/** A second net under the engine's own check: one deal ticket of one terminal is one fill, however often it is told. */
export const dealsOnce: Migration = {
  version: 2,
  name: 'deals once',
  up: database =>
    database.exec(`
      CREATE UNIQUE INDEX deal_once ON event (body ->> '$.terminal', body ->> '$.deal.deal')
        WHERE kind = 'dealDone';
    `),
}
