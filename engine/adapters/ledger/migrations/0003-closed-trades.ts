import type { Migration } from '../../sqlite/index.ts'

/**
 * What the screens ask for, read from the bodies and kept in one index, so that a year of results is drawn without
 * parsing a body. The columns are computed from the body and cannot differ from it.
 */
export const closedTrades: Migration = {
  version: 3,
  name: 'closed trades',
  up: database =>
    database.exec(`
      ALTER TABLE event ADD COLUMN trade_account TEXT AS (body ->> '$.trade.kind') VIRTUAL;
      ALTER TABLE event ADD COLUMN trade_close_ms INTEGER AS (body ->> '$.trade.closeMs') VIRTUAL;
      ALTER TABLE event ADD COLUMN trade_net_cents INTEGER AS (body ->> '$.trade.netCents') VIRTUAL;
      ALTER TABLE event ADD COLUMN trade_r REAL AS (body ->> '$.trade.r') VIRTUAL;

      CREATE INDEX closed_trade ON event (trade_account, seq, trade_close_ms, trade_net_cents, trade_r)
        WHERE kind = 'tradeClosed';
    `),
}
