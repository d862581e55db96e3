import { DeskSettings } from '../../engine/contracts/settings.ts'
import { countedIds } from '../../engine/adapters/identity/index.ts'
import { Engine } from '../../engine/app/engine.ts'
import { createBroker } from '../../engine/broker-sim/broker.ts'
import { brokerSymbol } from '../../engine/broker-sim/symbols.ts'
import {
  BrokerTemper,
  PAIRS,
  SimulatorStart,
  TerminalId,
  type EpochMs,
  type StoredEvent,
} from '../../engine/contracts/index.ts'
import { ModelFile } from '../../engine/contracts/model.ts'
import type { Hello } from '../../engine/contracts/wire/index.ts'
import type { Ledger } from '../../engine/ports/index.ts'
import study from '../../resources/models/study-2010-2018.json' with { type: 'json' }

const TERMINAL = TerminalId.parse('bench')
const HELLO: Hello = {
  versions: [1],
  uuid: TERMINAL,
  nonce: '0'.repeat(32),
  loginHash: '0'.repeat(32),
  broker: 'Bench',
  server: 'in process',
  build: 0,
  program: 'bench',
  margin: 'hedging',
  kind: 'simulated',
}

/** Forgets what it is told: a growing ledger is no growth of the engine. */
function forgetfulLedger(): Ledger {
  let seq = 0
  const hash = '0'.repeat(64)
  return {
    append: (events, wallMs) => events.map((event): StoredEvent => ({ seq: ++seq, wallMs, hash, event })),
    all: () => [],
    head: () => ({ events: seq, hash }),
    close: () => undefined,
  }
}

/** The engine of the app with one linked terminal that specifies all 15 pairs, and nothing behind its ports. */
export class EngineDesk {
  readonly #engine: Engine
  #nowMs = 0 as EpochMs
  events = 0

  constructor() {
    const bars = { write: () => undefined, read: () => [], newest: () => null, close: () => undefined }
    const ports = {
      clock: { now: () => this.#nowMs },
      ids: countedIds(),
      ledger: forgetfulLedger(),
      bars,
      link: { send: () => undefined },
      log: { write: () => undefined },
    }
    const options = {
      version: 'bench',
      settings: DeskSettings.parse({ noCalendar: 'warn' }),
      drills: false,
      model: ModelFile.parse(study),
    }
    this.#engine = new Engine(ports, options, events => (this.events += events.length))
    const broker = createBroker({
      symbols: PAIRS.map(pair => brokerSymbol(pair)),
      account: SimulatorStart.shape.account.parse(undefined),
      temper: BrokerTemper.parse({}),
      seed: 1,
    })
    PAIRS.forEach((_, index) => broker.onTick(index, 1, 110_000, 110_006))
    this.#engine.terminalUp(TERMINAL, 'bench', HELLO)
    this.#engine.fact(TERMINAL, { type: 'account', body: broker.account() })
    this.#engine.fact(TERMINAL, { type: 'positions', body: broker.positions() })
    this.#engine.fact(TERMINAL, { type: 'specs', body: broker.specs() })
    for (const symbol of this.#engine.desk.terminals.get(TERMINAL)?.symbols ?? []) {
      if (symbol.warming) this.#engine.bars(TERMINAL, symbol.warming, symbol.spec.index, [], false)
    }
  }

  tick(symbol: number, timeMs: number, bid: number, ask: number): void {
    this.#nowMs = timeMs as EpochMs
    this.#engine.tickPoints(TERMINAL, symbol, timeMs, bid, ask)
    this.#engine.ticked(TERMINAL)
  }

  /** Bars that were made: a bench that measures nothing must be seen. */
  get closedMinutes(): number {
    const symbols = [...(this.#engine.desk.terminals.get(TERMINAL)?.symbols ?? [])]
    return symbols.reduce((sum, { market }) => sum + market.bars.series.M1.total, 0)
  }
}
