import { applicationIdOf, type Schema } from '../sqlite/index.ts'
import { bars } from './migrations/0001-bars.ts'

export const MARKET_SCHEMA: Schema = {
  what: 'market store',
  applicationId: applicationIdOf('BTMK'),
  migrations: [bars],
}
