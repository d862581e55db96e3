import type { WarRoomView } from '../../../contracts/views.ts'
import type { OrderView } from '../../../contracts/open-trade-views.ts'
import { lotsWritten } from '../../../domain/words/figures.ts'
import { spanOf } from '../../../domain/words/times.ts'
import type { Button, Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { cancelOutcome, isCancelOver } from '../outcome/cancel-outcome.ts'
import { follow } from '../outcome/follow.ts'
import { notDone } from '../outcome/words.ts'
import { withView } from '../reading/parts/ask.ts'
import { SIDE_WORDS } from '../reading/parts/words.ts'
import { accountLine } from './account-line.ts'
import { tell } from './tell.ts'

const MOST = 10

export const cancel: Command = {
  name: 'cancel',
  aliases: ['coo'],
  does: 'Decline all that is pending and pause, or take back one order: asks first',
  takes: '[ORDER]',
  group: 'trading',
  role: 'commander',
  run: call =>
    withView(call, view => {
      const [id] = call.words
      return id === undefined ? cancelAll(call, view) : cancelOne(call, view, id)
    }),
}

const isWaiting = ({ external, waits }: OrderView): boolean => !external && waits !== null

function cancelAll(call: Call, view: WarRoomView): Reply {
  const pending = view.missions.filter(({ state }) => state === 'pending')
  const waiting = view.orders.filter(isWaiting)
  const question = call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`<b>CANCEL</b> everything that is pending, on every account; new trades are paused`,
      pending.length === 0 ? 'No mission is pending.' : null,
      ...pending.map(
        ({ mission, leftMs }) => `• ${mission.pair} ${SIDE_WORDS[mission.side]}, ${spanOf(leftMs)} left`,
      ),
      ...waiting.map(order => `• waits: ${nameOf(order)}`),
      'Open positions keep their stops.',
    ),
    label: 'CANCEL all',
    carryOut: () => tell(call.desk, { kind: 'cancelAll' }, 'CANCELLED', 'Not cancelled'),
  })
  return { ...question, buttons: [...(question.buttons ?? []), ...waiting.slice(0, MOST).map(only)] }
}

const only = (order: OrderView): Button[] => [
  { label: `Only ${nameOf(order)}`, says: `/cancel ${order.order}` },
]

function cancelOne(call: Call, view: WarRoomView, id: string): Reply {
  const order = view.orders.find(each => each.order === id.toUpperCase())
  if (order === undefined || order.waits === null)
    return {
      html: lines(html`No order ${id.slice(0, 30)} waits.`, 'What waits:'),
      buttons: view.orders.filter(isWaiting).slice(0, MOST).map(only),
    }
  if (order.external)
    return {
      html: html`${nameOf(order)} was not placed by BITTEN: it stays untouched. Remove it in MetaTrader itself.`,
    }
  const { leftMs } = order.waits
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`<b>TAKE BACK</b> ${nameOf(order)}`,
      accountLine(view, order.terminal),
      leftMs === null ? 'It waits without an end.' : `${spanOf(leftMs)} left`,
      order.text,
    ),
    label: `TAKE BACK ${order.symbol}`,
    carryOut: () => carryOut(call, view, order),
  })
}

const nameOf = ({ symbol, side, lots, waits }: OrderView): string =>
  `${symbol} ${SIDE_WORDS[side]} ${lotsWritten(lots)}${waits === null ? '' : ` at ${waits.price}`}`

async function carryOut({ desk }: Call, view: WarRoomView, order: OrderView): Promise<Reply> {
  const followed = await follow(desk, { kind: 'cancelOrder', order: order.order }, isCancelOver(order))
  const { answer } = followed
  const account = accountLine(view, order.terminal)
  if (answer.is !== 'done')
    return { html: lines(notDone('Not taken back', answer), html`${nameOf(order)} · ${account}`) }
  return { html: lines(cancelOutcome(followed, order), account) }
}
