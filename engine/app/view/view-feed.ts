import type { StoredEvent } from '../../contracts/events.ts'
import type { EpochMs, TerminalId } from '../../contracts/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type {
  NoticeView,
  PriceRow,
  RecentRefusal,
  RegimeRow,
  ViewPatch,
  WarRoomView,
} from '../../contracts/views.ts'
import { sessionAt } from '../../domain/market/session-clock.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { allOrders, allPositions, shownTerminal, stakeOf } from './all-terminals.ts'
import { accountView, calendarView, campaignView, fireView } from './desk-view.ts'
import { computerView } from '../terminals/terminal-watch.ts'
import { linkView } from './link-view.ts'
import { priceRow, regimeRow } from './market-view.ts'
import { noticeOf } from './notices.ts'
import { allMissions } from './mission-view.ts'

const NOTICES = 20
const REFUSALS = 12
const KILL_CARDS = 5

type Section = Exclude<keyof WarRoomView, 'rev' | 'prices' | 'regimes' | 'version'>
type ByPair<Row> = Partial<Record<Pair, Row>>

/** Folds the desk into what a window shows, and finds what changed since the last time. */
export class ViewFeed {
  readonly #desk: Desk
  #rev = 0
  /** The terminal that a window asked for, kept while it is away. */
  #asked: TerminalId | null = null
  /** Whose market was told last. */
  #shown: TerminalId | null = null
  #notices: readonly NoticeView[] = []
  /** Of each terminal: they belong to its market. */
  readonly #refusals = new Map<TerminalId, readonly RecentRefusal[]>()
  /** JSON of each section and row as it was told last. */
  readonly #told = new Map<string, string>()
  readonly #bids = new Map<string, number>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  onTold(stored: readonly StoredEvent[]): void {
    for (const { event } of stored) {
      const notice = noticeOf(event)
      if (notice) this.#notices = [notice, ...this.#notices].slice(0, NOTICES)
      if (event.kind !== 'missionRefused') continue
      const { terminal, pair, setup, side } = event.mission
      const reasons = event.refusals.map(reason => reason.text)
      const refusal = { atMs: event.atMs, pair, setup, side, reasons }
      this.#refusals.set(terminal, [refusal, ...(this.#refusals.get(terminal) ?? [])].slice(0, REFUSALS))
    }
  }

  /** The market, the account and the limits of this terminal, from now on and while it is linked. */
  show(terminal: TerminalId): void {
    this.#asked = terminal
  }

  /** The whole view. Patches go on from its `rev`. */
  snapshot(): WarRoomView {
    this.#turnToShown()
    const prices = this.#prices()
    const regimes = this.#regimes()
    const sections = this.#sections()
    for (const [name, value] of Object.entries(sections)) this.#isNews(name, value)
    for (const row of Object.values(prices)) this.#isNews(`price ${row.pair}`, row)
    for (const row of Object.values(regimes)) this.#isNews(`regime ${row.pair}`, row)
    return { rev: this.#rev, version: this.#desk.options.version, ...sections, prices, regimes }
  }

  /** Rows of prices that changed; null when none did. */
  pricePatch(): ViewPatch | null {
    this.#turnToShown()
    const prices = this.#changed('price', this.#prices())
    return prices && { rev: ++this.#rev, prices }
  }

  /** Everything that changed; null when nothing did. */
  patch(): ViewPatch | null {
    this.#turnToShown()
    const sections = Object.entries(this.#sections()).filter(([name, value]) => this.#isNews(name, value))
    const prices = this.#changed('price', this.#prices())
    const regimes = this.#changed('regime', this.#regimes())
    if (sections.length === 0 && !prices && !regimes) return null
    return {
      rev: ++this.#rev,
      ...Object.fromEntries(sections),
      ...(prices && { prices }),
      ...(regimes && { regimes }),
    }
  }

  #changed<Row extends { pair: Pair }>(name: string, rows: ByPair<Row>): ByPair<Row> | null {
    const changed = Object.values<Row>(rows as Record<string, Row>).filter(row =>
      this.#isNews(`${name} ${row.pair}`, row),
    )
    return changed.length === 0
      ? null
      : (Object.fromEntries(changed.map(row => [row.pair, row])) as ByPair<Row>)
  }

  #isNews(name: string, value: unknown): boolean {
    const text = JSON.stringify(value)
    if (this.#told.get(name) === text) return false
    this.#told.set(name, text)
    return true
  }

  /** The terminal whose market, account and limits the War Room shows. */
  #terminal(): TerminalDesk | undefined {
    return shownTerminal(this.#desk, this.#asked)
  }

  /**
   * Rows of prices are patched by pair, so those of another terminal would stay: a gap in the revisions makes everyone ask for
   * the whole view.
   */
  #turnToShown(): void {
    const shown = this.#terminal()?.id ?? null
    if (shown === this.#shown) return
    if (this.#shown !== null) this.#rev++
    this.#shown = shown
    this.#told.clear()
    this.#bids.clear()
  }

  #sections(): Pick<WarRoomView, Section> {
    const desk = this.#desk
    const terminal = this.#terminal()
    const marketMs = terminal && terminal.marketMs > 0 ? (terminal.marketMs as EpochMs) : null
    const kind = terminal?.hello.kind ?? null
    const wallMs = desk.ports.clock.now()
    return {
      shown: terminal?.id ?? null,
      kind,
      stake: stakeOf(desk),
      marketMs,
      session: marketMs === null ? 'CLOSED' : sessionAt(marketMs),
      calendar: calendarView(desk, terminal),
      links: [...desk.terminals.values()].map(each => linkView(desk, each, wallMs)),
      computer: computerView(desk),
      account: terminal ? accountView(terminal) : null,
      missions: allMissions(desk, terminal),
      refusals: (terminal && this.#refusals.get(terminal.id)) ?? [],
      orders: allOrders(desk),
      positions: allPositions(desk),
      closed: desk.state.trades
        .filter(trade => trade.kind === kind)
        .slice(-KILL_CARDS)
        .toReversed(),
      campaign: campaignView(desk, kind ?? 'simulated'),
      fire: fireView(desk, terminal),
      notices: this.#notices,
    }
  }

  #prices(): ByPair<PriceRow> {
    const terminal = this.#terminal()
    const rows: ByPair<PriceRow> = {}
    for (const symbol of terminal?.symbols ?? []) {
      if (symbol.market.ticks === 0) continue
      const before = this.#bids.get(symbol.spec.name) ?? symbol.market.bid
      this.#bids.set(symbol.spec.name, symbol.market.bid)
      const move = Math.sign(symbol.market.bid - before) as PriceRow['move']
      rows[symbol.spec.pair] = priceRow(symbol, terminal?.marketMs ?? 0, move)
    }
    return rows
  }

  #regimes(): ByPair<RegimeRow> {
    const terminal = this.#terminal()
    const marketMs = terminal?.marketMs ?? 0
    return Object.fromEntries(
      (terminal?.symbols ?? []).map(symbol => [symbol.spec.pair, regimeRow(symbol, marketMs)]),
    )
  }
}
