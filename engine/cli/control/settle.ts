import { createInterface } from 'node:readline'
import type { DeskStatus } from '../../contracts/control.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import type { CliContext } from '../context.ts'
import { failed, STOPPED, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { folderOf, giveOrder } from './order.ts'
import type { SettleFlags } from './order-commands.ts'
import { orderText } from './status-text.ts'

type OrderStatus = DeskStatus['orders'][number]

/** Looks whether it may be ended by hand, has the words typed, and gives them to the desk, which judges them. */
export async function settle(
  order: Ulid,
  flags: SettleFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const found = await doubtfulOrder(order, folderOf(flags, context))
  if ('is' in found) return found
  const typed = flags.words ?? (await typedWords(found, context, out))
  if (typeof typed !== 'string') return typed
  return giveOrder({ ask: 'settleOrder', order, typed }, flags, context, out)
}

type Doubtful = Readonly<{ text: string; words: string }>

async function doubtfulOrder(order: Ulid, folder: string): Promise<Doubtful | Failure> {
  const reply = await callDesk(folder, { ask: 'status' })
  if (reply.is === 'refused') return failed(reply.code, reply.text)
  const { desk, engine } = reply.value
  if (desk === null) return failed('NO_ENGINE', `The engine can't say how the order stands (${engine}).`)
  const found = desk.orders.find(each => each.order === order)
  if (found === undefined)
    return failed('UNKNOWN_ORDER', `No open order has the id ${order}. See: bitten status`)
  if (found.settle === null) return failed('NOT_TO_SETTLE', whyNot(found))
  return { text: orderText(found), words: found.settle }
}

const whyNot = (order: OrderStatus): string =>
  order.external
    ? `The order ${order.order} was not placed by BITTEN, which never touches it.`
    : `The order ${order.order} is not to be ended by hand: the terminal still speaks for it (${order.state}).`

/** One line of a person at a terminal. */
async function typedWords(
  { text, words }: Doubtful,
  { stdin, stop }: CliContext,
  out: Output,
): Promise<string | Failure> {
  if (stdin.isTTY !== true || out.json)
    return failed('NO_TERMINAL', `The words are typed by a person, at a terminal. If you mean it, add: --words "${words}"`) // prettier-ignore
  out.line(text)
  out.line('')
  out.line(
    'The terminal has no trace of this order. Look in MetaTrader first: the Trade tab, then all of the History tab.',
  )
  out.line(
    'Ended here it has no result: what it won or lost is counted nowhere, unless a deal of it comes all the same.',
  )
  out.line('')
  out.line(`Type word for word, or nothing to leave it open: ${words}`)
  const typed = (await lineOf(stdin, stop))?.trim() ?? ''
  if (stop.aborted) return STOPPED
  return typed === '' ? failed('LEFT_OPEN', 'Nothing was typed: the order is left open.') : typed
}

/** Null when the input ends, or somebody stops it. */
function lineOf(input: CliContext['stdin'], stop: AbortSignal): Promise<string | null> {
  return new Promise(resolve => {
    // Without `terminal` the keys stay with the terminal itself, Ctrl-C too.
    const lines = createInterface({ input, terminal: false })
    const end = () => lines.close()
    stop.addEventListener('abort', end, { once: true })
    lines.once('line', line => (resolve(line), lines.close()))
    lines.once('close', () => (stop.removeEventListener('abort', end), resolve(null)))
  })
}
