/** What one account tells, event by event: the facts that a campaign is made of, with only what a test is about written out. */
import type { EngineEvent, EventOf } from '../contracts/events.ts'
import type { ClosedTrade } from '../contracts/mission.ts'
import type { Pair } from '../contracts/pairs.ts'
import {
  Cents,
  EpochMs,
  Points,
  TerminalId,
  Ticket,
  Ulid,
  type AccountKind,
} from '../contracts/primitives.ts'
import type { Freshness, GuardName } from '../contracts/vocabulary.ts'
import { accountId } from '../domain/fire/account-id.ts'
import { tradingDayMs } from '../domain/market/session-clock.ts'
import { aTradeClosed } from './events.ts'
import { ONE_OF_EACH } from './one-of-each.ts'
import { aMission } from './views.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Monday 2026-11-02, 09:00 in London. */
const MONDAY_MS = Date.UTC(2026, 10, 2, 9)

type End = Readonly<{
  netCents?: number
  r?: number
  reason?: ClosedTrade['reason']
  pair?: Pair
  /** Price of the close, as a share of the way to the target. */
  ofTarget?: number
}>

export class CampaignStream {
  readonly events: EngineEvent[] = []
  readonly account: AccountKind
  readonly terminal: TerminalId
  readonly loginHash: string
  readonly #number: number
  #orders = 0
  #atMs = MONDAY_MS

  /** `number` tells the streams of a test apart: terminal, login and every id. */
  constructor(number: number, account: AccountKind) {
    this.#number = number
    this.account = account
    this.terminal = TerminalId.parse(`terminal-${number}`)
    const loginHash = String(number).repeat(32).slice(0, 32)
    const linked = { ...ONE_OF_EACH.terminalLinked, loginHash }
    // As the desk names it in every event but the link.
    this.loginHash = accountId(linked)
    this.#add({ ...linked, terminal: this.terminal, account, atMs: this.atMs })
  }

  get atMs(): EpochMs {
    return EpochMs.parse(this.#atMs)
  }

  /** The market goes on to nine o'clock of the trading day that is so many days after the first Monday, and the account is told. */
  day(number: number, equityCents = 1_000_000): this {
    this.#atMs = MONDAY_MS + number * DAY_MS
    return this.equity(equityCents, 'day')
  }

  equity(equityCents: number, why: EventOf<'equityMarked'>['why'] = 'trough', transfersCents = 0): this {
    const cents = { balanceCents: Cents.parse(equityCents), equityCents: Cents.parse(equityCents) }
    const dayMs = EpochMs.parse(tradingDayMs(this.#atMs))
    return this.#add({ kind: 'equityMarked', atMs: this.atMs, ...this.#ofAccount, why, dayMs, ...cents, transfersCents: Cents.parse(transfersCents) }) // prettier-ignore
  }

  id(number: number): Ulid {
    return Ulid.parse(String(this.#number * 1_000_000 + number).padStart(26, '0'))
  }

  /** The order of the last shot. */
  get order(): Ulid {
    return this.id(2 * this.#orders + 1)
  }

  get mission(): Ulid {
    return this.id(2 * this.#orders)
  }

  issue(): this {
    this.#orders++
    const mission = { ...aMission(), id: this.mission, terminal: this.terminal, kind: this.account }
    return this.#add({ kind: 'missionIssued', atMs: this.atMs, trace: mission.id, mission })
  }

  decline(reason: string, freshness?: Freshness): this {
    return this.#add({ kind: 'missionDeclined', atMs: this.atMs, mission: this.mission, reason, ...(freshness && { freshness }) }) // prettier-ignore
  }

  shoot(freshness: Freshness = 'VALID', origin = 'window'): this {
    const { orderRecorded, orderAnswered } = ONE_OF_EACH
    const { order, mission, terminal, account, atMs } = this
    this.#add({ ...orderRecorded, atMs, order, mission, terminal, account, origin, freshness })
    return this.#add({ ...orderAnswered, atMs, order, position: this.#position })
  }

  deny(): this {
    return this.#add({ ...ONE_OF_EACH.fireDenied, atMs: this.atMs, mission: this.mission })
  }

  close(end: End = {}): this {
    const { netCents = 1_500, r = netCents / 1_000, reason = 'target', pair = 'EURUSD', ofTarget = 1 } = end
    const { trade } = aTradeClosed({ netCents, r, closeMs: this.#atMs, account: this.account })
    const close = Points.parse(Math.round(trade.open + ofTarget * (trade.target - trade.open)))
    const { order, mission, terminal, atMs } = this
    return this.#add({ kind: 'tradeClosed', atMs, trade: { ...trade, order, mission, terminal, reason, pair, close } }) // prettier-ignore
  }

  /** A whole trade. */
  trade(end: End = {}): this {
    return this.issue().shoot().close(end)
  }

  depth(maeR: number): this {
    const { order, terminal, account, atMs } = this
    return this.#add({ ...ONE_OF_EACH.excursionMeasured, atMs, order, terminal, account, maeR })
  }

  askToClose(origin = 'window'): this {
    return this.#add({ ...ONE_OF_EACH.closeRequested, atMs: this.atMs, terminal: this.terminal, position: this.#position, origin }) // prettier-ignore
  }

  flatten(): this {
    return this.#add({ ...ONE_OF_EACH.flattenRequested, atMs: this.atMs, terminal: this.terminal })
  }

  resume(): this {
    return this.#add({ ...ONE_OF_EACH.resumed, atMs: this.atMs })
  }

  stop(points: number | null): this {
    const stop = points === null ? null : Points.parse(points)
    return this.#add({ kind: 'stopChanged', atMs: this.atMs, terminal: this.terminal, position: this.#position, stop }) // prettier-ignore
  }

  debrief(order = this.order): this {
    return this.#add({ ...ONE_OF_EACH.tradeDebriefed, atMs: this.atMs, account: this.account, order })
  }

  journal(entry: number, lesson = 'Wait for the close.'): this {
    const said = { entry: this.id(500_000 + entry), lesson, emotions: [] }
    return this.#add({ ...ONE_OF_EACH.journalWritten, atMs: this.atMs, account: this.account, order: null, mission: null, ...said }) // prettier-ignore
  }

  answer(lesson: string, right = true): this {
    return this.#add({ ...ONE_OF_EACH.lessonAnswered, atMs: this.atMs, account: this.account, lesson, right })
  }

  tryLimit(what = 'SHOTS_TODAY'): this {
    return this.#add({ ...ONE_OF_EACH.limitTried, atMs: this.atMs, account: this.account, loginHash: this.loginHash, what }) // prettier-ignore
  }

  raise(guard: GuardName): this {
    return this.#add({ ...ONE_OF_EACH.guardRaised, atMs: this.atMs, ...this.#ofAccount, guard })
  }

  end(guard: GuardName): this {
    return this.#add({ ...ONE_OF_EACH.guardEnded, atMs: this.atMs, ...this.#ofAccount, guard })
  }

  get #ofAccount() {
    return { terminal: this.terminal, account: this.account, loginHash: this.loginHash }
  }

  get #position(): Ticket {
    return Ticket.parse(String(this.#orders))
  }

  #add(event: EngineEvent): this {
    this.events.push(event)
    this.#atMs++
    return this
  }
}
