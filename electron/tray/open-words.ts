import type { LinkView, WarRoomView } from '../../engine/contracts/views.ts'
import type { PositionView } from '../../engine/contracts/open-trade-views.ts'

/** What is open and what it would come to now, a line for each account; none where nothing is open. Money of accounts is never summed. */
export function openWords({ links, positions }: Pick<WarRoomView, 'links' | 'positions'>): string[] {
  return links.flatMap(link => {
    const open = positions.filter(({ terminal }) => terminal === link.terminal)
    return open.length === 0 ? [] : [lineOf(link, open, links.length > 1)]
  })
}

function lineOf({ kind, currency }: LinkView, open: readonly PositionView[], isOneOfMany: boolean): string {
  const head = `${isOneOfMany ? `${kind}: ` : ''}${open.length} open`
  if (open.some(({ lastSeenMs }) => lastSeenMs !== null)) return `${head}, as last seen`
  const cents = open.reduce((sum, { netCents }) => sum + netCents, 0)
  return `${head}, ${cents < 0 ? '−' : '+'}${(Math.abs(cents) / 100).toFixed(2)}${currency === null ? '' : ` ${currency}`}`
}
