import type { Ticket, Ulid } from '../../contracts/index.ts'
import type { FlattenRecord } from '../orders/asked-records.ts'
import type { Desk } from '../desk.ts'
import { flatten } from './emergency-desk.ts'
import type { OrderRecord } from '../desk-state.ts'
import { isOurs, orderBehind } from '../book/exposure.ts'
import { orderListed } from '../book/waiting-check.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** By the computer's clock: so long may closing take before what is left is named. */
const PATIENCE_MS = 15_000
/** A terminal that has not answered twice: its link may be dead and nobody has seen it yet. */
const SILENT_PATIENCE_MS = 60_000
/** Origin of every further time that a flatten is asked for: a second one, and more only while it is not answered. */
const AGAIN = 'again'

/** A flatten has ended when every position that stood has its closing deal, and no order of ours waits; or when it has taken too long. */
export function watchFlattens(desk: Desk): void {
  for (const [command, asked] of desk.state.flattens) {
    const terminal = desk.terminals.get(asked.terminal)
    if (!terminal?.up) waitForLink(desk, terminal, command, asked)
    else if (terminal.hello.loginHash !== asked.loginHash) endElsewhere(desk, terminal, command, asked)
    else if (terminal.positions) look(desk, terminal, command, asked)
  }
}

/** Patience is for a terminal that can close. It is told again when it is linked, unless `resume` came before. */
function waitForLink(
  desk: Desk,
  terminal: TerminalDesk | undefined,
  command: Ulid,
  asked: FlattenRecord,
): void {
  if (terminal) forget(terminal, command)
  if (asked.stands) return
  const open = openSentence(openOf(desk, asked))
  const why =
    'New trades were resumed before the terminal was linked again: it is not told to close anything any more.'
  end(desk, command, asked, `${why}${open}`)
}

function look(desk: Desk, terminal: TerminalDesk, command: Ulid, asked: FlattenRecord): void {
  const verdict = desk.state.closes.get(command)?.verdict ?? null
  const isAnswered = verdict !== null && verdict !== 'unknown'
  const rest = restOf(desk, terminal, asked)
  const isFlat = rest.left.length === 0 && rest.waiting.length === 0 && rest.unknown === 0
  const patienceMs = asked.origin === AGAIN && !isAnswered ? SILENT_PATIENCE_MS : PATIENCE_MS
  const isOver = waitedMs(desk, terminal, command, isAnswered) >= patienceMs
  const isRefused = verdict !== null && NOTHING_DONE.includes(verdict)
  if (!isOver && !isRefused && !(isFlat && verdict === 'accepted')) return
  forget(terminal, command)
  const isAskedAgain = !isFlat && asked.stands && (asked.origin !== AGAIN || !isAnswered)
  const text = isFlat
    ? 'Flat: no position of BITTEN is open.'
    : `${sentence(rest, patienceMs)} ${isAskedAgain ? again(asked) : byHand(rest)}`
  end(desk, command, asked, text, rest)
  if (isAskedAgain) flatten(desk, terminal, AGAIN)
}

/** Since it was told, and once it is answered since then: the deals come after the word. */
function waitedMs(
  { ports }: Desk,
  { flattening, flattensAnswered }: TerminalDesk,
  command: Ulid,
  isAnswered: boolean,
): number {
  const nowMs = ports.clock.now()
  const isNews = isAnswered && !flattensAnswered.has(command)
  if (isNews) flattensAnswered.add(command)
  // A clock that was set back would else make it wait for as long again.
  const sinceMs = isNews ? nowMs : Math.min(flattening.get(command) ?? nowMs, nowMs)
  flattening.set(command, sinceMs)
  return nowMs - sinceMs
}

function forget({ flattening, flattensAnswered }: TerminalDesk, command: Ulid): void {
  flattening.delete(command)
  flattensAnswered.delete(command)
}

/** The terminal has gone to another account, where nothing was asked for and nothing is closed. */
function endElsewhere(desk: Desk, terminal: TerminalDesk, command: Ulid, asked: FlattenRecord): void {
  forget(terminal, command)
  const { hello, id } = terminal
  const open = openSentence(openOf(desk, asked))
  const text = `${hello.broker} (${id}) has changed to another account, where nothing is closed.${open} Go back to the account of this flatten and flatten again.`
  end(desk, command, asked, text)
}

function end(
  desk: Desk,
  command: Ulid,
  asked: FlattenRecord,
  text: string,
  rest = openOf(desk, asked),
): void {
  const { terminal } = asked
  const left = [...rest.left, ...rest.waiting]
  desk.record({ kind: 'flattenEnded', atMs: desk.timeAt(terminal), command, terminal, left, text })
}

function openSentence({ left, waiting, unknown }: Rest): string {
  const waits = waiting.map(ticket => `${ticket}, which waits for its price`)
  const nameless = unknown === 0 ? [] : [`${unknown} orders of which nobody knows what became`]
  const open = [...left, ...waits, ...nameless]
  return open.length === 0 ? '' : ` Still open there by what is known here: ${open.join(', ')}.`
}

/** After these it was not carried out, and waiting helps nobody. */
const NOTHING_DONE: readonly string[] = ['denied', 'expired', 'buried']

/** Positions without their closing deal, orders that wait still, and orders of which nobody knows whether they became one. */
type Rest = Readonly<{ left: Ticket[]; waiting: Ticket[]; unknown: number }>

/** By the ledger alone. */
function openOf({ state }: Desk, { orders }: FlattenRecord): Rest {
  const open = orders.filter(id => state.exposed.has(id)).flatMap(id => state.orders.get(id) ?? [])
  const left = open.flatMap(({ position }) => position ?? [])
  const waiting = open.flatMap(({ position, state: is, ticket }) =>
    position === null && is === 'waiting' && ticket !== null ? [ticket] : [],
  )
  return { left, waiting, unknown: open.length - left.length - waiting.length }
}

function restOf(desk: Desk, terminal: TerminalDesk, asked: FlattenRecord): Rest {
  const { left, waiting, unknown } = openOf(desk, asked)
  // The ledger has lost these, or a person has ended their orders; the terminal says that they are ours.
  const lostOrders = (terminal.orders ?? []).filter(
    order => isOurs(order) && !isWaiting(desk, orderListed(desk, terminal, order)),
  )
  const lost = (terminal.positions ?? []).filter(position => {
    const order = orderBehind(desk, terminal, position)
    return isOurs(position) && position.openMs <= asked.atMs && (!order || order.state === 'settled')
  })
  return {
    left: [...left, ...lost.map(({ position }) => position)],
    waiting: [...waiting, ...lostOrders.map(({ order }) => order)],
    unknown,
  }
}

const isWaiting = ({ state }: Desk, order: OrderRecord | null): boolean =>
  order !== null && state.waiting.has(order.recorded.order)

function sentence({ left, waiting, unknown }: Rest, patienceMs: number): string {
  const after = `after ${patienceMs / 1_000} s`
  const sentences = [
    ...(left.length === 0 ? [] : [`Not closed ${after}: ${left.join(', ')}.`]),
    ...(waiting.length === 0 ? [] : [`Waiting at the broker still ${after}: ${waiting.join(', ')}.`]),
    ...(unknown === 0 ? [] : [`Of ${unknown} orders nobody knows what became.`]),
  ]
  return sentences.join(' ')
}

const again = ({ origin }: FlattenRecord): string =>
  origin === AGAIN
    ? 'The terminal has not answered. It is asked again until it does, or until you resume; close them in MetaTrader itself if you can.'
    : 'It is asked for once more.'

const byHand = ({ waiting }: Rest): string =>
  waiting.length === 0 ? 'Close them in MetaTrader itself.' : 'Close and remove them in MetaTrader itself.'
