/** What is done with the desk as a whole, or with all of an account. */
import type { AlertFact, AlertPlace } from '../../contracts/alerts.ts'
import type { EventOf } from '../../contracts/events.ts'
import { CONSENT, FLATTENING, pausedText, RESUMED, selectorText } from './sentences.ts'
import { endLeft, hasUnknown } from './take-left.ts'
import { loginNow, placeNow, placeOf, tell, type Taking } from './telling.ts'

type DeskFact = Extract<AlertFact, { kind: 'desk' }>

function say(
  taking: Taking,
  fact: Omit<DeskFact, 'kind' | 'selector'> & { selector?: DeskFact['selector'] },
  at: AlertPlace | null = null,
): void {
  tell(taking, `desk:${taking.seq}`, { fact: { kind: 'desk', selector: null, ...fact }, at, over: true })
}

export const selectorSet = (taking: Taking, { selector, origin }: EventOf<'selectorSet'>): void =>
  say(taking, { what: 'selector', selector, origin, text: selectorText(selector, origin) })

export const paused = (taking: Taking, { origin }: EventOf<'paused'>): void =>
  say(taking, { what: 'paused', origin, text: pausedText(origin) })

export const resumed = (taking: Taking, { origin }: EventOf<'resumed'>): void =>
  say(taking, { what: 'resumed', origin, text: RESUMED })

export function consentGiven(taking: Taking, { terminal, account, origin }: EventOf<'consentGiven'>): void {
  say(taking, { what: 'consent', origin, text: CONSENT }, placeOf(taking.state, terminal, account))
}

/** What a flatten is asked for again under: the desk's own hand, and nothing new to a person. */
const AGAIN = 'again'

export function flattenRequested(taking: Taking, { terminal, origin }: EventOf<'flattenRequested'>): void {
  if (origin === AGAIN) return
  say(taking, { what: 'flatten', origin, text: FLATTENING }, placeNow(taking.state, terminal))
}

/** Something may be open still when no position is named: an order of which nobody knows what became. */
export function flattenEnded(taking: Taking, event: EventOf<'flattenEnded'>): void {
  const { command, terminal, left, text } = event
  const { state } = taking
  const at = placeNow(state, terminal)
  const login = loginNow(state, terminal)
  const isFlat = left.length === 0 && !hasUnknown(state, login)
  endLeft(taking, login, isFlat ? text : null)
  if (isFlat) return say(taking, { what: 'flattened', origin: 'desk', text }, at)
  const fact: AlertFact = { kind: 'trouble', what: 'flattenLeft', text, course: null }
  const key = `flattenLeft:${command}`
  state.left.set(key, { login, positions: left })
  tell(taking, key, { fact, at })
}

export function ledgerRecovered(taking: Taking, { text }: EventOf<'ledgerRecovered'>): void {
  const fact: AlertFact = { kind: 'trouble', what: 'ledgerRecovered', text, course: null }
  tell(taking, `ledger:${taking.seq}`, { fact, at: null, over: true })
}
