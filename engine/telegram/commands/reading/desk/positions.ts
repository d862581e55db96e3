import type { WarRoomView } from '../../../../contracts/views.ts'
import type { OrderView, PositionView } from '../../../../contracts/open-trade-views.ts'
import { inPips, inR, lotsWritten } from '../../../../domain/words/figures.ts'
import { minuteOf, spanOf } from '../../../../domain/words/times.ts'
import type { Button } from '../../../reply.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { isAllSeen, notSeen } from '../parts/seen.ts'
import { linkOf, SIDE_WORDS, small, won } from '../parts/words.ts'

/** In full, and with buttons; the others are counted. */
const MOST = 10
const OVER: ReadonlySet<OrderView['state']> = new Set([
  'closed', 'rejected', 'denied', 'expired', 'cancelled', 'neverHappened', 'settled', 'filled', 'managed',
]) // prettier-ignore

export const positions = reading({
  name: 'positions',
  aliases: ['open', 'pos'],
  does: 'What is open, with stop, target and result so far, and orders on their way',
  group: 'desk',
  show: call => withView(call, view => positionsPage(view, call.chat.role === 'commander')),
})

function positionsPage(view: WarRoomView, mayTrade: boolean): Page {
  const open = view.positions.slice(0, MOST)
  const orders = view.orders.filter(({ state }) => !OVER.has(state)).slice(0, MOST)
  const hidden = view.positions.length - open.length
  return {
    html: lines(
      html`<b>Positions</b>: ${howMany(view)}`,
      isAllSeen(view) && view.positions.length === 0
        ? 'Nothing is open. A mission that is fired and filled stands here until it is closed.'
        : null,
      ...notSeen(view),
      ...open.flatMap(position => positionLines(view, position)),
      hidden > 0 ? `and ${hidden} more, which are not shown here.` : null,
      ...orders.map(orderLine),
    ),
    buttons: [
      ...open.filter(({ external }) => mayTrade && !external).map(handles),
      [leadsTo('Status', '/status'), leadsTo('Missions', '/missions')],
    ],
  }
}

function howMany(view: WarRoomView): string {
  const n = view.positions.length
  if (isAllSeen(view)) return `${n} open`
  return n === 0 ? 'not known' : `${n} on record`
}

function positionLines(view: WarRoomView, position: PositionView): (Html | string | null)[] {
  const { symbol, side, lots, open, now, stop, target, r, pips, netCents, external, lastSeenMs, terminal } =
    position
  const link = linkOf(view, terminal)
  return [
    html`\n<b>${symbol} ${SIDE_WORDS[side]} ${lots}</b> · #${position.position}${external ? ' · not ours' : ''}`,
    view.links.length > 1 && link !== null ? accountName(link) : null,
    `${open} → ${now ?? 'no price'}${pips === null ? '' : ` · ${inPips(pips)}`}`,
    `Stop ${stop ?? 'NONE'} · target ${target ?? 'none'}`,
    html`<b>${r === null ? 'R not known' : inR(r)}</b>, ${won(netCents, link?.currency ?? null)} · since ${minuteOf(position.openMs)} UTC`,
    lastSeenMs === null ? null : `Its terminal is not linked: as it was at ${minuteOf(lastSeenMs)} UTC.`,
  ]
}

function orderLine({ symbol, side, lots, state, text, waits, external }: OrderView): Html {
  const waiting =
    waits && ` at ${waits.price}${waits.leftMs === null ? '' : `, ${spanOf(waits.leftMs)} left`}`
  return html`\n<b>Order</b> ${symbol} ${SIDE_WORDS[side]} ${lotsWritten(lots)}${waiting ?? ''}: ${small(state.toUpperCase())}${external ? ', not ours' : ''}. ${text}`
}

const handles = ({ symbol, position }: PositionView): Button[] => [
  { label: `Close ${symbol}`, says: `/close ${position}` },
  { label: 'Break-even', says: `/be ${position}` },
]
