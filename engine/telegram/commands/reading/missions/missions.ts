import type { MissionEntry } from '../../../../contracts/mission-log.ts'
import type { AccountKind } from '../../../../contracts/primitives.ts'
import type { QueryAnswer } from '../../../../contracts/queries.ts'
import type { MissionView, WarRoomView } from '../../../../contracts/views.ts'
import { inR } from '../../../../domain/words/figures.ts'
import { spanOf } from '../../../../domain/words/times.ts'
import type { Button } from '../../../reply.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { linkOf, small } from '../parts/words.ts'
import { isDecided, lastMissions } from './decided.ts'
import { shortId } from './mission-id.ts'
import { planHead, priceLine, worthLine } from './plan-lines.ts'

const MOST_PENDING = 6
const MOST_OTHERS = 8

export const missions = reading({
  name: 'missions',
  aliases: ['signals'],
  does: 'Missions that wait for a decision, and what became of the last ones',
  group: 'trading',
  show: call =>
    withView(call, async view =>
      missionsPage(view, await lastMissions(call, view.kind), call.chat.role === 'commander'),
    ),
})

function missionsPage(view: WarRoomView, recorded: QueryAnswer<'missionsPage'>, mayTrade: boolean): Page {
  const pending = view.missions.filter(({ state }) => state === 'pending')
  const others = decidedLines(view, recorded).slice(0, MOST_OTHERS)
  const shown = pending.slice(0, MOST_PENDING)
  return {
    html: lines(
      html`<b>Missions</b>: ${view.links.length === 0 ? 'not known' : `${pending.length} pending`}`,
      pending.length === 0 ? whyNone(view) : null,
      ...shown.flatMap(mission => pendingLines(view, mission)),
      pending.length > shown.length ? `and ${pending.length - shown.length} more pending.` : null,
      others.length === 0 ? null : html`\n<b>Decided</b>`,
      ...others,
      recorded.is === 'failed' ? `What was decided before cannot be read now: ${recorded.text}` : null,
    ),
    buttons: [
      ...shown.map(mission => buttonsOf(mission, mayTrade)),
      [leadsTo('Status', '/status'), leadsTo('Ghosts', '/ghosts')],
    ],
  }
}

function whyNone({ links, refusals, session }: WarRoomView): string {
  if (links.length === 0) return 'No terminal is linked, so no market is watched. /link says what to do.'
  if (session === 'CLOSED') return 'The market is closed.'
  const [last] = refusals
  if (last === undefined)
    return 'No setup has shown itself. A mission is issued only when it is worth more than it costs.'
  return `The last setup was refused: ${last.pair} ${last.setup}. ${last.reasons.join(' ')}`
}

function pendingLines(view: WarRoomView, { mission, leftMs, shot }: MissionView): (Html | string | null)[] {
  const link = linkOf(view, mission.terminal)
  return [
    html`\n${planHead(mission)}`,
    view.links.length > 1 && link !== null ? accountName(link) : null,
    priceLine(mission),
    worthLine(mission),
    `${spanOf(leftMs)} left${shot === null ? ', would be DENIED now' : ''} · id ${shortId(mission.id)}`,
  ]
}

/** What is under way first, as the view has it, then the newest of the record. */
function decidedLines(view: WarRoomView, recorded: QueryAnswer<'missionsPage'>): Html[] {
  const shown = new Set(view.missions.map(({ mission }) => mission.id))
  const entries = recorded.is === 'answer' ? recorded.value.missions : []
  return [
    ...view.missions.filter(isDecided).map(underWayLine),
    ...entries
      .filter(entry => isDecided(entry) && !shown.has(entry.id))
      .map(entry => overLine(entry, view.kind)),
  ]
}

const underWayLine = ({ mission, state, orderState }: MissionView): Html =>
  html`${planHead(mission)}: ${state}${orderState === null || orderState === state ? '' : ` (${small(orderState.toUpperCase()).toLowerCase()})`} · id ${shortId(mission.id)}`

const overLine = (entry: MissionEntry, kind: AccountKind | null): Html =>
  html`${planHead({ ...entry, kind })}: ${entry.state}${entry.r === null ? '' : ` ${inR(entry.r)}`} · id ${shortId(entry.id)}`

const buttonsOf = ({ mission: { id, pair } }: MissionView, mayTrade: boolean): Button[] => [
  leadsTo(pair, `/mission ${id}`),
  ...(mayTrade
    ? [
        { label: 'Fire', says: `/fire ${id}` },
        { label: 'Reject', says: `/reject ${id}` },
      ]
    : []),
]
