import type { Ticket, Ulid } from '../../contracts/index.ts'
import type { FlattenRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { flatten } from './emergency-desk.ts'
import { isOurs, orderBehind } from '../book/exposure.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** By the computer's clock: so long may closing take before what is left is named. */
const PATIENCE_MS = 15_000
/** Origin of the second and last time that a flatten is asked for. */
const AGAIN = 'again'

/** A flatten has ended when every position that stood has its closing deal; or when it has taken too long. */
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
  terminal?.flattening.delete(command)
  if (asked.stands) return
  const open = openSentence(openOf(desk, asked))
  const why =
    'New trades were resumed before the terminal was linked again: it is not told to close anything any more.'
  end(desk, command, asked, `${why}${open}`)
}

function look(desk: Desk, terminal: TerminalDesk, command: Ulid, asked: FlattenRecord): void {
  const nowMs = desk.ports.clock.now()
  // A clock that was set back would else make it wait for as long again.
  const sinceMs = Math.min(terminal.flattening.get(command) ?? nowMs, nowMs)
  terminal.flattening.set(command, sinceMs)
  const verdict = desk.state.closes.get(command)?.verdict ?? null
  const rest = restOf(desk, terminal, asked)
  const isFlat = rest.left.length === 0 && rest.unknown === 0
  const isOver = nowMs - sinceMs >= PATIENCE_MS || (verdict !== null && NOTHING_DONE.includes(verdict))
  if (!isOver && !(isFlat && verdict === 'accepted')) return
  terminal.flattening.delete(command)
  const isAskedAgain = !isFlat && asked.origin !== AGAIN && asked.stands
  const text = isFlat ? 'Flat: no position of BITTEN is open.' : `${sentence(rest)} ${next(isAskedAgain)}`
  end(desk, command, asked, text, rest.left)
  if (isAskedAgain) flatten(desk, terminal, AGAIN)
}

/** The terminal has gone to another account, where nothing was asked for and nothing is closed. */
function endElsewhere(desk: Desk, terminal: TerminalDesk, command: Ulid, asked: FlattenRecord): void {
  terminal.flattening.delete(command)
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
  left = openOf(desk, asked).left,
): void {
  const { terminal } = asked
  desk.record({ kind: 'flattenEnded', atMs: desk.timeAt(terminal), command, terminal, left, text })
}

function openSentence({ left, unknown }: Rest): string {
  const nameless = unknown === 0 ? [] : [`${unknown} orders of which nobody knows what became`]
  const open = [...left, ...nameless]
  return open.length === 0 ? '' : ` Still open there by what is known here: ${open.join(', ')}.`
}

/** After these it was not carried out, and waiting helps nobody. */
const NOTHING_DONE: readonly string[] = ['denied', 'expired', 'buried']

/** Positions without their closing deal, and orders of which nobody knows whether they became one. */
type Rest = Readonly<{ left: Ticket[]; unknown: number }>

/** By the ledger alone. */
function openOf({ state }: Desk, { orders }: FlattenRecord): Rest {
  const open = orders.filter(id => state.exposed.has(id)).map(id => state.orders.get(id)?.position)
  const left = open.filter(position => position !== null && position !== undefined)
  return { left, unknown: open.length - left.length }
}

function restOf(desk: Desk, terminal: TerminalDesk, asked: FlattenRecord): Rest {
  const { left, unknown } = openOf(desk, asked)
  // The ledger has lost these; the terminal says that they are ours.
  const lost = (terminal.positions ?? []).filter(
    position => isOurs(position) && !orderBehind(desk, terminal, position) && position.openMs <= asked.atMs,
  )
  return { left: [...left, ...lost.map(({ position }) => position)], unknown }
}

function sentence({ left, unknown }: Rest): string {
  const open = left.length === 0 ? '' : `Not closed after ${PATIENCE_MS / 1_000} s: ${left.join(', ')}.`
  return unknown === 0 ? open : `${open} Of ${unknown} orders nobody knows what became.`.trim()
}

const next = (isAskedAgain: boolean): string =>
  isAskedAgain ? 'It is asked for once more.' : 'Close them in MetaTrader itself.'
