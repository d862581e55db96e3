import { applicationIdOf, type Schema } from '../sqlite/index.ts'
import { questions } from './migrations/0001-questions.ts'

export const LAB_SCHEMA: Schema = {
  what: 'lab store',
  applicationId: applicationIdOf('BTLB'),
  migrations: [questions],
}
