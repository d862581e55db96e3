/** Orders of an emergency, as a test gives them, and what went out to the terminal because of them. */
import type { CommandAnswer, Mission } from '../contracts/index.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import { DeskHarness } from './desk-harness.ts'

type Plain = 'pause' | 'resume' | 'cancelAll' | 'flattenAll'

export const ask = (desk: DeskHarness, kind: Plain): CommandAnswer =>
  desk.engine.command({ kind, id: desk.ids.next(desk.nowMs()), origin: 'window' })
export const codesOf = (answer: CommandAnswer) =>
  answer.is === 'denied' ? answer.denials.map(denial => denial.code) : answer.is
export const textOf = (answer: CommandAnswer) => (answer.is === 'denied' ? '' : answer.text)
export const sentOf = <T extends 'halt' | 'resume' | 'limits' | 'flatten'>(desk: DeskHarness, type: T) =>
  desk.sent.filter(message => message.type === type).map(message => message.body as BodyOf<T>)

/** A desk whose mission was fired and filled. */
export function held(): { desk: DeskHarness; mission: Mission } {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver()
  return { desk, mission }
}
