import type { AlertFact } from '../../contracts/alerts.ts'
import type { EventOf } from '../../contracts/events.ts'
import { accountMark } from '../fire/account-id.ts'
import { placeOf, tell, type Taking } from './telling.ts'

type OfGuard = EventOf<'guardRaised'> | EventOf<'guardEnded'>

const nameOf = ({ guard, loginHash, account }: OfGuard): string => `${guard} ${loginHash} ${account}`

const placeOfGuard = ({ state }: Taking, { terminal, account, loginHash }: OfGuard) => ({
  ...placeOf(state, terminal, account),
  mark: accountMark(loginHash),
})

/** A guard that stands and is raised again, for longer or for another reason, is the same; one whose time was over is another. */
export function guardRaised(taking: Taking, event: EventOf<'guardRaised'>): void {
  const { guards } = taking.state
  const { guard, text, untilMs, atMs } = event
  const known = guards.get(nameOf(event))
  const isOld = known !== undefined && known.untilMs !== null && atMs >= known.untilMs
  if (isOld) sayEnded(taking, event, known.key, 'Its time is over.')
  const key = known && !isOld ? known.key : `guard:${guard}:${taking.seq}`
  guards.set(nameOf(event), { key, untilMs })
  const fact: AlertFact = { kind: 'guard', guard, text, untilMs, ended: null }
  tell(taking, key, { fact, at: placeOfGuard(taking, event) })
}

export function guardEnded(taking: Taking, event: EventOf<'guardEnded'>): void {
  const { guards } = taking.state
  const known = guards.get(nameOf(event))
  if (!known) return
  guards.delete(nameOf(event))
  sayEnded(taking, event, known.key, event.why)
}

function sayEnded(taking: Taking, event: OfGuard, key: string, ended: string): void {
  const before = taking.state.alerts.get(key)?.fact
  if (before?.kind === 'guard')
    tell(taking, key, { fact: { ...before, ended }, at: placeOfGuard(taking, event), over: true })
}
