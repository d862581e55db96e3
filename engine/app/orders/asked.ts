/** What was asked of a terminal besides orders: closing, moving stops, and flattening. */
import type { EventOf } from '../../contracts/events.ts'
import type { CommandAnswer, Points, Side, TerminalId, Ticket, Ulid } from '../../contracts/index.ts'
import { done, refused } from './answers.ts'
import { ticketNow, type DeskState } from '../desk-state.ts'

export function closeRequested(desk: DeskState, event: EventOf<'closeRequested'>): void {
  const { command, terminal, position, lots = null } = event
  desk.closes.set(command, { terminal, position, lots, verdict: null })
}

export function closeAnswered(desk: DeskState, { command, is }: EventOf<'closeAnswered'>): void {
  const close = desk.closes.get(command)
  if (close) close.verdict = is
}

export function modifyRequested(desk: DeskState, event: EventOf<'modifyRequested'>): void {
  const { command, terminal, position, stop, target } = event
  desk.moves.set(command, { terminal, position, stop, target, verdict: null })
}

/**
 * A stop that was moved as we asked is where it belongs. Answers may come in another order than they were given: an older change
 * never stands over one that went nearer.
 */
export function modifyAnswered(desk: DeskState, { command, is }: EventOf<'modifyAnswered'>): void {
  const move = desk.moves.get(command)
  if (!move) return
  move.verdict = is
  const key = ticketNow(desk, move.terminal, move.position)
  const order = desk.orders.get(desk.positions.get(key) ?? command)
  if (is !== 'accepted' || !order) return
  const { side, stop: first } = order.recorded
  const known = desk.stops.has(key) ? (desk.stops.get(key) ?? null) : first
  if (isNearer(side, move.stop, known)) desk.stops.set(key, move.stop)
}

/** Nearer to the price than a stop that is `known`; null is none. */
export const isNearer = (side: Side, stop: number, known: number | null): boolean =>
  known === null || (side === 'buy' ? stop > known : stop < known)

export function flattenRequested(desk: DeskState, event: EventOf<'flattenRequested'>): void {
  const { command, terminal, origin, atMs } = event
  desk.closes.set(command, { terminal, position: null, lots: null, verdict: null })
  const login = desk.logins.get(terminal)
  const orders = [...desk.exposed].filter(id => {
    const order = desk.orders.get(id)
    return order?.recorded.terminal === terminal && order.loginHash === login
  })
  desk.flattens.set(command, { terminal, atMs, orders, origin })
}

/** What AUTO was denied by, so that it is told once. */
export function fireDenied(desk: DeskState, { mission, origin, denials }: EventOf<'fireDenied'>): void {
  if (origin !== 'auto' || desk.missions.get(mission)?.state !== 'pending') return
  const codes = denials.map(({ code }) => code).join(' ')
  desk.autoDenied.set(mission, [...(desk.autoDenied.get(mission) ?? []), codes])
}

type Asked = Readonly<{ terminal: TerminalId; verdict: EventOf<'closeAnswered'>['is'] | null }>

/** The terminal can still say something about it. */
export const isOpenEnded = ({ verdict }: Pick<Asked, 'verdict'>): boolean =>
  verdict === null || verdict === 'unknown'

/** Everything that this terminal has not said its last word about: a `sync` asks for it. */
export const unanswered = ({ closes, moves }: DeskState, terminal: TerminalId): Ulid[] =>
  [...closes, ...moves]
    .filter(([, asked]) => asked.terminal === terminal && isOpenEnded(asked))
    .map(([command]) => command)

/** Stops that this position may yet get from changes of ours. */
export const stopsUnderWay = ({ moves }: DeskState, terminal: TerminalId, position: Ticket): Points[] =>
  [...moves.values()]
    .filter(move => move.terminal === terminal && move.position === position && isOpenEnded(move))
    .map(({ stop }) => stop)

/** What a command that comes again is told once the terminal has said its last word; null before. */
export function lastWord(id: Ulid, asked: Asked): CommandAnswer | null {
  if (isOpenEnded(asked)) return null
  return asked.verdict === 'accepted'
    ? done('Done already.')
    : refused('ANSWERED', `The terminal has answered ${id} already: ${asked.verdict}. Ask anew.`)
}
