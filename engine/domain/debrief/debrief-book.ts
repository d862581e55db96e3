import type { EventOf, StoredEvent } from '../../contracts/events.ts'
import type { AccountKind, TerminalId, Ulid } from '../../contracts/primitives.ts'
import { accountId } from '../fire/account-id.ts'
import { addedBy, type ClosedOrders } from '../record/closed-orders.ts'
import { EquityMarks } from './record/equity-marks.ts'
import { KnownMissions } from './record/mission-facts.ts'
import { TradeRows, type Excursion } from './record/trade-rows.ts'
import { TradesPieces } from './trades-table.ts'

/** What is kept of one kind of account. */
export class AccountRecord {
  readonly trades = new TradeRows()
  readonly table = new TradesPieces(this.trades)
  /** By login, the one that was marked last at the end. */
  readonly marks = new Map<string, EquityMarks>()
  /** Told before the trades that they are of. */
  readonly excursions = new Map<Ulid, Excursion>()

  marksOf(login: string): EquityMarks {
    const marks = this.marks.get(login) ?? new EquityMarks()
    this.marks.delete(login)
    this.marks.set(login, marks)
    return marks
  }
}

/**
 * Everything that a debrief is made of, of each kind of account by itself: a row a closed trade, joined with what its mission had
 * said, and the marks of equity. Takes the events in order, each once; kinds of no concern may be among them.
 */
export class DebriefBook {
  readonly #missions = new KnownMissions()
  readonly #closed: ClosedOrders = new Map()
  /** Account of each terminal, as `accountId` names it: what the marks of equity go by. */
  readonly #logins = new Map<TerminalId, string>()
  readonly #accounts = new Map<AccountKind, AccountRecord>()

  account(kind: AccountKind): AccountRecord {
    const known = this.#accounts.get(kind) ?? new AccountRecord()
    this.#accounts.set(kind, known)
    return known
  }

  take({ event }: StoredEvent): void {
    switch (event.kind) {
      case 'terminalLinked':
        this.#logins.set(event.terminal, accountId(event))
        return
      case 'missionIssued':
        return this.#missions.take(event)
      case 'tradeClosed':
        return this.#close(event)
      case 'excursionMeasured':
        return this.#measure(event)
      case 'equityMarked':
        return this.account(event.account).marksOf(event.loginHash).push(event)
      default:
    }
  }

  #close({ trade }: EventOf<'tradeClosed'>): void {
    const added = addedBy(this.#closed, trade)
    if (added === null) return
    const account = this.account(trade.kind)
    const login = this.#logins.get(trade.terminal) ?? ''
    const equityCents = account.marks.get(login)?.lastCents ?? null
    if (!added.isFirst) return account.trades.add(trade, added, equityCents)
    account.trades.push(trade, { login, facts: this.#missions.of(trade.mission), equityCents })
    const excursion = account.excursions.get(trade.order)
    if (excursion) this.#note(account, trade.order, excursion)
    account.excursions.delete(trade.order)
  }

  #measure({ order, account: kind, maeR, mfeR }: EventOf<'excursionMeasured'>): void {
    const account = this.account(kind)
    if (account.trades.rowOf(order) === undefined) account.excursions.set(order, { maeR, mfeR })
    else this.#note(account, order, { maeR, mfeR })
  }

  #note({ trades }: AccountRecord, order: Ulid, excursion: Excursion): void {
    const row = trades.rowOf(order)
    if (row !== undefined) trades.measure(row, excursion)
  }
}
