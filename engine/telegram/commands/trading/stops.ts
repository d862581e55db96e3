import type { WarRoomView } from '../../../contracts/views.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { follow } from '../outcome/follow.ts'
import { isMoveOver, moveOutcome, type Levels } from '../outcome/move-outcome.ts'
import { notDone } from '../outcome/words.ts'
import { withView } from '../reading/parts/ask.ts'
import { accountLine } from './account-line.ts'
import { findPosition } from './find-position.ts'
import { refusalOf } from './judge.ts'
import { positionLines } from './position-lines.ts'

/** Where to; or why nowhere, in words. */
type Wish = Levels | Readonly<{ why: string }>

/** Stops go nearer to the price and never away; the desk refuses anything else, and these say so before. */
export const STOP_COMMANDS: readonly Command[] = [
  moving('be', 'Move the stop to break-even, costs included: asks first', 'TICKET', breakEven),
  moving('stop', 'Move the stop nearer to the price: asks first', 'TICKET PRICE', newStop),
  moving('target', 'Move the target, or take it away: asks first', 'TICKET PRICE or none', newTarget),
]

function moving(
  name: string,
  does: string,
  takes: string,
  wishOf: (position: PositionView, price: string | undefined) => Wish,
): Command {
  const run = (call: Call) => withView(call, view => move(call, view, name, wishOf))
  return { name, does, takes, group: 'trading', role: 'commander', run }
}

async function move(
  call: Call,
  view: WarRoomView,
  name: string,
  wishOf: (position: PositionView, price: string | undefined) => Wish,
): Promise<Reply> {
  const [ticket, price] = call.words
  const found = findPosition(view, `/${name}`, ticket, price)
  if (found.is === 'not') return found.reply
  const { it } = found
  const to = wishOf(it, price?.replace(',', '.'))
  const account = accountLine(view, it.terminal)
  if ('why' in to)
    return { html: lines(html`<b>${it.symbol}, position ${it.position}.</b> ${to.why}`, account) }
  const refusal = await refusalOf(call.desk, moveTo(it, to), 'Not moved')
  if (refusal !== null) return { html: lines(positionLines(view, 'MOVE', it), changeText(it, to), refusal) }
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(positionLines(view, 'MOVE', it), changeText(it, to)),
    label: `${name === 'target' ? `TARGET ${to.target ?? 'none'}` : `STOP ${to.stop}`} ${it.symbol}`,
    carryOut: () => carryOut(call, view, it, to),
  })
}

const moveTo = ({ terminal, position }: PositionView, to: Levels) =>
  ({ kind: 'modifyPosition', terminal, position, ...to }) as const

const changeText = ({ stop, target }: PositionView, to: Levels) =>
  to.stop === stop
    ? html`<b>Target ${target ?? 'none'} → ${to.target ?? 'none'}</b>`
    : html`<b>Stop ${stop ?? 'none'} → ${to.stop}</b>; it never goes back`

async function carryOut(
  { desk }: Call,
  view: WarRoomView,
  position: PositionView,
  to: Levels,
): Promise<Reply> {
  const { terminal, position: ticket, symbol } = position
  const account = accountLine(view, terminal)
  const followed = await follow(desk, moveTo(position, to), isMoveOver)
  const { answer } = followed
  if (answer.is !== 'done')
    return { html: lines(notDone('Not moved', answer), html`${symbol}, position ${ticket} · ${account}`) }
  return { html: lines(moveOutcome(followed, position, to), account) }
}

const UNKNOWN = 'What its stop could be is not known now: its terminal is not linked, or has no price.'

function breakEven({ handles, target, stop, open, now }: PositionView): Wish {
  if (handles === null) return { why: UNKNOWN }
  if (handles.breakEven !== null) return { stop: handles.breakEven, target }
  return {
    why: `Break-even is not to be had: the price (${now ?? 'none'}, opened at ${open}) has not left it far enough behind, or the stop (${stop ?? 'none'}) is there already.`,
  }
}

function newStop({ handles, target, stop }: PositionView, price: string | undefined): Wish {
  if (handles === null) return { why: UNKNOWN }
  const nearest = `Its stop is ${stop ?? 'none'}; the nearest that the broker takes now is ${handles.nearestStop}.`
  if (price === undefined) return { why: `Where to? /stop TICKET PRICE. ${nearest}` }
  return PRICE.test(price)
    ? { stop: price, target }
    : { why: `“${price.slice(0, 20)}” is no price such as ${handles.nearestStop}. ${nearest}` }
}

function newTarget({ stop, target }: PositionView, price: string | undefined): Wish {
  if (stop === null) return { why: 'It has no stop. Give it one first: /stop TICKET PRICE.' }
  if (price === undefined)
    return { why: `Where to? /target TICKET PRICE, or none. Its target is ${target ?? 'none'}.` }
  if (price.toLowerCase() === 'none') return { stop, target: null }
  return PRICE.test(price)
    ? { stop, target: price }
    : { why: `“${price.slice(0, 20)}” is no price. Its target is ${target ?? 'none'}.` }
}

const PRICE = /^\d{1,9}(\.\d{1,8})?$/
