import type { EpochMs, Road, TerminalId, Ticket, Ulid } from '../../contracts/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type {
  BodyOf,
  Hello,
  OpenPosition,
  QuotedSymbol,
  SymbolSpec,
  WaitingOrder,
} from '../../contracts/wire/index.ts'
import type { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import type { LostClose } from '../book/lost-closes.ts'
import type { Doubt } from '../book/traceless.ts'
import type { Kept, Told } from '../emergency/told.ts'
import { SymbolDesk } from '../market/symbol-desk.ts'

/** How much longer than a command is valid its answer may take. */
export const ANSWER_GRACE_MS = 3_000

/** A beat counts in seconds and a tick in less: so far ahead of the first word of a clock is no other clock. */
const SAME_CLOCK_MS = 60_000

/** Was it on a clock that ran ahead of this one? */
export const isAhead = (atMs: number, marketMs: number): boolean => atMs > marketMs + SAME_CLOCK_MS

/** One terminal as it is now. Nothing here is remembered over a restart: the terminal tells it again. */
export class TerminalDesk {
  readonly id: TerminalId
  hello: Hello
  session: string
  road: Road
  up = true
  armed = false
  /** Why it is not armed; a sentence. */
  reason = 'Waiting for the account and the open positions.'
  account: BodyOf<'account'> | null = null
  positions: readonly OpenPosition[] | null = null
  /** Those that the last session to tell any has left behind, and the market's time at its end. */
  lastSeen: Readonly<{ positions: readonly OpenPosition[]; atMs: EpochMs }> | null = null
  /** What waits at the broker, anyone's; null: not told. */
  orders: readonly WaitingOrder[] | null = null
  /** Computer's clock when it was told that last. */
  ordersWallMs = 0
  beat: BodyOf<'beat'> | null = null
  /** The economic calendar as it was told last. */
  calendar: BodyOf<'calendar'> | null = null
  /** Its costs and hours are its own, so what was learnt of them is too. Null until it is linked. */
  calibrator: Calibrator | null = null
  /** Computer's clock at the last beat and the last ticks. */
  beatWallMs = 0
  ticksWallMs = 0
  /** Computer's clock when it was linked, and until when it said that it would be silent. */
  upWallMs = 0
  busyUntilMs = 0
  /** How far the computer's clock was ahead of the terminal's at the last beat; null before. */
  aheadMs: number | null = null
  /** The market's time as it was told last; 0: not known. */
  marketMs = 0
  /** The same by beats and by ticks alone. */
  beatMs = 0
  tickMs = 0
  ticks = 0
  faults = 0
  /** Quotes that were none. */
  badTicks = 0
  /** Each `sync` of this session that may still be answered, with the orders whose end it asks for. */
  readonly questions = new Map<Ulid, readonly Doubt[]>()
  /** Orders of which the terminal had nothing to tell in the last answer that was asked for them. */
  traceless: readonly Doubt[] = []
  /** Closes that the last answer has left without an end. */
  readonly lostCloses = new Map<Ulid, LostClose>()
  askedWallMs = 0
  /** When the snapshot was compared with the book last. */
  comparedWallMs = 0
  /** Commands without an answer, and the computer's clock at which they are no longer valid. */
  readonly awaited = new Map<Ulid, number>()
  /** Since when, by the computer's clock, each flatten that has not ended is waited for. */
  readonly flattening = new Map<Ulid, number>()
  /** Of these those that the terminal has answered: patience is for the deals then. */
  readonly flattensAnswered = new Set<Ulid>()
  /** How often each position was asked to be closed because its time or the week ended, and the computer's clock when it was last. */
  readonly dueTried = new Map<Ticket, Readonly<{ tries: number; wallMs: number }>>()
  /** When AUTO has judged each pending mission last, by the computer's clock. */
  readonly autoTried = new Map<Ulid, number>()
  /** What it was told to keep by itself in this session. */
  readonly told = new Map<Kept, Told>()
  /** The second of the market in which a price has had waiting orders judged last. */
  withdrawnSecond = -1
  /** The limits that the terminal was told last, as text to compare. */
  limitsTold = ''
  /** The reason that was recorded last for not arming. */
  problem: string | null = null
  /** No pending mission expires before this market time; 0 until those of an earlier run have been looked at. */
  nextExpiryMs = 0
  /** Until this market time nothing about the guards of its account changes by the clock alone. */
  guardsDueMs = 0
  /** The trading day in which its account was watched last; 0: not yet on this clock. */
  watchedDayMs = 0
  readonly #faultsByCode = new Map<string, number>()
  /** Everything paid in by its last word; a new session keeps it, since the money is there still. */
  #transfers: BodyOf<'account'>['transfers']
  readonly #byName = new Map<string, SymbolDesk>()
  #byIndex: SymbolDesk[] = []

  constructor(id: TerminalId, session: string, hello: Hello, road: Road) {
    this.id = id
    this.session = session
    this.hello = hello
    this.road = road
  }

  /** A new connection of the same terminal: what the market said stays, what the account said must be told again. */
  reconnect(session: string, hello: Hello, road: Road): void {
    this.session = session
    this.road = road
    this.hello = hello
    this.up = true
    this.disarm('Waiting for the account and the open positions.')
    this.account = null
    this.positions = null
    this.orders = null
    this.beat = null
    this.aheadMs = null
    this.busyUntilMs = 0
    this.calendar = null
    this.questions.clear()
    this.traceless = []
    this.lostCloses.clear()
    this.told.clear()
    this.#byIndex = []
    this.forgetClock()
    for (const symbol of this.#byName.values()) {
      symbol.knownUntilMs = symbol.market.tickMs
      symbol.excursions.breakOff()
    }
  }

  /** Its connection has ended: what it has shown last stays in sight. */
  lose(atMs: EpochMs): void {
    this.up = false
    this.disarm('The terminal is not linked.')
    if (this.positions) this.lastSeen = { positions: this.positions, atMs }
  }

  /** The market's time is taken anew: one wrong word would else hold until the market has come so far. */
  forgetClock(): void {
    this.marketMs = 0
    this.beatMs = 0
    this.tickMs = 0
    this.nextExpiryMs = 0
    this.guardsDueMs = 0
    this.watchedDayMs = 0
  }

  /**
   * Prices of a clock that ran ahead would count as new, and keep out those of the right one. Answers the latest time of them, 0 for
   * none, and the symbols that have no past now.
   */
  dropAhead(): Readonly<{ lateMs: number; anew: readonly SymbolDesk[] }> {
    let lateMs = 0
    for (const { spec, lastMs } of this.#byName.values()) {
      if (!isAhead(lastMs, this.marketMs)) continue
      lateMs = Math.max(lateMs, lastMs)
      const anew = new SymbolDesk(spec)
      this.#byName.set(spec.name, anew)
      if (this.#byIndex[spec.index]?.spec.name === spec.name) this.#byIndex[spec.index] = anew
    }
    return { lateMs, anew: this.symbols.filter(({ askedIn }) => askedIn === null) }
  }

  disarm(reason: string): void {
    this.armed = false
    this.reason = reason
  }

  /** An answer to a command that is valid until then should come. */
  awaits(command: Ulid, validUntilWallMs: number): void {
    this.awaited.set(command, validUntilWallMs)
  }

  isOverdue(wallMs: number): boolean {
    return [...this.awaited.values()].some(untilMs => wallMs > untilMs + ANSWER_GRACE_MS)
  }

  /** One more fault of this code; how many there are now. */
  countFault(code: string): number {
    const count = (this.#faultsByCode.get(code) ?? 0) + 1
    this.countFaults(code, count)
    return count
  }

  get faultsByCode(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#faultsByCode)
  }

  /** There are `count` faults of this code by now. */
  countFaults(code: string, count: number): void {
    this.faults += Math.max(1, count - (this.#faultsByCode.get(code) ?? 0))
    this.#faultsByCode.set(code, count)
  }

  /**
   * A terminal without its broker's line cannot sum up what was paid in: its last word holds, or what was paid out today would look
   * like a loss of today.
   */
  tellAccount(account: BodyOf<'account'>): void {
    this.#transfers = account.transfers ?? this.#transfers
    this.account = this.#transfers === undefined ? account : { ...account, transfers: this.#transfers }
  }

  specify(specs: readonly (SymbolSpec | QuotedSymbol)[]): void {
    this.#byIndex = []
    for (const spec of specs) {
      const known = this.#byName.get(spec.name)
      const symbol = known && known.market.digits === spec.digits ? known : new SymbolDesk(spec)
      symbol.spec = spec
      this.#byName.set(spec.name, symbol)
      this.#byIndex[spec.index] = symbol
    }
  }

  at(index: number): SymbolDesk | undefined {
    return this.#byIndex[index]
  }

  /** As this session has specified it: what an earlier one said of steps and values is not traded by. */
  named(symbol: string): SymbolDesk | undefined {
    return this.#byIndex.find(known => known?.spec.name === symbol)
  }

  of(pair: Pair): SymbolDesk | undefined {
    return this.#byIndex.find(symbol => symbol?.spec.pair === pair)
  }

  get symbols(): readonly SymbolDesk[] {
    return this.#byIndex.filter(symbol => symbol !== undefined)
  }
}
