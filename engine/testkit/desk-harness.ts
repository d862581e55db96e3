import { DeskSettings } from '../contracts/settings.ts'
import type { ModelFile } from '../contracts/model.ts'
import { countedIds, setClock } from '../adapters/identity/index.ts'
import { memoryLedger } from '../adapters/ledger/index.ts'
import { Engine } from '../app/engine.ts'
import { ViewFeed } from '../app/view/view-feed.ts'
import { createBroker, type Broker } from '../broker-sim/broker.ts'
import type { BrokerFact } from '../broker-sim/facts.ts'
import { brokerSymbol } from '../broker-sim/symbols.ts'
import { BrokerTemper, SimulatorStart, TerminalId, type EngineEvent, type EpochMs, type EventKind, type EventOf, type Mission, type Ulid } from '../contracts/index.ts' // prettier-ignore
import type { Hello, WireBar } from '../contracts/wire/index.ts'
import type { Ledger, LocalTime, OutMessage, TerminalFact } from '../ports/index.ts'
import { dispatchesOf } from './dispatches.ts'

export const DESK = TerminalId.parse('desk')
/** A Tuesday morning in London. */
export const START = Date.UTC(2026, 0, 6, 9)
export const MINUTE = 60_000
const WAKE_MS = 10_000

export const aHello = (over: Partial<Hello> = {}): Hello => ({
  versions: [1],
  uuid: DESK,
  nonce: '0'.repeat(32),
  loginHash: 'a'.repeat(32),
  broker: 'Broker',
  server: 'Server',
  build: 5_000,
  program: 'test',
  margin: 'hedging',
  kind: 'simulated',
  takes: ['placeUntil'],
  ...over,
})

type Options = Readonly<{
  temper?: Partial<BrokerTemper>
  drills?: boolean
  model?: ModelFile
  hello?: Partial<Hello>
  margin?: 'hedging' | 'netting'
  ledger?: Ledger
  /** What the terminal tells of its minutes when it is asked; without it, nothing. */
  history?: () => readonly WireBar[]
  /** Whose key it signs with. */
  trader?: string
  /** Without it no report is ever due. */
  localTime?: LocalTime
}>

/**
 * The engine against the simulated broker, joined by a road that a test can break: `held` messages wait until
 * `deliver`, `lose` throws them away, `crash` rebuilds the engine from its ledger as a restart does.
 */
export class DeskHarness {
  readonly clock = setClock(START)
  readonly ids = countedIds()
  readonly ledger: Ledger
  readonly broker: Broker
  readonly sent: OutMessage[] = []
  engine: Engine
  feed: ViewFeed
  /** Facts of the broker that the engine has not been told. */
  mute = false
  readonly #hello: Hello
  readonly #options: Options
  #queue: OutMessage[] = []
  #timeMs = START

  constructor(options: Options = {}) {
    this.#options = options
    this.ledger = options.ledger ?? memoryLedger()
    this.#hello = aHello(options.hello)
    this.broker = createBroker({
      symbols: [brokerSymbol('EURUSD')],
      account: SimulatorStart.shape.account.parse({ margin: options.margin ?? 'hedging' }),
      temper: BrokerTemper.parse({ slippagePoints: 0, ...options.temper }),
      seed: 1,
    })
    this.engine = this.#start()
    this.feed = new ViewFeed(this.engine.desk)
  }

  #start(): Engine {
    const bars = { write: () => undefined, read: () => [], newest: () => null, close: () => undefined }
    const link = {
      send: (_: TerminalId, message: OutMessage) => {
        this.sent.push(message)
        this.#queue.push(message)
      },
    }
    const ports = {
      clock: this.clock,
      ids: this.ids,
      ledger: this.ledger,
      bars,
      link,
      log: { write: () => undefined },
      localTime: this.#options.localTime,
      dispatches: dispatchesOf(this.#options.trader ?? 'trader'),
    }
    const options = {
      version: 'test',
      settings: DeskSettings.parse({}),
      drills: this.#options.drills ?? true,
      model: this.#options.model ?? { noModel: 'none in this test' },
    }
    return new Engine(ports, options, events => this.feed?.onTold(events))
  }

  /** Links the terminal: specification, account, positions, and the answer to `sync`. `over` is what its hello changed. */
  link(over: Partial<Hello> = {}): this {
    this.greet(over)
    this.tell({ type: 'specs', body: this.broker.specs() })
    this.tell({ type: 'account', body: this.broker.account() })
    this.tell({ type: 'positions', body: this.broker.positions() })
    this.tell({ type: 'orders', body: this.broker.orders() })
    return this.deliver()
  }

  /** A new session that has told nothing yet. */
  greet(over: Partial<Hello> = {}): this {
    this.engine.terminalUp(DESK, `session ${this.sent.length}`, { ...this.#hello, ...over })
    return this
  }

  /** The app dies and starts again on the same ledger. What was on the road is lost. */
  crash(): this {
    this.#queue = []
    this.engine = this.#start()
    this.feed = new ViewFeed(this.engine.desk)
    return this
  }

  lose(): this {
    this.#queue = []
    return this
  }

  tell(fact: TerminalFact): this {
    this.engine.fact(DESK, fact)
    return this
  }

  hear(facts: readonly BrokerFact[]): this {
    if (!this.mute) for (const { type, body } of facts) this.tell({ type, body } as TerminalFact)
    return this
  }

  /** Carries out everything on the road, and what that leads to. */
  deliver(): this {
    for (let message = this.#queue.shift(); message; message = this.#queue.shift())
      this.hear(this.#carryOut(message))
    return this
  }

  #carryOut(message: OutMessage): readonly BrokerFact[] {
    const arrival = { marketMs: this.#timeMs, late: false }
    switch (message.type) {
      case 'history':
        this.engine.bars(DESK, message.body.id, message.body.index, this.#options.history?.() ?? [], false)
        return []
      case 'fire':
        return this.broker.fire(message.body, arrival)
      case 'place':
        return this.broker.place(message.body, arrival)
      case 'cancel':
        return this.broker.cancel(message.body, this.#timeMs)
      case 'modify':
        return this.broker.modify(message.body, arrival)
      case 'close':
        return this.broker.close(message.body, arrival)
      case 'flatten':
        return this.broker.flatten(message.body, this.#timeMs)
      case 'limits':
        return this.broker.limits(message.body)
      case 'halt':
        return this.broker.halt(message.body)
      case 'resume':
        return this.broker.resume(message.body)
      case 'sync':
        return this.broker.sync(message.body, this.#timeMs)
    }
  }

  quote(bid: number, spread = 6): this {
    this.clock.set(this.#timeMs)
    const facts = this.broker.onTick(0, this.#timeMs, bid, bid + spread)
    this.engine.tickPoints(DESK, 0, this.#timeMs, bid, bid + spread)
    this.engine.ticked(DESK)
    return this.hear(facts)
  }

  /** Plays `minutes` minutes of a price, four ticks each. */
  play(minutes: number, priceAt: (minute: number) => number): this {
    for (let quarter = 0; quarter < minutes * 4; quarter++) {
      this.#timeMs += MINUTE / 4
      this.quote(Math.round(priceAt(quarter / 4)))
      this.engine.wake()
    }
    return this
  }

  /** Time passes, and the desk is woken as it does. */
  wait(ms: number): this {
    for (let leftMs = ms; leftMs > 0; leftMs -= WAKE_MS) this.sleep(Math.min(WAKE_MS, leftMs))
    return this
  }

  /** Time passes at once: the computer slept, and the desk is woken once. */
  sleep(ms: number): this {
    this.#timeMs += ms
    this.clock.set(this.#timeMs)
    this.hear(this.broker.pass(this.#timeMs))
    this.engine.wake()
    return this
  }

  /** A day of calm, and then a jump that the fade sells. Ends with one pending mission. */
  mission(): Mission {
    this.play(1, () => 110_000).link()
    this.play(36 * 60, minute => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1))
    this.play(6, () => 110_400)
    const [mission] = this.pending()
    if (!mission)
      throw new Error(
        `no mission; refused: ${JSON.stringify(this.events('missionRefused').at(-1)?.refusals)}`,
      )
    return mission
  }

  pending(): Mission[] {
    return [...this.engine.desk.state.missions.values()]
      .filter(({ state }) => state === 'pending')
      .map(({ mission }) => mission)
  }

  fire(mission: Ulid) {
    return this.engine.command({
      kind: 'fireMission',
      id: this.ids.next(this.clock.now()),
      origin: 'window',
      mission,
    })
  }

  all(): EngineEvent[] {
    return [...this.ledger.all()].map(stored => stored.event)
  }

  events<K extends EventKind>(kind: K): EventOf<K>[] {
    return this.all().filter((event): event is EventOf<K> => event.kind === kind)
  }

  nowMs(): EpochMs {
    return this.#timeMs as EpochMs
  }
}
