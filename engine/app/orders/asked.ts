/** What was asked of a terminal besides orders: closing, moving stops, and flattening. */
import type { EventOf } from '../../contracts/events.ts'
import type { CommandAnswer, Points, TerminalId, Ticket, Ulid } from '../../contracts/index.ts'
import { isNearer } from '../../domain/fire/stop-move.ts'
import { done, refused } from './answers.ts'
import type { CloseRecord, MoveRecord } from './asked-records.ts'
import { ticketKey, type DeskState } from '../desk-state.ts'

export function closeRequested(desk: DeskState, event: EventOf<'closeRequested'>): void {
  const { command, terminal, position, lots = null } = event
  desk.closes.set(command, { terminal, loginHash: loginOf(desk, terminal), position, lots, verdict: null })
}

export function closeAnswered(desk: DeskState, { command, is }: EventOf<'closeAnswered'>): void {
  const close = desk.closes.get(command)
  if (close) close.verdict = is
}

export function modifyRequested(desk: DeskState, event: EventOf<'modifyRequested'>): void {
  const { command, terminal, position, stop, target } = event
  const loginHash = loginOf(desk, terminal)
  desk.moves.set(command, { terminal, loginHash, position, stop, target, verdict: null })
}

/**
 * A stop that was moved as we asked is where it belongs. Answers may come in another order than they were given: an older change
 * never stands over one that went nearer.
 */
export function modifyAnswered(desk: DeskState, { command, is }: EventOf<'modifyAnswered'>): void {
  const move = desk.moves.get(command)
  if (!move) return
  move.verdict = is
  const key = ticketKey(move.loginHash, move.position)
  const order = desk.orders.get(desk.positions.get(key) ?? command)
  if (is !== 'accepted' || !order) return
  const { side, stop: first } = order.recorded
  const known = desk.stops.has(key) ? (desk.stops.get(key) ?? null) : first
  if (isNearer(side, move.stop, known)) desk.stops.set(key, move.stop)
}

export function flattenRequested(desk: DeskState, event: EventOf<'flattenRequested'>): void {
  const { command, terminal, origin, atMs } = event
  const loginHash = loginOf(desk, terminal)
  desk.closes.set(command, { terminal, loginHash, position: null, lots: null, verdict: null })
  // Whichever terminal of the account has opened them: an Expert Advisor that was moved to another chart closes them all the same.
  const orders = [...desk.exposed].filter(id => desk.orders.get(id)?.loginHash === loginHash)
  desk.flattens.set(command, { terminal, loginHash, atMs, orders, origin, stands: true })
}

/** A flatten of before is neither sent nor asked for again. */
export function resumed(desk: DeskState): void {
  desk.paused = false
  desk.hasResumed = true
  for (const [command, flatten] of desk.flattens) desk.flattens.set(command, { ...flatten, stands: false })
}

/** What AUTO was denied by, so that it is told once. */
export function fireDenied(desk: DeskState, { mission, origin, denials }: EventOf<'fireDenied'>): void {
  if (origin !== 'auto' || desk.missions.get(mission)?.state !== 'pending') return
  const codes = denials.map(({ code }) => code).join(' ')
  desk.autoDenied.set(mission, [...(desk.autoDenied.get(mission) ?? []), codes])
}

type Asked = Readonly<{
  terminal: TerminalId
  loginHash: string
  verdict: EventOf<'closeAnswered'>['is'] | null
}>

/** The account that the terminal is on, or was on last. */
const loginOf = ({ logins }: DeskState, terminal: TerminalId): string => logins.get(terminal) ?? ''

/** Asked of the account that the terminal is on now: another one may number its positions alike, and knows nothing of it. */
export const isOf =
  (desk: DeskState, terminal: TerminalId) =>
  (asked: Asked): boolean =>
    asked.terminal === terminal && asked.loginHash === loginOf(desk, terminal)

/** The terminal can still say something about it. */
export const isOpenEnded = ({ verdict }: Pick<Asked, 'verdict'>): boolean =>
  verdict === null || verdict === 'unknown'

/** Everything that this terminal has not said its last word about: a `sync` asks for it. */
export const unanswered = (desk: DeskState, terminal: TerminalId): [Ulid, CloseRecord | MoveRecord][] =>
  [...desk.closes, ...desk.moves].filter(([, asked]) => isOf(desk, terminal)(asked) && isOpenEnded(asked))

/** Closes of this terminal's account without a last word, and flattens, until they have ended with or without one. */
export const closesUnderWay = (desk: DeskState, terminal: TerminalId): [Ulid, CloseRecord][] =>
  [...desk.closes].filter(
    ([command, close]) =>
      isOf(desk, terminal)(close) &&
      isOpenEnded(close) &&
      (close.position !== null || desk.flattens.has(command)),
  )

/** Stops that this position may yet get from changes of ours. */
export const stopsUnderWay = (desk: DeskState, terminal: TerminalId, position: Ticket): Points[] =>
  [...desk.moves.values()]
    .filter(move => isOf(desk, terminal)(move) && move.position === position && isOpenEnded(move))
    .map(({ stop }) => stop)

/** What a command that comes again is told when it is not to be sent again; null when it is. */
export function lastWord(desk: DeskState, id: Ulid, asked: Asked): CommandAnswer | null {
  if (isOpenEnded(asked)) {
    if (isOf(desk, asked.terminal)(asked)) return null
    return refused('OTHER_ACCOUNT', `${id} was asked of another account of this terminal. Ask anew.`)
  }
  return asked.verdict === 'accepted'
    ? done('Done already.')
    : refused('ANSWERED', `The terminal has answered ${id} already: ${asked.verdict}. Ask anew.`)
}
