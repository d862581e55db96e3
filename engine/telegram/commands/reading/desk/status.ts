import type { GuardView, LinkView, WarRoomView } from '../../../../contracts/views.ts'
import type { PositionView } from '../../../../contracts/open-trade-views.ts'
import { counted, inR } from '../../../../domain/words/figures.ts'
import { minuteOf, spanOf } from '../../../../domain/words/times.ts'
import { isSeen } from '../../../../domain/words/unseen.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { guardName, sessionWords } from '../../../texts/words.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { isDayKnown, withoutStop } from '../parts/seen.ts'
import { ago, amount, linkOf, shownLink, SIDE_WORDS, won } from '../parts/words.ts'

const MOST_OPEN = 6

export const status = reading({
  name: 'status',
  aliases: ['st', 'count'],
  does: 'One screen: link, account, selector, guards, what is open, and the day',
  group: 'desk',
  show: call => withView(call, statusPage),
})

function statusPage(view: WarRoomView): Page {
  const { fire, positions } = view
  return {
    html: lines(
      html`<b>Status</b>${headOf(view)}`,
      clockLine(view),
      ...linkLines(view),
      ...accountLines(view),
      html`<b>${fire.selector}${fire.paused ? ', PAUSED' : ''}</b>${fire.paused ? ': no new trade until /resume' : ''}${shotsText(view)}`,
      view.links.length === 0
        ? 'What is open, which missions wait and which guards stand is known once a terminal is linked.'
        : openText(view),
      ...positions.slice(0, MOST_OPEN).map(position => positionLine(view, position)),
      positions.length > MOST_OPEN ? `and ${positions.length - MOST_OPEN} more: /positions` : null,
      ...(view.links.length === 0 ? [] : guardLines(fire.guards)),
    ),
    buttons: [
      [leadsTo('Positions', '/positions'), leadsTo('Missions', '/missions')],
      [leadsTo('Guards', '/guards'), leadsTo('Risk', '/risk')],
    ],
  }
}

function headOf(view: WarRoomView): string {
  const link = shownLink(view)
  return link === null ? '' : ` · ${accountName(link)}`
}

const clockLine = ({ marketMs, session }: WarRoomView): string =>
  marketMs === null ? 'No market time yet' : `${minuteOf(marketMs)} UTC · ${sessionWords[session]}`

function linkLines(view: WarRoomView): (Html | string | null)[] {
  const { links, computer } = view
  if (links.length === 0) return [html`<b>No terminal is linked.</b>`, computer.problem, computer.nextStep]
  return links.flatMap(link => [linkLine(link, links.length > 1), link.problem, link.nextStep])
}

function linkLine(link: LinkView, isOneOfSeveral: boolean): string {
  const state = link.state === 'live' ? `Linked, ${link.armed ? 'armed' : 'NOT armed'}` : 'LINK DOWN'
  return `${isOneOfSeveral ? `${accountName(link)}: ` : ''}${state}, beat ${ago(link.beatAgeMs, 'none yet')}`
}

function accountLines(view: WarRoomView): string[] {
  const { account, fire } = view
  if (account === null) return ['The terminal has told no account yet, so nothing is fired.']
  const { balanceCents, equityCents, currency } = account
  const limit = fire.lossLimitCents === null ? '' : ` of ${amount(fire.lossLimitCents, currency)}`
  const lost = `Lost today ${amount(fire.lossTodayCents, currency)}${limit}`
  const risk = withoutStop(view).length > 0 ? 'not known' : amount(fire.openRiskCents, currency)
  return [
    `Equity ${amount(equityCents, currency)}, balance ${amount(balanceCents, currency)}`,
    isDayKnown(view) ? `${lost}, open risk ${risk}` : `Open risk ${risk}`,
  ]
}

const shotsText = (view: WarRoomView): string =>
  isDayKnown(view) ? ` · shots today ${view.fire.shotsToday} of ${view.fire.shotsLimit}` : ''

function openText(view: WarRoomView): string {
  const { fire, missions, links } = view
  const pending = missions.filter(({ state }) => state === 'pending').length
  const open = `Open ${fire.openTrades} of ${fire.openLimit}${links.every(isSeen) ? '' : ' by the record'}`
  return `${open} · ${counted(pending, 'mission')} pending`
}

function positionLine(
  view: WarRoomView,
  { symbol, side, lots, r, netCents, external, lastSeenMs, terminal }: PositionView,
): string {
  const currency = linkOf(view, terminal)?.currency ?? null
  const marks = `${external ? ', not ours' : ''}${lastSeenMs === null ? '' : ', link lost: as it was'}`
  return `${symbol} ${SIDE_WORDS[side]} ${lots}: ${r === null ? '' : `${inR(r)}, `}${won(netCents, currency)}${marks}`
}

function guardLines(guards: readonly GuardView[]): (Html | string)[] {
  if (guards.length === 0) return ['No guard stands.']
  return guards.map(
    ({ guard, blocks, leftMs }) =>
      html`<b>${guardName(guard)}</b>: ${blocks ? 'holds fire' : 'warns'}${leftMs === null ? '' : `, ${spanOf(leftMs)} left`}`,
  )
}
