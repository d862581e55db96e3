import type { MissionView, WarRoomView } from '../../../contracts/views.ts'
import { lotsWritten } from '../../../domain/words/figures.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { follow } from '../outcome/follow.ts'
import { isOrderOver, orderOutcome } from '../outcome/order-outcome.ts'
import { notDone } from '../outcome/words.ts'
import { withView } from '../reading/parts/ask.ts'
import { accountLine } from './account-line.ts'
import { findMission } from './find-mission.ts'
import { shotFigures } from './shot-figures.ts'

type Shot = 'fire' | 'place'

/** A mission is fired at the price of now, or its order waits at the mission's entry. */
export const FIRE_COMMANDS: readonly Command[] = [
  shooting('fire', 'Fire a mission at the price of now: figures first, then asks'),
  shooting('place', 'Let an order wait at a mission’s entry: figures first, then asks'),
]

function shooting(name: Shot, does: string): Command {
  return {
    name,
    does,
    takes: '[ID or PAIR]',
    group: 'trading',
    role: 'commander',
    run: call => shoot(call, name),
  }
}

function shoot(call: Call, name: Shot): Promise<Reply> {
  return withView(call, view => {
    const found = findMission(view, `/${name}`, call.words[0])
    if (found.is === 'not') return found.reply
    const { it } = found
    const shot = name === 'fire' ? it.shot : it.wait
    if (it.state !== 'pending') return { html: lines(decided(it)) }
    if (shot === null) return wouldBeDenied(view, it, name)
    const { pair, id } = it.mission
    return call.hands.ask({
      chat: call.chat.chat,
      figures: shotFigures(view, it, shot, name),
      label: `${name.toUpperCase()} ${lotsWritten(shot.lots)} ${pair}`,
      carryOut: () =>
        carryOut(call, view, it, { kind: name === 'fire' ? 'fireMission' : 'placeMission', mission: id }),
    })
  })
}

async function carryOut(
  { desk }: Call,
  view: WarRoomView,
  { mission }: MissionView,
  command: Readonly<{ kind: 'fireMission' | 'placeMission'; mission: string }>,
): Promise<Reply> {
  const followed = await follow(desk, command, isOrderOver)
  const account = accountLine(view, mission.terminal)
  const { answer } = followed
  if (answer.is !== 'done') {
    const what = command.kind === 'fireMission' ? 'Not fired' : 'Not placed'
    return { html: lines(notDone(what, answer), html`${mission.pair} · ${account}`) }
  }
  return {
    html: lines(orderOutcome(followed), account),
    buttons: [[{ label: 'Positions', says: '/positions' }]],
  }
}

function wouldBeDenied(
  view: WarRoomView,
  { mission, denials, waitDenials, wait, shot }: MissionView,
  name: Shot,
): Reply {
  const [reasons, other] = name === 'fire' ? [denials, wait] : [waitDenials, shot]
  const instead =
    name === 'fire'
      ? { label: `Wait at the entry of ${mission.pair}`, says: `/place ${mission.id}` }
      : { label: `Fire ${mission.pair} now`, says: `/fire ${mission.id}` }
  return {
    html: lines(
      html`⛔ <b>${mission.pair} would be denied now</b>, so nothing is asked:`,
      ...reasons.map(reason => `• ${reason}`),
      accountLine(view, mission.terminal),
    ),
    buttons: other === null ? [] : [[instead]],
  }
}

const decided = ({ mission: { pair }, state, orderState }: MissionView): string =>
  `The mission on ${pair} is decided: ${state}${orderState === null ? '' : `, its order is ${orderState}`}.`
