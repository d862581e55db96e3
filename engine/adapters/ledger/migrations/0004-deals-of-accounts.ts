import type { Migration } from '../../sqlite/index.ts'

/**
 * Two accounts of one terminal may number their deals alike, and a fill of the second must not be refused for one of the first.
 * Its order, position and price never change, so with them a ticket is one fill still, however often it is told.
 */
export const dealsOfAccounts: Migration = {
  version: 4,
  name: 'deals of accounts',
  up: database =>
    database.exec(`
      DROP INDEX deal_once;
      CREATE UNIQUE INDEX deal_once
        ON event (
          body ->> '$.terminal', body ->> '$.deal.deal', body ->> '$.deal.order', body ->> '$.deal.position',
          body ->> '$.deal.price'
        )
        WHERE kind = 'dealDone';
    `),
}
