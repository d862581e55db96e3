/** What a book of alerts remembers: plain values, so that a structured clone carries them. A fold over events and nothing else. */
import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import type { AccountKind, EpochMs, Points, TerminalId, Ticket, Ulid } from '../../contracts/primitives.ts'
import type { BotId, ChatId, ChatRole } from '../../contracts/telegram-chat.ts'
import type { SentAlert } from '../../contracts/telegram.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import type { Course } from './course.ts'

/** An account that a terminal is on, and `login` as the desk tells accounts apart. */
export type Place = AlertPlace & Readonly<{ login: string }>

/** A close or a change that was asked of a position, at the account `login`. Stop and target in points, of a change. */
export type Asked = Readonly<{
  what: 'close' | 'move'
  terminal: TerminalId
  login: string
  position: Ticket
  origin: string
  stop: Points | null
  target: Points | null
}>

/** None is named where nobody knows what became of an order. */
export type Left = Readonly<{ login: string; positions: readonly Ticket[] }>

/** What comes and goes, as a link does. `endedMs` null: it still is. */
export type Episode = Readonly<{ key: string; endedMs: EpochMs | null }>

export type Chat = {
  role: ChatRole
  name: string
  readonly pairedMs: EpochMs
  readonly pairedSeq: number
  settledSeq: number
  bot?: BotId | undefined
  readonly sent: Map<string, SentAlert>
}

export type AlertState = {
  throughSeq: number
  /** By key, in the order in which they were first told. */
  readonly alerts: Map<string, Alert>
  /** Keys of those that are over, in the order in which they ended. */
  readonly over: Set<string>
  readonly chats: Map<ChatId, Chat>
  readonly places: Map<TerminalId, Place>
  /** What an account counts in, by `accountKey`: it never changes. */
  readonly currencies: Map<string, string>
  readonly courses: Map<Ulid, Course>
  /** Missions behind orders and, by login and ticket, behind positions: as long as the course is known. */
  readonly orders: Map<Ulid, Ulid>
  readonly positions: Map<string, Ulid>
  /** Deals of positions without an order of ours, by login and ticket: its deal in may still come. */
  readonly strays: Map<string, readonly Deal[]>
  /** Closes and changes that were asked for, by command. */
  readonly asked: Map<Ulid, Asked>
  /** Positions that a flatten has left open, by its alert: as long as they are, as far as is known. */
  readonly left: Map<string, Left>
  /** Positions that are not ours and were told, by login and ticket. */
  readonly externals: Set<string>
  /** The newest link and armament of each terminal. */
  readonly episodes: Map<string, Episode>
  /** Guards that stand, by guard and account. */
  readonly guards: Map<string, Readonly<{ key: string; untilMs: EpochMs | null }>>
  readonly xp: Map<AccountKind, number>
}

export const emptyAlerts = (): AlertState => ({
  throughSeq: 0,
  alerts: new Map(),
  over: new Set(),
  chats: new Map(),
  places: new Map(),
  currencies: new Map(),
  courses: new Map(),
  orders: new Map(),
  positions: new Map(),
  strays: new Map(),
  asked: new Map(),
  left: new Map(),
  externals: new Set(),
  episodes: new Map(),
  guards: new Map(),
  xp: new Map(),
})

/** An account as an alert names it. */
export const accountKey = ({ broker, mark }: Pick<AlertPlace, 'broker' | 'mark'>): string =>
  JSON.stringify([broker, mark])

/** Positions are numbered by account, and two accounts may number theirs alike. */
export const positionKey = (login: string, position: string): string => `${login} ${position}`

/** The oldest go until no more than `most` are left. Gives those that went. */
export function keepNewest<Key>(of: Map<Key, unknown> | Set<Key>, most: number): Key[] {
  const gone: Key[] = []
  for (const key of of.keys()) {
    if (of.size <= most) break
    of.delete(key)
    gone.push(key)
  }
  return gone
}
