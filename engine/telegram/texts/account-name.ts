import type { AlertPlace } from '../../contracts/alerts.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { LinkView } from '../../contracts/views.ts'
import { oneLine } from './html.ts'

const KINDS: Readonly<Record<AccountKind, string>> = {
  simulated: 'SIMULATED',
  demo: 'demo',
  contest: 'contest',
  live: 'LIVE',
}

/** Brokers name themselves. */
const MOST_BROKER = 60

/** An account as every message names it, as in `IC Markets · demo · a3f9`: the broker, what kind of money, and its mark. */
export function accountName(place: AlertPlace | LinkView): string {
  const broker = oneLine(place.broker, MOST_BROKER)
  return 'accountMark' in place
    ? `${broker} · ${KINDS[place.kind]} · ${place.accountMark}`
    : `${broker} · ${KINDS[place.account]} · ${place.mark}`
}
