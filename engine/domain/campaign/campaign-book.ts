/** What the campaign remembers: plain values, so that a checkpoint can keep them. A fold over events and nothing else. */
import type { BadgeName, XpReason } from '../../contracts/badges.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { AccountKind, EpochMs, Side, TerminalId, Ulid } from '../../contracts/primitives.ts'
import type { PublicKey } from '../../contracts/squad.ts'
import type { BadgeProof, DayMark } from '../../contracts/campaign.ts'
import { emptyDay, emptyWeek, type DayFacts, type WeekFacts } from './day-facts.ts'

/** XP given or taken for one fact. `key` names the fact, so that it is paid once. */
export type Award = Readonly<{
  key: string
  account: AccountKind
  atMs: EpochMs
  reason: XpReason
  xp: number
  order: Ulid | null
  text: string
}>

/** How often something was done, and the first of what proves it. */
export type Tally = { n: number; readonly proofs: BadgeProof[] }

/** Results of one account, in the order in which it told them: another account's come at any time in between. */
export type AccountRecord = {
  /** Wins since the last loss; a trade that came out even is neither. */
  row: BadgeProof[]
  /** Of the newest month with a trade: its name, its results in millionths of R, and its trades. */
  month: { name: string; microR: number; proofs: BadgeProof[] }
  readonly pairs: Map<Pair, { n: number; netCents: number; proofs: BadgeProof[] }>
  /** Trades since the account was last too deep below its peak, or broke a limit. */
  clean: BadgeProof[]
  /** The highest equity since then, and what had been paid in by then; null: not told. */
  peak: Readonly<{ equityCents: number; transfersCents: number | null }> | null
}

export type OrderFacts = {
  readonly account: AccountKind
  readonly login: string
  readonly side: Side
  readonly stop: number
  readonly timeExitMs: number | null
  position: string | null
  closedByPerson: boolean
  /** Everything was to be closed, and new trades were not resumed since. */
  flattened: boolean
}

export type MissionFacts = Readonly<{ account: AccountKind; login: string; timeExitMs: number | null }>

/** Of one kind of account: kinds are never added together. */
export type KindBook = {
  readonly account: AccountKind
  /** Keys of everything that was ever awarded, and what of it the ledger has not told yet. */
  readonly paid: Set<string>
  readonly due: Map<string, Award>
  /** What has counted already, by name: nothing counts twice, however often it is told. */
  readonly counted: Set<string>
  /** How often something was paid on a day, of what is paid a few times only. */
  readonly slots: Map<string, number>
  readonly trades: Tally
  readonly wins: Tally
  readonly atTarget: Tally
  readonly diamonds: Tally
  readonly fresh: Tally
  /** Of trades at their target whose other half is not told yet: how deep they went, R, or that they closed there. */
  readonly depths: Map<Ulid, number | BadgeProof>
  readonly accounts: Map<string, AccountRecord>
  readonly badges: Map<BadgeName, Readonly<{ atMs: EpochMs; proofs: readonly BadgeProof[] }>>
  /** By name of the day. A day without a mark was missed. */
  readonly calendar: Map<string, DayMark>
  streak: { days: number; best: number }
  day: DayFacts
  week: WeekFacts
}

export type Campaign = {
  readonly kinds: Map<AccountKind, KindBook>
  /** Which account each terminal is on, as `accountId` names it. */
  readonly logins: Map<TerminalId, string>
  readonly missions: Map<Ulid, MissionFacts>
  /** Until they are closed. */
  readonly orders: Map<Ulid, OrderFacts>
  /** Order behind a position, by login and ticket. */
  readonly positions: Map<string, Ulid>
  readonly recruits: Set<PublicKey>
}

export const newCampaign = (): Campaign => ({
  kinds: new Map(),
  logins: new Map(),
  missions: new Map(),
  orders: new Map(),
  positions: new Map(),
  recruits: new Set(),
})

const newTally = (): Tally => ({ n: 0, proofs: [] })

const newKind = (account: AccountKind): KindBook => ({
  account,
  paid: new Set(),
  due: new Map(),
  counted: new Set(),
  slots: new Map(),
  trades: newTally(),
  wins: newTally(),
  atTarget: newTally(),
  diamonds: newTally(),
  fresh: newTally(),
  depths: new Map(),
  accounts: new Map(),
  badges: new Map(),
  calendar: new Map(),
  streak: { days: 0, best: 0 },
  day: emptyDay(0),
  week: emptyWeek(0),
})

/** Made when something of the kind is first told. */
export function kindOf({ kinds }: Campaign, account: AccountKind): KindBook {
  const known = kinds.get(account)
  if (known) return known
  const book = newKind(account)
  kinds.set(account, book)
  return book
}

export function accountOf({ accounts }: KindBook, login: string): AccountRecord {
  const known = accounts.get(login)
  if (known) return known
  const month = { name: '', microR: 0, proofs: [] }
  const record: AccountRecord = { row: [], month, pairs: new Map(), clean: [], peak: null }
  accounts.set(login, record)
  return record
}

/** The login of a terminal; before it was linked on record, the terminal stands for it. */
export const loginOf = ({ logins }: Campaign, terminal: TerminalId): string =>
  logins.get(terminal) ?? terminal

export const positionKey = (login: string, ticket: string): string => `${login} ${ticket}`

/** The order of ours behind a position; undefined: none that is open. */
export function orderAt(
  campaign: Campaign,
  terminal: TerminalId,
  ticket: string,
): [Ulid, OrderFacts] | undefined {
  const id = campaign.positions.get(positionKey(loginOf(campaign, terminal), ticket))
  const order = id === undefined ? undefined : campaign.orders.get(id)
  return id === undefined || order === undefined ? undefined : [id, order]
}

/** False when it has counted before. */
export function countOnce({ counted }: KindBook, name: string): boolean {
  if (counted.has(name)) return false
  counted.add(name)
  return true
}

export function tally(to: Tally, proof: BadgeProof, most: number): void {
  to.n++
  if (to.proofs.length < most) to.proofs.push(proof)
}
