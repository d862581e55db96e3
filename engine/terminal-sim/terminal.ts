import type { SimulationControl } from '../contracts/commands.ts'
import type { EpochMs } from '../contracts/primitives.ts'
import type { BodyOf, Header, Welcome } from '../contracts/wire/index.ts'
import { pointsPerUnit } from '../domain/market/price.ts'
import { CommandDesk } from './command-desk.ts'
import { FactDesk, type FactDeskParts } from './fact-desk.ts'
import { HistoryDesk } from './history-desk.ts'
import { steer, type MarketClock } from './market-clock.ts'
import type { Market } from './market-source.ts'
import { MinuteSoFar } from './minute-so-far.ts'
import { SpecsWatch } from './specs-watch.ts'

export type TerminalParts = FactDeskParts &
  Readonly<{
    market: Market
    clock: MarketClock
    latencyMs: number
    /** UTC of the computer, for what the app has dated. */
    wallMs(): number
    /** Messages that have not left the computer yet. */
    queued(): number
    failed(error: unknown): void
  }>

/** How often a stalled app is beaten, so that its answer shows how far it has come. */
const NUDGE_MS = 50

/** As many as the Expert Advisor gives in one go: an order that comes meanwhile waits for some milliseconds of them. */
const PORTION_BARS = 500

/** The simulated Expert Advisor: what it does with a tick, with a message of the app, and with the passing of time. */
export class Terminal {
  readonly desk: CommandDesk
  readonly #parts: TerminalParts
  readonly #units: readonly number[]
  readonly facts: FactDesk
  readonly #minute = new MinuteSoFar()
  readonly #specs: SpecsWatch
  readonly #history: HistoryDesk
  #isStarted = false
  /** The session has been told what is: from here on it is told what changes. */
  #isIntroduced = false
  #nudgedMs = 0

  constructor(parts: TerminalParts) {
    this.#parts = parts
    this.facts = new FactDesk(parts)
    this.#specs = new SpecsWatch(parts.broker, parts.market.symbols.length)
    this.#units = parts.market.symbols.map(({ digits }) => pointsPerUnit(digits))
    this.#history = new HistoryDesk({
      isHeard: () => parts.speaker.isHeard,
      say: (request, digits, bars, isMore) => parts.speaker.bars(request, bars, digits, isMore),
      failed: error => parts.failed(error),
    })
    this.desk = new CommandDesk({
      broker: parts.broker,
      latencyMs: parts.latencyMs,
      wallMs: () => parts.wallMs(),
      marketMs: () => parts.clock.marketMs,
      busy: ms => parts.speaker.sleep(ms),
      awake: () => this.#wake(),
      sending: () => this.facts.sending(),
      facts: facts => this.facts.take(facts),
      history: request => this.#answerHistory(request),
      failed: error => parts.failed(error),
      note: text => void parts.speaker.say('note', { level: 'warn', text }),
    })
  }

  /** A session has begun. */
  live(welcome: Welcome): void {
    this.desk.begin(welcome.session)
    this.#history.forget()
    this.#parts.speaker.reset()
    if (this.#parts.speaker.isHeard) this.#introduce()
  }

  apart(): void {
    this.#isIntroduced = false
    this.#history.forget()
    this.#parts.speaker.reset()
  }

  /** What a new session is told first. The market begins to run with the first one, so that the app misses nothing. */
  #introduce(): void {
    const { speaker, clock, steadyMs } = this.#parts
    this.#isIntroduced = true
    speaker.say('specs', this.#specs.told(clock.marketMs))
    this.facts.introduce()
    for (const body of this.#minute.bodies()) speaker.ticks.sendBody(body)
    if (!this.#isStarted) clock.hold(steadyMs())
    this.#isStarted = true
    this.beat()
  }

  /** The broker has answered: what happened meanwhile is told before that. */
  #wake(): void {
    const { speaker } = this.#parts
    speaker.wake()
    if (!speaker.isLive) return
    if (this.#isIntroduced) this.facts.catchUp()
    else this.#introduce()
  }

  /** How many ticks may be played now. An unbound market waits for its listener, any other runs on without one. */
  room(): number {
    const { clock, speaker, steadyMs } = this.#parts
    if (!this.#isIntroduced) return this.#isStarted && !clock.isUnbound ? Number.POSITIVE_INFINITY : 0
    if (speaker.ticks.isOpen) return speaker.ticks.room
    if (steadyMs() - this.#nudgedMs >= NUDGE_MS) this.beat()
    return 0
  }

  tick(pair: number, timeMs: number, bid: number, ask: number): void {
    const { broker, speaker } = this.#parts
    const facts = broker.onTick(pair, timeMs, bid, ask)
    this.remember(pair, timeMs, bid, ask)
    if (this.#isIntroduced) {
      if (speaker.isHeard && this.#specs.isDue(timeMs)) speaker.say('specs', this.#specs.told(timeMs))
      const unit = this.#units[pair] as number
      speaker.ticks.add(pair, timeMs, bid / unit, ask / unit)
    }
    if (facts.length > 0) this.facts.take(facts)
  }

  /** A tick that an earlier run has played, or this one: bars are made of it. */
  remember(pair: number, timeMs: number, bid: number, ask: number): void {
    const unit = this.#units[pair] as number
    this.#parts.market.history.add(pair, timeMs, bid, ask)
    this.#minute.add(pair, timeMs, bid / unit, ask / unit)
  }

  control(control: SimulationControl): void {
    const { clock, steadyMs, speaker } = this.#parts
    this.#isStarted = true
    const complaint = steer(clock, control, steadyMs())
    if (complaint !== null) speaker.say('note', { level: 'warn', text: complaint })
    this.beat()
  }

  beat(): void {
    const { broker, clock, speaker, queued, steadyMs } = this.#parts
    const ended = broker.pass(clock.marketMs)
    if (ended.length > 0) this.facts.take(ended)
    const denies = broker.denies()
    const maxLots = broker.maxLots()
    this.#nudgedMs = steadyMs()
    speaker.say('beat', {
      marketMs: clock.marketMs as EpochMs,
      autoTrading: true,
      tradeAllowed: true,
      brokerConnected: true,
      pingMs: null,
      queued: queued() + speaker.ticks.unconfirmed,
      unacked: speaker.facts.unconfirmed,
      ...(denies !== null && { denies }),
      ...(maxLots !== null && { maxLots }),
      simulation: { speed: clock.speed, paused: clock.paused },
    })
  }

  message(header: Header, body: Uint8Array): void {
    const { speaker } = this.#parts
    speaker.ticks.confirmed(header.a)
    speaker.facts.confirmed(header.a)
    this.desk.take(header, body)
  }

  #answerHistory(request: BodyOf<'history'>): void {
    const { clock, market, speaker } = this.#parts
    const symbol = market.symbols[request.index]
    if (!symbol) {
      speaker.say('note', { level: 'warn', text: `There is no symbol ${request.index} to give history of.` })
      return
    }
    const { fromMs, max } = request
    const range = { fromMs, toMs: clock.marketMs, max }
    this.#history.answer(request, symbol.digits, market.history.portions(request.index, range, PORTION_BARS))
  }
}
