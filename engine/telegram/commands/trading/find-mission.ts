/** Which mission a chat means: by its id, or by its pair where only one of it is pending. */
import { Ulid } from '../../../contracts/primitives.ts'
import type { MissionView, WarRoomView } from '../../../contracts/views.ts'
import { spanOf } from '../../../domain/words/times.ts'
import type { Button, Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import { SIDE_WORDS } from '../reading/parts/words.ts'
import { accountAt } from './account-line.ts'
import type { Found } from './find-position.ts'

const MOST = 12

/** `command` as in `/fire`. */
export function findMission(
  view: WarRoomView,
  command: string,
  word: string | undefined,
): Found<MissionView> {
  const pending = view.missions.filter(({ state }) => state === 'pending')
  if (word === undefined) return not(chooseMission(view, command, pending))
  const wanted = word.toUpperCase()
  const known = view.missions.filter(({ mission }) => mission.id === wanted)
  const ofPair = pending.filter(({ mission }) => mission.pair === wanted)
  const found = known.length > 0 ? known : ofPair
  const [first] = found
  if (first && found.length === 1) return { is: 'one', it: first }
  if (first) return not(chooseMission(view, command, found))
  const { html: text, buttons = [] } = chooseMission(view, command, pending)
  const why = Ulid.safeParse(wanted).success
    ? 'That mission is over, or was never known here.'
    : html`“${word.slice(0, 40)}” is neither a mission nor a pair with one that is pending.`
  return not({ html: lines(why, text), buttons })
}

const not = (reply: Reply) => ({ is: 'not', reply }) as const

function chooseMission(view: WarRoomView, command: string, pending: readonly MissionView[]): Reply {
  if (pending.length === 0) return { html: lines('No mission is pending.') }
  return {
    html: lines(html`Which mission? <code>${command} ID</code> or <code>${command} PAIR</code>`),
    buttons: pending.slice(0, MOST).map(each => [button(view, command, each)]),
  }
}

function button(view: WarRoomView, command: string, { mission, leftMs }: MissionView): Button {
  const { pair, side, id, terminal } = mission
  const account = view.links.length > 1 ? ` · ${accountAt(view)(terminal)}` : ''
  return { label: `${pair} ${SIDE_WORDS[side]}, ${spanOf(leftMs)} left${account}`, says: `${command} ${id}` }
}
