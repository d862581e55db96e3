import { applicationIdOf, type Schema } from '../sqlite/index.ts'
import { events } from './migrations/0001-events.ts'
import { dealsOnce } from './migrations/0002-deals-once.ts'
import { closedTrades } from './migrations/0003-closed-trades.ts'
import { dealsOfAccounts } from './migrations/0004-deals-of-accounts.ts'
import { packedEvents } from './migrations/0005-packed-events.ts'
import { orderStories } from './migrations/0006-order-stories.ts'
import { record } from './migrations/0007-record.ts'
import { missions } from './migrations/0008-missions.ts'
import { alerts } from './migrations/0009-alerts.ts'

export const LEDGER_SCHEMA: Schema = {
  what: 'ledger',
  applicationId: applicationIdOf('BTLG'),
  migrations: [
    events,
    dealsOnce,
    closedTrades,
    dealsOfAccounts,
    packedEvents,
    orderStories,
    record,
    missions,
    alerts,
  ],
}
