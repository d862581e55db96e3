import type { SimulationControl } from '../contracts/commands.ts'
import type { EpochMs } from '../contracts/primitives.ts'
import type { BodyOf, Header, Welcome } from '../contracts/wire/index.ts'
import type { Broker, BrokerFact } from '../broker-sim/index.ts'
import { HOUR_MS } from '../domain/market/civil.ts'
import { pointsPerUnit } from '../domain/market/price.ts'
import { AccountWatch } from './account-watch.ts'
import { CommandDesk } from './command-desk.ts'
import type { MarketClock } from './market-clock.ts'
import type { Market } from './market-source.ts'
import { MinuteSoFar } from './minute-so-far.ts'
import type { Speaker } from './speaker.ts'

export type TerminalParts = Readonly<{
  market: Market
  broker: Broker
  clock: MarketClock
  speaker: Speaker
  latencyMs: number
  /** UTC of the computer, for what the app has dated. */
  wallMs(): number
  /** A clock that never jumps, for what has to last. */
  steadyMs(): number
  /** Messages that have not left the computer yet. */
  queued(): number
  /** Writes everything down, before anybody is told; throws when it cannot. */
  save(): void
  failed(error: unknown): void
}>

/** How often a stalled app is beaten, so that its answer shows how far it has come. */
const NUDGE_MS = 50

/** The simulated Expert Advisor: what it does with a tick, with a message of the app, and with the passing of time. */
export class Terminal {
  readonly desk: CommandDesk
  readonly #parts: TerminalParts
  readonly #units: readonly number[]
  readonly #account = new AccountWatch()
  readonly #minute = new MinuteSoFar()
  #specified = 0
  #specsDueMs = 0
  #isStarted = false
  #nudgedMs = 0

  constructor(parts: TerminalParts) {
    this.#parts = parts
    this.#units = parts.market.symbols.map(({ digits }) => pointsPerUnit(digits))
    this.desk = new CommandDesk({
      broker: parts.broker,
      latencyMs: parts.latencyMs,
      wallMs: () => parts.wallMs(),
      marketMs: () => parts.clock.marketMs,
      busy: ms => parts.speaker.sleep(ms),
      awake: () => parts.speaker.wake(),
      facts: facts => this.#hear(facts),
      history: request => this.#history(request),
      failed: error => parts.failed(error),
      note: text => void parts.speaker.say('note', { level: 'warn', text }),
    })
  }

  /** A session has begun. The market begins to run with the first one, so that the app misses nothing of it. */
  live(welcome: Welcome): void {
    const { speaker, clock, steadyMs } = this.#parts
    this.desk.begin(welcome.session)
    speaker.reset()
    this.#specify()
    this.#tellAccount()
    speaker.say('positions', this.#parts.broker.positions())
    speaker.tell([])
    for (const body of this.#minute.bodies()) speaker.ticks.sendBody(body)
    if (!this.#isStarted) clock.hold(steadyMs())
    this.#isStarted = true
    this.beat()
  }

  apart(): void {
    this.#parts.speaker.reset()
    this.#account.reset()
  }

  /** How many ticks may be played now. An unbound market waits for its listener, any other runs on without one. */
  room(): number {
    const { clock, speaker, steadyMs } = this.#parts
    if (!speaker.isLive) return this.#isStarted && !clock.isUnbound ? Number.POSITIVE_INFINITY : 0
    if (speaker.ticks.isOpen) return speaker.ticks.room
    if (steadyMs() - this.#nudgedMs >= NUDGE_MS) this.beat()
    return 0
  }

  tick(pair: number, timeMs: number, bid: number, ask: number): void {
    const { broker, speaker } = this.#parts
    const facts = broker.onTick(pair, timeMs, bid, ask)
    this.remember(pair, timeMs, bid, ask)
    if (speaker.isLive) {
      if (timeMs >= this.#specsDueMs || this.#specified < this.#units.length) this.#respecify(timeMs)
      const unit = this.#units[pair] as number
      speaker.ticks.add(pair, timeMs, bid / unit, ask / unit)
    }
    if (facts.length > 0) this.#hear(facts)
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
    switch (control.kind) {
      case 'speed':
        clock.setSpeed(control.speed, steadyMs())
        break
      case 'pause':
        clock.pause(steadyMs())
        break
      case 'play':
        clock.play(steadyMs())
        break
      case 'step':
        clock.step(control.ticks, steadyMs())
        break
      case 'seek':
        if (!clock.seek(control.toMs))
          speaker.say('note', {
            level: 'warn',
            text: 'The market has passed that moment: it only goes forward.',
          })
        break
    }
    this.beat()
  }

  beat(): void {
    const { clock, speaker, queued, steadyMs } = this.#parts
    this.#nudgedMs = steadyMs()
    speaker.say('beat', {
      marketMs: clock.marketMs as EpochMs,
      autoTrading: true,
      tradeAllowed: true,
      brokerConnected: true,
      pingMs: null,
      queued: queued() + speaker.ticks.unconfirmed,
      unacked: speaker.facts.unconfirmed,
      simulation: { speed: clock.speed, paused: clock.paused },
    })
  }

  /** Several times a second: equity moves with the market. */
  watchAccount(): void {
    const { broker, steadyMs, speaker } = this.#parts
    if (speaker.isHeard && this.#account.isDue(broker.account(), steadyMs())) this.#tellAccount()
  }

  message(header: Header, body: Uint8Array): void {
    const { speaker } = this.#parts
    speaker.ticks.confirmed(header.a)
    speaker.facts.confirmed(header.a)
    this.desk.take(header, body)
  }

  #hear(facts: readonly BrokerFact[]): void {
    const { broker, steadyMs, save, speaker } = this.#parts
    for (const fact of facts)
      if ((fact.type === 'verdict' || fact.type === 'deal') && !fact.repeat) speaker.facts.keep(fact)
    if (facts.some(({ type }) => type === 'verdict' || type === 'deal')) save()
    const isAsked = facts.some(({ type }) => type === 'synced')
    const isDue = isAsked || this.#account.isDue(broker.account(), steadyMs())
    speaker.tell(facts.filter(({ type }) => type !== 'account' || isDue))
    if (isDue) this.#account.told(broker.account(), steadyMs())
  }

  #history(request: BodyOf<'history'>): void {
    const { clock, market, speaker } = this.#parts
    const symbol = market.symbols[request.index]
    if (!symbol) {
      speaker.say('note', { level: 'warn', text: `There is no symbol ${request.index} to give history of.` })
      return
    }
    const { fromMs, max } = request
    const bars = market.history.bars(request.index, { fromMs, toMs: clock.marketMs, max })
    speaker.bars(request, bars, symbol.digits)
  }

  /** Values of a tick drift with the rates they are converted at, and a symbol's first price may have come. */
  #respecify(timeMs: number): void {
    const isNew = this.#parts.broker.specs().symbols.length > this.#specified
    if (isNew || timeMs >= this.#specsDueMs) this.#specify()
  }

  #specify(): void {
    const { broker, clock, speaker } = this.#parts
    const specs = broker.specs()
    this.#specified = specs.symbols.length
    this.#specsDueMs = clock.marketMs + HOUR_MS
    speaker.say('specs', specs)
  }

  #tellAccount(): void {
    const { broker, steadyMs, speaker } = this.#parts
    const account = broker.account()
    speaker.say('account', account)
    this.#account.told(account, steadyMs())
  }
}
