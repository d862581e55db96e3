import type { MissionView, WarRoomView } from '../../../contracts/views.ts'
import { lotsWritten } from '../../../domain/words/figures.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { follow } from '../outcome/follow.ts'
import { isOrderOver, orderOutcome } from '../outcome/order-outcome.ts'
import { notDone } from '../outcome/words.ts'
import { withView } from '../reading/parts/ask.ts'
import { amount } from '../reading/parts/words.ts'
import { accountLine, currencyAt } from './account-line.ts'
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
      carryOut: async () =>
        (await grown(call, name, it, shot)) ??
        carryOut(
          call,
          view,
          it,
          { kind: name === 'fire' ? 'fireMission' : 'placeMission', mission: id },
          shot,
        ),
    })
  })
}

/** Sizes follow the price a little; beyond this, something else was confirmed than would be fired. */
const MOST_GROWN = 1.25

/** The desk sizes anew when it fires: where settings or the account have changed since the question, its figures no longer hold. Null: they do. */
async function grown(
  { desk }: Call,
  name: Shot,
  { mission: { id, pair, terminal } }: MissionView,
  shown: NonNullable<MissionView['shot']>,
): Promise<Reply | null> {
  const view = await desk.view()
  if (view.is !== 'answer') return null
  const it = view.value.missions.find(({ mission }) => mission.id === id)
  const shot = name === 'fire' ? it?.shot : it?.wait
  if (!shot || shot.riskCents <= shown.riskCents * MOST_GROWN) return null
  const risks = amount(shot.riskCents, currencyAt(view.value, terminal))
  return {
    html: lines(
      html`⛔ <b>Nothing was sent:</b> ${pair} would now be ${lotsWritten(shot.lots)} lots and risk ${risks}, more than you confirmed.`,
      accountLine(view.value, terminal),
    ),
    buttons: [[{ label: 'Ask again', says: `/${name} ${id}` }]],
  }
}

async function carryOut(
  { desk, chat, shots }: Call,
  view: WarRoomView,
  { mission }: MissionView,
  command: Readonly<{ kind: 'fireMission' | 'placeMission'; mission: string }>,
  { lots, riskCents }: NonNullable<MissionView['shot']>,
): Promise<Reply> {
  const { fate, ...followed } = await shots.during(chat.chat, mission.id, () =>
    follow(desk, command, isOrderOver),
  )
  const account = accountLine(view, mission.terminal)
  const currency = currencyAt(view, mission.terminal)
  const { answer } = followed
  if (answer.is !== 'done') {
    const what = command.kind === 'fireMission' ? 'Not fired' : 'Not placed'
    return { html: lines(notDone(what, answer), html`${mission.pair} · ${account}`), fate }
  }
  return {
    html: lines(orderOutcome(followed, { lots, riskCents, currency }), account),
    buttons: [[{ label: 'Positions', says: '/positions' }]],
    fate,
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
