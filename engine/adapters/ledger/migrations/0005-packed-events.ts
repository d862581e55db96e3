import type { Migration } from '../../sqlite/index.ts'

/** Room for a text that is packed (packing/pack.ts). What was stored before stays as it is. */
export const packedEvents: Migration = {
  version: 5,
  name: 'packed events',
  up: database => database.exec('ALTER TABLE event ADD COLUMN packed BLOB'),
}
