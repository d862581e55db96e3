import type { Alert } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Reply } from '../reply.ts'
import { html, lines } from './html.ts'

/** `back`: Telegram was out of reach. `quiet`: kinds that are told together. */
export type DigestSpan = Readonly<{
  why: 'back' | 'quiet'
  fromMs: EpochMs
  toMs: EpochMs
  /** Alerts of that time that are not among those given. */
  more: number
}>

/** Many alerts in one message, without a sound: first what still is true, then what is over. */
export function digestReply(alerts: readonly Alert[], span: DigestSpan): Reply {
  return {
    html: lines(
      html`<b>${span.why === 'back' ? 'Back. Here is what you missed' : 'Digest'}</b>`,
      ...alerts.map(({ fact }) => fact.kind),
    ),
    isSilent: true,
  }
}
