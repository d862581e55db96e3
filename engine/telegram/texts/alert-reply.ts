import type { Alert } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Reply } from '../reply.ts'
import { accountName } from './account-name.ts'
import { html, lines } from './html.ts'

/** When it is told, on the computer's clock, and the currency of its account where that is known. */
export type Telling = Readonly<{ nowMs: EpochMs; currency?: string | null }>

/** An alert as a chat reads it, whole: the same alert's next edition replaces it. */
export function alertReply(alert: Alert, _telling: Telling): Reply {
  return { html: lines(html`<b>${alert.fact.kind}</b>`, alert.at && accountName(alert.at)) }
}
