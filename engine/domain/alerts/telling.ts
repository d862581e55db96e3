/** How an alert gets into the book, changes, ends and is forgotten. */
import type { Alert, AlertFact, AlertPlace } from '../../contracts/alerts.ts'
import type { AccountKind, EpochMs, TerminalId } from '../../contracts/primitives.ts'
import { accountMark } from '../fire/account-id.ts'
import { keepNewest, type AlertState, type Episode } from './alert-state.ts'

/** What is folded now, and the keys of what it has made or changed. */
export type Taking = Readonly<{
  state: AlertState
  seq: number
  wallMs: EpochMs
  changed: Set<string>
}>

export type Told = Readonly<{ fact: AlertFact; at: AlertPlace | null; over?: boolean }>

/** The first edition of an alert, or the next one. */
export function tell(
  { state, seq, wallMs, changed }: Taking,
  key: string,
  { fact, at, over = false }: Told,
): void {
  if (isQuiet(fact)) return
  const { firstSeq, wallMs: firstMs } = state.alerts.get(key) ?? { firstSeq: seq, wallMs }
  put(state, { key, fact, firstSeq, seq, wallMs: firstMs, at, over })
  changed.add(key)
}

/** The steps of a test fire stand on the page where it was asked for; what somebody has to look after is told as ever. */
const isQuiet = (fact: AlertFact): boolean =>
  fact.kind !== 'trouble' && 'course' in fact && fact.course?.mission.test === true

/** Nothing is to change it any more. */
export function finish({ state, changed }: Taking, key: string): void {
  const alert = state.alerts.get(key)
  if (!alert || alert.over) return
  put(state, { ...alert, over: true })
  changed.add(key)
}

function put({ alerts, over }: AlertState, alert: Alert): void {
  alerts.set(alert.key, alert)
  if (alert.over) over.add(alert.key)
  else over.delete(alert.key)
}

/** More of them wait for a chat that hears nothing than anybody would read. */
const MOST_OVER = 10_000

/** Alerts that are over and settled by every chat go; without a chat, all that are over. Beyond a bound the oldest go all the same. */
export function forgetSettled(state: AlertState): void {
  const settledSeq = Math.min(...[...state.chats.values()].map(chat => chat.settledSeq))
  for (const key of state.over) {
    if ((state.alerts.get(key)?.seq ?? 0) > settledSeq) continue
    state.over.delete(key)
    forget(state, key)
  }
  forgetTooMany(state)
}

export function forgetTooMany(state: AlertState): void {
  for (const key of keepNewest(state.over, MOST_OVER)) forget(state, key)
}

function forget({ alerts, chats }: AlertState, key: string): void {
  alerts.delete(key)
  for (const { sent } of chats.values()) sent.delete(key)
}

/** Where a terminal is; one that was never linked on record is called by its id. */
export function placeOf({ places }: AlertState, terminal: TerminalId, account: AccountKind): AlertPlace {
  const known = places.get(terminal)
  return { terminal, broker: known?.broker ?? terminal, account, mark: accountMark(known?.login ?? '') }
}

/** The account that a terminal is on; null: it was never linked on record. */
export const placeNow = (state: AlertState, terminal: TerminalId): AlertPlace | null => {
  const known = state.places.get(terminal)
  return known ? placeOf(state, terminal, known.account) : null
}

export const loginNow = ({ places }: AlertState, terminal: TerminalId): string =>
  places.get(terminal)?.login ?? ''

/** What goes and comes again so soon is told as one. */
const SAME_EPISODE_MS = 5 * 60_000

const isSoon = ({ endedMs }: Episode, wallMs: number): boolean =>
  endedMs === null || Math.abs(wallMs - endedMs) < SAME_EPISODE_MS

/** The alert of what goes on by this name: that of before when it still goes on, or ended just now. */
export function episode(taking: Taking, name: string): string {
  const { state, seq, wallMs } = taking
  const known = state.episodes.get(name)
  const key = known && isSoon(known, wallMs) ? known.key : `${name}:${seq}`
  state.episodes.set(name, { key, endedMs: null })
  return key
}

export function endEpisode({ state, wallMs }: Taking, name: string): void {
  const known = state.episodes.get(name)
  if (known) state.episodes.set(name, { ...known, endedMs: wallMs })
}

/** What ended long enough ago is over. */
export function closeEpisodes(taking: Taking): void {
  const { episodes } = taking.state
  for (const [name, known] of episodes) {
    if (isSoon(known, taking.wallMs)) continue
    episodes.delete(name)
    finish(taking, known.key)
  }
}
