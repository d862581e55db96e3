/** A mission from its briefing to an end without an order. */
import type { EventOf } from '../../contracts/events.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import { positionKey, type AlertState } from './alert-state.ts'
import { courseOf, isOrdered, isOver, newCourse, stageOf, type Course, type Ordered } from './course.ts'
import { stopBackText } from './sentences.ts'
import { lookAtLeft } from './take-left.ts'
import { finish, placeOf, tell, type Taking } from './telling.ts'

/** Courses that are remembered; those that have ended go first. Late words of an order come within minutes. */
const MOST_COURSES = 300

export function missionIssued(taking: Taking, { mission }: EventOf<'missionIssued'>): void {
  const { state } = taking
  const course = newCourse(mission, placeOf(state, mission.terminal, mission.kind))
  state.courses.set(mission.id, course)
  if (state.courses.size > MOST_COURSES) dropOne(taking)
  sayMission(taking, course)
}

function dropOne(taking: Taking): void {
  const { courses } = taking.state
  const course = firstOver(courses.values()) ?? [...courses.values()][0]
  if (!course) return
  for (const key of keysOf(course)) finish(taking, key)
  forgetCourse(taking.state, course)
}

function firstOver(courses: Iterable<Course>): Course | null {
  for (const course of courses) if (isOver(course)) return course
  return null
}

function forgetCourse({ courses, orders, positions }: AlertState, { mission, order }: Course): void {
  courses.delete(mission.id)
  if (!order) return
  orders.delete(order.recorded.order)
  if (order.position !== null) positions.delete(positionKey(order.login, order.position))
}

/** Alerts that change with it. */
function keysOf({ mission: { id }, order }: Course): string[] {
  const ofOrder = order ? ['fired', 'filled', 'unknown'].map(name => `${name}:${order.recorded.order}`) : []
  const gone = order?.stopGone ? [order.stopGone] : []
  return [`mission:${id}`, `denied:${id}`, ...ofOrder, ...gone]
}

export function missionRetimed(taking: Taking, { mission, expiresMs }: EventOf<'missionRetimed'>): void {
  const course = taking.state.courses.get(mission)
  if (!course) return
  course.expiresMs = expiresMs
  sayMission(taking, course)
}

/** An order that was recorded before decides what becomes of a mission, not its timer. */
export function missionExpired(taking: Taking, { mission, reason }: EventOf<'missionExpired'>): void {
  const course = end(taking, mission, 'expired', reason)
  if (course) sayExpired(taking, course)
}

/** Whoever declined it knows. */
export function missionDeclined(taking: Taking, { mission, reason }: EventOf<'missionDeclined'>): void {
  end(taking, mission, 'declined', reason)
}

function end(taking: Taking, mission: Ulid, is: 'expired' | 'declined', why: string): Course | null {
  const course = taking.state.courses.get(mission)
  if (!course || course.order || course.ended) return null
  course.ended = { is, why }
  sayMission(taking, course)
  return course
}

export function sayExpired(taking: Taking, course: Course): void {
  const fact = { kind: 'expired', course: courseOf(course) } as const
  tell(taking, `expired:${course.mission.id}`, { fact, at: course.at, over: true })
}

/** AUTO tries again and again: it is told as one. */
export function fireDenied(taking: Taking, { mission, origin, denials }: EventOf<'fireDenied'>): void {
  const course = taking.state.courses.get(mission)
  const fact = { kind: 'denied', course: course ? courseOf(course) : null, origin, denials } as const
  const over = !course || isOver(course) || course.order !== null
  tell(taking, `denied:${mission}`, { fact, at: course?.at ?? null, over })
}

/** The message of the mission as it stands now; with its end, whatever else goes on changing ends too. */
export function sayMission(taking: Taking, course: Course): void {
  const { id } = course.mission
  const over = isOver(course)
  tell(taking, `mission:${id}`, { fact: { kind: 'mission', course: courseOf(course) }, at: course.at, over })
  if (course.order || over) finish(taking, `denied:${id}`)
  if (!isOrdered(course)) return
  sayStopBack(taking, course)
  if (over) lookAtLeft(taking, course)
}

/** Its position has a stop again, or is no more. */
function sayStopBack(taking: Taking, course: Ordered): void {
  const { order, at } = course
  if (order.stopGone === null) return
  const isGone = order.stop === null && !isOver(course) && stageOf(course) !== 'closed'
  if (isGone) return
  const text = stopBackText(course)
  const fact = { kind: 'trouble', what: 'stopGone', text, course: courseOf(course), cleared: true } as const
  tell(taking, order.stopGone, { fact, at, over: true })
  order.stopGone = null
}
