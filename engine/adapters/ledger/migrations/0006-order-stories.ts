import type { Migration } from '../../sqlite/index.ts'

/** What the story of an order is made of: one event in ten, found without reading the other nine. */
export const OF_A_STORY = `kind IN (
  'terminalLinked', 'orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'stopChanged', 'modifyRequested', 'modifyAnswered'
)`

export const orderStories: Migration = {
  version: 6,
  name: 'order stories',
  up: database => database.exec(`CREATE INDEX order_story ON event (seq) WHERE ${OF_A_STORY}`),
}
