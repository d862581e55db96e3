import { DeskSettings } from '../contracts/settings.ts'
import { Engine } from '../app/engine.ts'
import type { TerminalDesk } from '../app/terminals/terminal-desk.ts'
import { createBroker, type Broker } from '../broker-sim/broker.ts'
import type { BrokerFact } from '../broker-sim/facts.ts'
import { brokerSymbol } from '../broker-sim/symbols.ts'
import { BrokerTemper, SimulatorStart, TerminalId, type StoredEvent, type Ulid } from '../contracts/index.ts'
import type { Hello } from '../contracts/wire/index.ts'
import { HOUR_MS } from '../domain/market/civil.ts'
import type { OutMessage, ReplayReport } from '../ports/index.ts'
import type { ReplayJob, ReplayPorts } from './replay.ts'

const TERMINAL = TerminalId.parse('replay')
const HELLO: Hello = {
  versions: [1],
  uuid: TERMINAL,
  nonce: '0'.repeat(32),
  loginHash: '0'.repeat(32),
  broker: 'Replay',
  server: 'in process',
  build: 0,
  program: 'bitten replay',
  margin: 'hedging',
  kind: 'simulated',
  takes: ['placeUntil'],
}

/** The engine and a simulated broker joined without a wire: a message is carried out as soon as its turn is stored. */
export class ReplayDesk {
  readonly #engine: Engine
  readonly #broker: Broker
  readonly #clock: ReplayPorts['clock']
  readonly #symbols: number
  readonly #out: OutMessage[] = []
  readonly #targets: Ulid[] = []
  #terminal: TerminalDesk | null = null
  #specified = 0
  #specsDueMs = 0
  marketMs = 0

  constructor(
    job: ReplayJob,
    ports: ReplayPorts,
    startMs: number,
    told: (events: readonly StoredEvent[]) => void,
  ) {
    const { source, clock, ids, ledger, bars, log, model } = ports
    this.#clock = clock
    this.#symbols = source.pairs.length
    this.#broker = createBroker({
      symbols: source.pairs.map((pair, at) => brokerSymbol(pair, source.digits[at])),
      account: SimulatorStart.shape.account.parse(undefined),
      temper: BrokerTemper.parse({}),
      seed: job.seed,
    })
    clock.set(startMs)
    this.#engine = new Engine(
      { clock, ids, ledger, bars, log, link: { send: (_, message) => this.#out.push(message) } },
      {
        version: job.version,
        settings: DeskSettings.parse({}),
        drills: job.drills,
        model,
      },
      events => {
        told(events)
        if (job.fire) this.#aim(events)
      },
    )
    this.#engine.terminalUp(TERMINAL, 'replay', HELLO)
    this.#terminal = this.#engine.desk.terminals.get(TERMINAL) ?? null
    this.#engine.fact(TERMINAL, { type: 'account', body: this.#broker.account() })
    this.#engine.fact(TERMINAL, { type: 'positions', body: this.#broker.positions() })
    this.#engine.fact(TERMINAL, { type: 'orders', body: this.#broker.orders() })
    this.#settle()
  }

  get terminal(): TerminalDesk | null {
    return this.#terminal
  }

  tick(pair: number, timeMs: number, bid: number, ask: number): void {
    this.marketMs = timeMs
    this.#clock.set(timeMs)
    const facts = this.#broker.onTick(pair, timeMs, bid, ask)
    if (timeMs >= this.#specsDueMs || this.#specified < this.#symbols) this.#specify(timeMs)
    this.#engine.tickPoints(TERMINAL, pair, timeMs, bid, ask)
    for (const fact of facts) this.#hear(fact)
    this.#engine.ticked(TERMINAL)
    if (this.#out.length > 0 || this.#targets.length > 0) this.#settle()
  }

  stop(): void {
    this.#engine.stop()
  }

  /** Every order of the run, with the deals that made it. */
  orders(): ReplayReport['orders'] {
    return [...this.#engine.desk.state.orders.values()].map(({ recorded, state, position, deals }) => ({
      order: recorded.order,
      mission: recorded.mission,
      state,
      position,
      stop: recorded.stop,
      deals: deals.map(deal => deal.deal),
    }))
  }

  /** Values of a tick drift with the conversion rate, so the terminal specifies its symbols every hour. */
  #specify(timeMs: number): void {
    const specs = this.#broker.specs()
    if (specs.symbols.length === this.#specified && timeMs < this.#specsDueMs) return
    this.#specified = specs.symbols.length
    this.#specsDueMs = timeMs + HOUR_MS
    this.#engine.fact(TERMINAL, { type: 'specs', body: specs })
    this.#settle()
  }

  #hear({ type, body }: BrokerFact): void {
    this.#engine.fact(TERMINAL, { type, body } as Parameters<Engine['fact']>[1])
  }

  #aim(events: readonly StoredEvent[]): void {
    for (const { event } of events) if (event.kind === 'missionIssued') this.#targets.push(event.mission.id)
  }

  /** Carries out everything that was sent, and fires at what was issued, until both are quiet. */
  #settle(): void {
    for (;;) {
      const message = this.#out.shift()
      if (message) {
        this.#carryOut(message)
        continue
      }
      const mission = this.#targets.shift()
      if (!mission) return
      this.#engine.command({ kind: 'fireMission', id: mission, origin: 'replay', mission })
    }
  }

  #carryOut(message: OutMessage): void {
    const arrival = { marketMs: this.marketMs, late: false }
    switch (message.type) {
      case 'history':
        return this.#engine.bars(TERMINAL, message.body.id, message.body.index, [], false)
      case 'fire':
        return this.#broker.fire(message.body, arrival).forEach(fact => this.#hear(fact))
      case 'place':
        return this.#broker.place(message.body, arrival).forEach(fact => this.#hear(fact))
      case 'cancel':
        return this.#broker.cancel(message.body, this.marketMs).forEach(fact => this.#hear(fact))
      case 'modify':
        return this.#broker.modify(message.body, arrival).forEach(fact => this.#hear(fact))
      case 'close':
        return this.#broker.close(message.body, arrival).forEach(fact => this.#hear(fact))
      case 'flatten':
        return this.#broker.flatten(message.body, this.marketMs).forEach(fact => this.#hear(fact))
      case 'limits':
        return this.#broker.limits(message.body).forEach(fact => this.#hear(fact))
      case 'halt':
        return this.#broker.halt(message.body).forEach(fact => this.#hear(fact))
      case 'resume':
        return this.#broker.resume(message.body).forEach(fact => this.#hear(fact))
      case 'sync':
        return this.#broker.sync(message.body, this.marketMs).forEach(fact => this.#hear(fact))
    }
  }
}
