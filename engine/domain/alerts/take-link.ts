/** Terminals that come and go. The first link of one is nothing to tell: whoever made it is there. */
import type { AlertFact } from '../../contracts/alerts.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { TerminalId } from '../../contracts/primitives.ts'
import { accountId, accountMark } from '../fire/account-id.ts'
import { accountKey } from './alert-state.ts'
import { ARMED } from './sentences.ts'
import { endEpisode, episode, placeNow, tell, type Taking } from './telling.ts'

type Link = Extract<AlertFact, { kind: 'link' }>

const linkOf = (terminal: TerminalId): string => `link:${terminal}`
const faultOf = (terminal: TerminalId): string => `disarmed:${terminal}`

/** The link that is told of now; null: nothing is. */
function toldLink({ state }: Taking, terminal: TerminalId): Readonly<{ key: string; fact: Link }> | null {
  const key = state.episodes.get(linkOf(terminal))?.key
  const fact = key === undefined ? undefined : state.alerts.get(key)?.fact
  return key !== undefined && fact?.kind === 'link' ? { key, fact } : null
}

export function terminalLost(taking: Taking, { terminal, reason }: EventOf<'terminalLost'>): void {
  const { state, wallMs } = taking
  const before = toldLink(taking, terminal)
  const key = episode(taking, linkOf(terminal))
  const times = (before?.key === key ? before.fact.times : 0) + 1
  const broker = state.places.get(terminal)?.broker ?? terminal
  const fact: Link = { kind: 'link', broker, reason, lostMs: wallMs, backMs: null, armed: false, times }
  tell(taking, key, { fact, at: placeNow(state, terminal) })
}

/** It may come back with another account: told is the one that was lost. */
export function terminalLinked(taking: Taking, event: EventOf<'terminalLinked'>): void {
  const { terminal, broker, account } = event
  const { places } = taking.state
  const told = toldLink(taking, terminal)
  const at = placeNow(taking.state, terminal)
  const login = accountId(event)
  places.set(terminal, { terminal, broker, account, mark: accountMark(login), login })
  if (told?.fact.backMs === null)
    tell(taking, told.key, { fact: { ...told.fact, backMs: taking.wallMs }, at })
}

export function armed(taking: Taking, { terminal, currency }: EventOf<'armed'>): void {
  const { state } = taking
  const place = state.places.get(terminal)
  if (place && currency !== undefined) state.currencies.set(accountKey(place), currency)
  const link = toldLink(taking, terminal)
  if (link && link.fact.backMs !== null && !link.fact.armed) {
    tell(taking, link.key, {
      fact: { ...link.fact, armed: true },
      at: state.alerts.get(link.key)?.at ?? null,
    })
    endEpisode(taking, linkOf(terminal))
  }
  const fault = state.episodes.get(faultOf(terminal))
  if (fault?.endedMs !== null) return
  sayFault(taking, fault.key, terminal, { text: ARMED, cleared: true })
  endEpisode(taking, faultOf(terminal))
}

/** What keeps a terminal from being fired on, until it is armed again: each further reason takes the place of the one before. */
export const disarmed = (taking: Taking, { terminal, reason }: EventOf<'disarmed'>): void =>
  sayFault(taking, episode(taking, faultOf(terminal)), terminal, { text: reason })

type Said = Readonly<{ text: string; cleared?: true }>

function sayFault(taking: Taking, key: string, terminal: TerminalId, said: Said): void {
  const fact: AlertFact = { kind: 'trouble', what: 'disarmed', course: null, ...said }
  tell(taking, key, { fact, at: placeNow(taking.state, terminal) })
}
