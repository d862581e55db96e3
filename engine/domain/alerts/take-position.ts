/** What is done to a position between its fill and its end, by us or by others. */
import type { AlertFact } from '../../contracts/alerts.ts'
import { Origin } from '../../contracts/commands.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { TerminalId, Ticket } from '../../contracts/primitives.ts'
import { isNearer } from '../fire/stop-move.ts'
import { keepNewest, positionKey, type AlertState, type Asked } from './alert-state.ts'
import { courseOf, isOrdered, type Ordered } from './course.ts'
import { sayMission } from './take-mission.ts'
import { askedText, externalText, stopGoneText } from './sentences.ts'
import { finish, loginNow, placeNow, tell, type Taking } from './telling.ts'

/** Commands whose answers are waited for, and positions of others: more than one desk ever has open. */
const MOST_ASKED = 500
const MOST_EXTERNALS = 2_000

/** The course that holds a position of an account; null: it is not known. */
function courseAt(state: AlertState, login: string, position: Ticket): Ordered | null {
  const mission = state.positions.get(positionKey(login, position))
  const course = mission === undefined ? undefined : state.courses.get(mission)
  return course && isOrdered(course) ? course : null
}

const asOrigin = (origin: string) => Origin.options.find(one => one === origin) ?? 'outside'

export function closeRequested(
  taking: Taking,
  { command, terminal, position, origin }: EventOf<'closeRequested'>,
): void {
  noteAsked(taking, command, { what: 'close', terminal, position, origin, stop: null, target: null })
}

export function modifyRequested(taking: Taking, event: EventOf<'modifyRequested'>): void {
  const { command, terminal, position, origin, stop, target } = event
  noteAsked(taking, command, { what: 'move', terminal, position, origin, stop, target })
}

function noteAsked(
  taking: Taking,
  command: EventOf<'closeRequested'>['command'],
  asked: Omit<Asked, 'login'>,
): void {
  const { state } = taking
  state.asked.set(command, { ...asked, login: loginNow(state, asked.terminal) })
  for (const gone of keepNewest(state.asked, MOST_ASKED)) finish(taking, failureKey(gone))
}

const failureKey = (command: string): string => `failed:${command}`

/** Being closed is told by its deal: here only what was not done, and that it was after all. */
export const closeAnswered = (taking: Taking, event: EventOf<'closeAnswered'>): void =>
  answered(taking, event)

export function modifyAnswered(taking: Taking, event: EventOf<'modifyAnswered'>): void {
  const asked = taking.state.asked.get(event.command)
  if (asked && event.is === 'accepted') moved(taking, event.command, asked)
  answered(taking, event)
}

const FAILED = { close: 'closeFailed', move: 'moveFailed' } as const
type Answer = Pick<EventOf<'closeAnswered'>, 'command' | 'is' | 'text'>

function answered(taking: Taking, { command, is, text: said }: Answer): void {
  const { state } = taking
  const asked = state.asked.get(command)
  if (!asked) return
  const key = failureKey(command)
  const isDone = is === 'accepted'
  if (is !== 'unknown') state.asked.delete(command)
  if (isDone && !state.alerts.has(key)) return
  const course = courseAt(state, asked.login, asked.position)
  const fact: AlertFact = {
    kind: 'trouble',
    what: is === 'unknown' ? 'orderUnknown' : FAILED[asked.what],
    text: askedText(asked, is, said),
    course: course && courseOf(course),
    ...(isDone ? { cleared: true } : {}),
  }
  tell(taking, key, { fact, at: course?.at ?? placeNow(state, asked.terminal), over: is !== 'unknown' })
}

/** Answers may come in another order than they were given: an older change never stands over one that went nearer. */
function moved(
  taking: Taking,
  command: string,
  { terminal, login, position, origin, stop, target }: Asked,
): void {
  const course = courseAt(taking.state, login, position)
  const stopBefore = course ? course.order.stop : null
  if (course && stop !== null && isNearer(course.order.recorded.side, stop, course.order.stop))
    course.order.stop = stop
  if (course) course.order.target = target
  sayMoved(taking, `moved:${command}`, course, {
    terminal,
    position,
    stop,
    target,
    stopBefore,
    by: asOrigin(origin),
  })
}

type Move = Pick<Extract<AlertFact, { kind: 'moved' }>, 'stop' | 'target' | 'stopBefore' | 'by'> &
  Readonly<{ terminal: TerminalId; position: Ticket }>

function sayMoved(taking: Taking, key: string, course: Ordered | null, { terminal, ...move }: Move): void {
  const fact: AlertFact = { kind: 'moved', course: course && courseOf(course), ...move }
  tell(taking, key, { fact, at: course?.at ?? placeNow(taking.state, terminal), over: true })
  if (course) sayMission(taking, course)
}

/** Somebody else has moved it, or has taken it away. */
export function stopChanged(taking: Taking, { terminal, position, stop }: EventOf<'stopChanged'>): void {
  const { state, seq } = taking
  const course = courseAt(state, loginNow(state, terminal), position)
  const stopBefore = course ? course.order.stop : null
  const target = course ? course.order.target : null
  if (course) course.order.stop = stop
  if (stop !== null)
    return sayMoved(taking, `moved:${seq}`, course, {
      terminal,
      position,
      stop,
      target,
      stopBefore,
      by: 'outside',
    })
  const text = stopGoneText(position, course)
  const fact: AlertFact = { kind: 'trouble', what: 'stopGone', text, course: course && courseOf(course) }
  const key = course?.order.stopGone ?? `stopGone:${seq}`
  // Of a position that the book does not know nobody says that it has a stop again.
  tell(taking, key, { fact, at: course?.at ?? placeNow(state, terminal), over: course === null })
  if (!course) return
  course.order.stopGone = key
  sayMission(taking, course)
}

export const externalSeen = (taking: Taking, { terminal, position, symbol }: EventOf<'externalSeen'>): void =>
  sayExternal(taking, terminal, position, symbol)

/** Once a position, whatever tells of it. */
export function sayExternal(taking: Taking, terminal: TerminalId, position: Ticket, symbol: string): void {
  const { state } = taking
  const name = positionKey(loginNow(state, terminal), position)
  if (state.externals.has(name)) return
  state.externals.add(name)
  keepNewest(state.externals, MOST_EXTERNALS)
  const fact: AlertFact = {
    kind: 'trouble',
    what: 'external',
    text: externalText(position, symbol),
    course: null,
  }
  tell(taking, `external:${terminal}:${position}:${taking.seq}`, {
    fact,
    at: placeNow(state, terminal),
    over: true,
  })
}
