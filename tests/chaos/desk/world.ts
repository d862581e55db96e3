/** One trader's world in virtual time: the app on its disk, the road, and a terminal on its broker. */
import { countedIds } from '../../../engine/adapters/identity/index.ts'
import { withOrderLog, type Broker, type BrokerLogLine } from '../../../engine/broker-sim/index.ts'
import { Random } from '../../../engine/broker-sim/random.ts'
import { EpochMs, type Command, type CommandAnswer } from '../../../engine/contracts/index.ts'
import { aHello } from '../../../engine/testkit/desk-harness.ts'
import { Adversary } from './adversary.ts'
import { App } from './app.ts'
import { Disk } from './disk.ts'
import type { Journey } from './journey.ts'
import { Market } from './market.ts'
import { earlierLife, MARKETS, missionsFor, TERMINAL } from './missions.ts'
import { Way, type ToApp, type ToTerminal } from './road.ts'
import { settingsOf, setupOf, weekOf, type WorldWish } from './setting.ts'
import { SwappableBroker } from './swappable-broker.ts'
import { Terminal } from './terminal.ts'

const STEP_MS = 50
const QUOTE_MS = 1_000
const BEAT_MS = 250
const LOGIN_HASH = 'c'.repeat(32)
const SERVER = 'Server'

type Ask = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'origin'> : never) : never

export class World {
  readonly wish: WorldWish
  readonly random: Random
  readonly disk = new Disk()
  readonly log: BrokerLogLine[] = []
  readonly adversary = new Adversary()
  readonly app: App
  readonly terminal: Terminal
  readonly market: Market
  readonly broker: Broker
  readonly swappable: SwappableBroker
  readonly #ids = countedIds()
  readonly #toApp: Way<ToApp>
  readonly #toTerminal: Way<ToTerminal>
  #skewMs = 0
  #marketMs: number
  #quotedMs = 0
  #greetsAtMs = 0
  #appStartsAtMs: number | null = null
  readonly #journey: Journey
  /** When the app lived, worked and was linked. */
  readonly attended: { fromMs: number; toMs: number }[] = []
  lives = 1

  constructor(wish: WorldWish, journey: Journey) {
    this.wish = wish
    this.#journey = journey
    this.random = new Random(wish.seed)
    this.#marketMs = wish.startMs
    this.market = new Market(this.random, wish.startMs, wish.kinship)
    this.swappable = new SwappableBroker(setupOf(wish))
    this.#openMarket()
    const line = (entry: BrokerLogLine) => void this.log.push(entry)
    this.broker = withOrderLog(this.swappable.broker, setupOf(wish), line)
    this.#quote()
    this.#toApp = new Way(message => this.app.frame(message))
    this.#toTerminal = new Way(message => this.terminal.hear(message))
    this.app = this.#openApp(journey)
    this.terminal = new Terminal({
      broker: this.broker,
      kind: wish.kind,
      journey,
      adversary: this.adversary,
      wallMs: () => this.wallMs,
      marketMs: () => this.#marketMs,
      out: message => this.#toApp.send(message, this.#dueMs),
      bars: index => this.market.past(index),
    })
    const life = { ...wish, loginHash: LOGIN_HASH, server: SERVER }
    this.disk.open(null).append(earlierLife(life, missionsFor(life)), this.wallMs)
    this.app.start()
  }

  #openApp(journey: Journey): App {
    const { wish } = this
    return new App({
      disk: this.disk,
      clock: { now: () => this.wallMs },
      ids: this.#ids,
      hello: aHello({
        uuid: TERMINAL,
        loginHash: LOGIN_HASH,
        server: SERVER,
        kind: wish.kind,
        margin: wish.margin,
      }),
      settings: settingsOf(wish),
      calendars: [weekOf(wish)],
      journey,
      isKept: () => this.random.below(2) === 0,
      wrap: wish.wrap,
      out: (session, type, body) =>
        this.#toTerminal.send(
          { session, type, body, sentMs: this.wallMs, committed: this.app.committed },
          this.#dueMs,
        ),
      renewed: () => this.#part(),
    })
  }

  /** The first price of each market, and what somebody else holds already. */
  #openMarket(): void {
    for (const [index, { mid }] of MARKETS.entries())
      this.swappable.broker.onTick(index, this.#marketMs, mid, mid + 6)
    if (this.wish.margin === 'hedging') return
    const position = {
      ticket: 1_000_000,
      pair: MARKETS[1].pair,
      side: 'buy' as const,
      steps: 10,
      open: MARKETS[1].mid,
      stop: MARKETS[1].mid - 5_000,
      target: null,
      openMs: EpochMs.parse(this.#marketMs),
      closeAtMs: null,
      magic: 0,
      id: null,
      marginCents: 0,
      commissionDueCents: 0,
    }
    this.swappable.change(state => ({ ...state, positions: [position] }))
  }

  get marketMs(): number {
    return this.#marketMs
  }

  /** The computer's own clock, which somebody may have set. */
  get wallMs(): EpochMs {
    return EpochMs.parse(this.#marketMs + this.#skewMs)
  }

  get #dueMs(): number {
    return this.#marketMs + 5 + this.random.below(60)
  }

  setComputerClock(byMs: number): void {
    this.#skewMs += byMs
  }

  ask(ask: Ask, origin: Command['origin'] = 'window'): CommandAnswer | null {
    const command = { ...ask, id: this.#ids.next(this.wallMs), origin } as Command
    return this.app.command(command)
  }

  cut(): void {
    this.#part()
    this.app.lostLink()
  }

  /** Both ends forget the session, and what was on the road is gone. */
  #part(): void {
    this.#toApp.cut()
    this.#toTerminal.cut()
    this.terminal.apart()
    this.#greetsAtMs = this.#marketMs + 200 + this.random.below(800)
  }

  killHost(): void {
    this.#part()
    this.#appStartsAtMs = this.#marketMs + 300 + this.random.below(4_000)
    this.lives += 1
    this.app.killHost()
  }

  revive(): void {
    if (!this.app.isUp) this.app.start()
    this.#appStartsAtMs = null
  }

  /** Nothing on the computer runs; the market and the broker do. */
  sleep(ms: number): void {
    const untilMs = this.#marketMs + ms
    while (this.#marketMs < untilMs) {
      this.#marketMs = Math.min(untilMs, this.#marketMs + 5 * QUOTE_MS)
      this.#quote()
    }
    if (this.random.below(2) === 0) this.cut()
  }

  /** So much of a market's day goes by with everything running, a minute at a stride. */
  skipTo(marketMs: number): void {
    while (this.#marketMs < marketMs) {
      this.#marketMs = Math.min(marketMs, this.#marketMs + 60_000)
      this.#quote()
      this.terminal.beat()
      this.#deliver()
    }
  }

  flood(events: number): void {
    const session = this.app.session
    if (session === null) return
    const quotes = Array.from({ length: events / MARKETS.length }, () => this.market.next()).flat()
    for (let at = 0; at < quotes.length; at += 1_000)
      this.terminal.ticks(this.market.wireTicks(quotes.slice(at, at + 1_000), this.#marketMs))
  }

  pass(ms: number): void {
    for (let left = ms; left > 0; left -= STEP_MS) this.#step()
  }

  #step(): void {
    this.#marketMs += STEP_MS
    if (this.#appStartsAtMs !== null && this.#marketMs >= this.#appStartsAtMs) this.revive()
    if (!this.terminal.isLinked && this.#marketMs >= this.#greetsAtMs) this.#greet()
    this.#deliver()
    if (this.#marketMs - this.#quotedMs >= QUOTE_MS) {
      this.#quote()
      this.terminal.beat()
      this.terminal.account()
    }
    if (this.#marketMs % BEAT_MS === 0) this.app.beat(this.wallMs)
    this.#attend()
  }

  #attend(): void {
    if (!this.terminal.isLinked || !this.app.isUp || !this.app.hasEngine) return
    const [fromMs, toMs] = [this.#marketMs - STEP_MS, this.#marketMs]
    const last = this.attended.at(-1)
    if (last?.toMs === fromMs) last.toMs = toMs
    else this.attended.push({ fromMs, toMs })
  }

  #deliver(): void {
    this.#toApp.advance(this.#marketMs)
    this.#toTerminal.advance(this.#marketMs)
  }

  #greet(): void {
    const session = this.app.greet()
    if (session !== null) this.terminal.welcomed(session)
    else this.#greetsAtMs = this.#marketMs + 300
  }

  #quote(): void {
    this.#quotedMs = this.#marketMs
    const quotes = this.market.next()
    const facts = quotes.flatMap(({ index, bid, ask }) => this.broker.onTick(index, this.#marketMs, bid, ask))
    // Before the terminal is there, only the broker has prices.
    if (!this.terminal) return
    this.terminal.ticks(this.market.wireTicks(quotes, this.#marketMs))
    // By itself a broker accepts only what has waited for this price.
    if (facts.some(fact => fact.type === 'verdict' && fact.body.is === 'accepted'))
      this.#journey.reach('filled at its price')
    this.terminal.take(facts)
  }
}
