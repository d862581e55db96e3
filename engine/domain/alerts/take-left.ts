/** What a flatten has left open, until it is closed: by another flatten, by hand or by its stop. */
import type { AlertFact } from '../../contracts/alerts.ts'
import { positionKey, type AlertState, type Left } from './alert-state.ts'
import { isOver, stageOf, type Ordered } from './course.ts'
import { LEFT_CLOSED } from './sentences.ts'
import { finish, tell, type Taking } from './telling.ts'

export const hasUnknown = (state: AlertState, login: string): boolean => hasStage(state, login, 'unknown')

const hasStage = ({ courses }: AlertState, login: string, stage: 'unknown' | 'filled'): boolean =>
  [...courses.values()].some(course => course.order?.login === login && stageOf(course) === stage)

/** `flat`: how it is said that nothing is left there; null: what is left is named anew. */
export function endLeft(taking: Taking, login: string, flat: string | null): void {
  for (const [key, left] of taking.state.left) if (left.login === login) end(taking, key, flat)
}

/** A trade of its account has ended: it may have been the last that was left. */
export function lookAtLeft(taking: Taking, { order: { login } }: Ordered): void {
  const { state } = taking
  for (const [key, left] of state.left)
    if (left.login === login && isClosed(state, left)) end(taking, key, LEFT_CLOSED)
}

/** A position that the book does not know may be open. */
function isClosed(state: AlertState, { login, positions }: Left): boolean {
  if (hasUnknown(state, login)) return false
  if (positions.length === 0) return !hasStage(state, login, 'filled')
  return positions.every(position => {
    const mission = state.positions.get(positionKey(login, position))
    const course = mission === undefined ? undefined : state.courses.get(mission)
    return course !== undefined && isOver(course)
  })
}

function end(taking: Taking, key: string, text: string | null): void {
  const { state } = taking
  state.left.delete(key)
  if (text === null) return finish(taking, key)
  const at = state.alerts.get(key)?.at ?? null
  const fact: AlertFact = { kind: 'trouble', what: 'flattenLeft', text, course: null, cleared: true }
  tell(taking, key, { fact, at, over: true })
}
