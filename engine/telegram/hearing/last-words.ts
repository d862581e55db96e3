import { setImmediate as turn } from 'node:timers/promises'
import type { Delivery } from '../delivery/delivery.ts'
import { within } from '../delivery/within.ts'
import type { InHand } from './in-hand.ts'
import type { Listener } from './listener.ts'

/** For answers that have not come yet, and for saying those that have: the host waits about a second for the whole bot. */
const ANSWERS_MS = 300
const SAYING_MS = 500

/** Before the bot ends each chat that asked is answered, or told that no answer comes. `deaf`: nothing more is heard, which Telegram may take long to confirm. */
export async function lastWords(
  deaf: Promise<void>,
  inHand: Pick<InHand, 'idle'>,
  listener: Pick<Listener, 'end'>,
  delivery: Pick<Delivery, 'answered'>,
): Promise<void> {
  await within(
    ANSWERS_MS,
    deaf.then(() => inHand.idle()),
  )
  listener.end()
  await turn()
  await within(SAYING_MS, delivery.answered())
}
