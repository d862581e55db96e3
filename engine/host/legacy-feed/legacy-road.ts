/** An unmodified predecessor EA as a terminal: its posts are prices, and nothing that it says about itself is proved. */
import { createHash } from 'node:crypto'
import { PAIRS, type Pair } from '../../contracts/pairs.ts'
import type { EpochMs, TerminalId, Ulid } from '../../contracts/primitives.ts'
import type { Settings } from '../../contracts/settings.ts'
import type { AppMessageType, BodyOf, Hello, WireTick } from '../../contracts/wire/index.ts'
import { decodeBody, encodeTicks } from '../../wire/index.ts'
import { systemReason } from '../data-folder/refusal.ts'
import { deny, giveNoBars, OutgoingSession } from '../roads/outgoing-session.ts'
import type { RoadLink, Sent } from '../roads/road-link.ts'
import { FaultTally } from '../terminal-link/fault-tally.ts'
import type { LinkListener } from '../terminal-link/switchboard.ts'
import { LegacyOrders, type FreshQuote } from './legacy-orders.ts'
import { parseMarketData, type LegacyQuote, type MarketData } from './market-data.ts'

export type LegacyRoadOptions = Readonly<{
  settings: Settings['roads']['legacy']
  now(): EpochMs
  newToken(): string
  listener: LinkListener
  isElsewhere(terminal: TerminalId): boolean
}>

/** Three of its intervals and the five seconds that one post may take. */
const SILENT_MS = 20_000
const CLOSES_TOO_MUCH =
  "The predecessor's Expert Advisor closes every position of a symbol, whoever opened it: close yours in MetaTrader."
const NOTHING_WAITS =
  "The predecessor's Expert Advisor knows no orders that wait, and takes none back: remove yours in MetaTrader."

export class LegacyRoad implements RoadLink {
  readonly #options: LegacyRoadOptions
  readonly #orders: LegacyOrders
  readonly #faults = new FaultTally()
  readonly #quotes = new Map<Pair, FreshQuote>()
  #session: OutgoingSession | null = null
  #deadlineMs = 0

  constructor(options: LegacyRoadOptions) {
    this.#options = options
    const { settings, now } = options
    this.#orders = new LegacyOrders({ settings, now, answer: (id, outcome) => this.#answer(id, outcome) })
  }

  /** One post; why it was not taken, or null. */
  take(body: Uint8Array): string | null {
    const data = parseMarketData(body)
    const problem = data.is === 'refused' ? data.text : this.#strangeness(data)
    if (problem !== null || data.is === 'refused') return problem
    this.#deadlineMs = this.#options.now() + SILENT_MS
    for (const text of data.refused) this.refused('LEGACY_PRICE', text)
    this.#tell(this.#sessionOf(data), data.quotes)
    return null
  }

  /** Something did not get in. Counted, and told the 1st, 2nd, 4th … time. */
  refused(code: string, text: string): void {
    const { listener } = this.#options
    const terminal = this.#session?.terminal ?? null
    const count = this.#faults.add('legacy', code)
    listener.counted?.(terminal, code)
    if (count !== null) listener.faulted(terminal, code, text, count)
  }

  poll(): void {
    if (this.#session && this.#options.now() > this.#deadlineMs) this.renewAll('it posts no prices')
    try {
      this.#orders.poll()
    } catch (error) {
      this.refused('LEGACY_FOLDER', `The folder for orders can't be used: ${systemReason(error)}.`)
    }
  }

  send(terminal: TerminalId, type: AppMessageType, body: Uint8Array): Sent {
    const session = this.#session
    if (session?.terminal !== terminal) return { is: 'down' }
    switch (type) {
      case 'fire':
        return this.#fire(session, body)
      case 'place':
      case 'cancel':
        return deny(session, type, body, NOTHING_WAITS)
      case 'close':
      case 'flatten':
        return deny(session, type, body, CLOSES_TOO_MUCH)
      case 'history':
        return giveNoBars(session, body)
      default:
        return {
          is: 'refused',
          code: 'NOT_ON_THIS_ROAD',
          text: "The predecessor's Expert Advisor has no such thing.",
        }
    }
  }

  /** Nothing of what it says is told again, so nothing is confirmed. */
  committed(): void {}

  renewAll(reason: string): void {
    const session = this.#session
    this.#session = null
    if (session) this.#options.listener.terminalDown(session.terminal, reason)
  }

  #strangeness({ uuid }: MarketData): string | null {
    const { terminal } = this.#session ?? {}
    if (terminal === uuid) return null
    if (terminal !== undefined)
      return `${terminal} posts already, and one Expert Advisor may: remove ${uuid}.`
    return this.#options.isElsewhere(uuid) ? `Terminal ${uuid} is linked by another road.` : null
  }

  #sessionOf(data: MarketData): OutgoingSession {
    if (this.#session) return this.#session
    const { now, newToken, listener, settings } = this.#options
    const session = new OutgoingSession({ terminal: data.uuid, id: newToken(), now, listener })
    this.#session = session
    this.#quotes.clear()
    listener.terminalUp(data.uuid, session.id, helloOf(data, settings.account))
    return session
  }

  #tell(session: OutgoingSession, quotes: readonly LegacyQuote[]): void {
    const receivedMs = this.#options.now()
    const before = new Map(this.#quotes)
    for (const quote of quotes)
      this.#quotes.set(quote.pair, provenBy(before.get(quote.pair), quote, receivedMs))
    const isNewSymbol = quotes.some(({ pair }) => before.get(pair)?.digits !== this.#quotes.get(pair)?.digits)
    if (isNewSymbol) session.tell('specs', { symbols: [], quoted: [...this.#quotes.values()].map(symbolOf) })
    const ticks = quotes
      .filter(quote => isNews(before.get(quote.pair), quote))
      .map(quote => tickOf(quote, receivedMs))
    if (ticks.length > 0) session.tellBytes('ticks', encodeTicks(ticks))
  }

  #fire(session: OutgoingSession, body: Uint8Array): Sent {
    const order = decodeBody('fire', body)
    if (order.is === 'refused') return order
    const quote = [...this.#quotes.values()].find(({ pair }) => pair === order.body.symbol)
    const unsafe = this.#write(order.body, quote)
    return unsafe === null ? { is: 'queued' } : deny(session, 'fire', body, unsafe)
  }

  #write(order: BodyOf<'fire'>, quote: FreshQuote | undefined): string | null {
    try {
      return this.#orders.fire(order, quote)
    } catch (error) {
      return `The folder for orders can't be used: ${systemReason(error)}.`
    }
  }

  #answer(id: Ulid, outcome: Pick<BodyOf<'verdict'>, 'is' | 'order' | 'text'>): void {
    const unsaid = { deal: null, position: null, price: null, lots: null }
    this.#session?.tell('verdict', { id, retcode: 0, ...unsaid, ...outcome })
  }
}

/** Once the point of a symbol has been seen it is known, also while bid and ask are one. */
function provenBy(before: FreshQuote | undefined, quote: LegacyQuote, receivedMs: number): FreshQuote {
  if (quote.hasProvenPoint || !before?.hasProvenPoint) return { ...quote, receivedMs }
  return { ...quote, digits: before.digits, hasProvenPoint: true, receivedMs }
}

const isNews = (before: LegacyQuote | undefined, { bid, ask, time }: LegacyQuote): boolean =>
  before?.bid !== bid || before.ask !== ask || before.time !== time

const indexOf = (pair: Pair): number => PAIRS.indexOf(pair)
const symbolOf = ({ pair, digits }: LegacyQuote) => ({ index: indexOf(pair), name: pair, pair, digits })
const tickOf = ({ pair, bid, ask }: LegacyQuote, timeMs: number): WireTick => ({
  index: indexOf(pair),
  timeMs,
  bid,
  ask,
  flags: 0,
})

/** What it does not say is filled with what allows least: positions that net, and the money that the trader named. */
function helloOf({ uuid, broker, server }: MarketData, kind: Hello['kind']): Hello {
  const digest = createHash('sha256').update(`${uuid}|${broker}|${server}`).digest('hex').slice(0, 32)
  const unsaid = { versions: [1], nonce: digest, loginHash: digest, build: 0, margin: 'netting' as const }
  return { ...unsaid, uuid, broker, server, kind, program: "the predecessor's EA" }
}
