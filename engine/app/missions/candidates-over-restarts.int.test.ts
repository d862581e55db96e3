import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedIds, setClock } from '../../adapters/identity/index.ts'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import { createBroker } from '../../broker-sim/broker.ts'
import { Random } from '../../broker-sim/random.ts'
import { brokerSymbol } from '../../broker-sim/symbols.ts'
import { BrokerTemper, SimulatorStart, type EpochMs, type EventOf, type Pair } from '../../contracts/index.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import type { WireBar } from '../../contracts/wire/index.ts'
import type { OutMessage } from '../../ports/index.ts'
import { aHello, DESK, MINUTE, START } from '../../testkit/desk-harness.ts'
import { aModel } from '../../testkit/models.ts'
import { Engine } from '../engine.ts'

const PAIRS: readonly Pair[] = ['EURUSD', 'GBPUSD']
const SPREAD = 6
const DAYS = 7
/** Quotes of each symbol a minute. */
const QUOTES = 3
/** Before that the volatility of a day is not known, and nothing is proposed. */
const FIRST_RESTART = 1.5 * 1_440
const LAST_MINUTE = DAYS * 1_440

type Quote = Readonly<{ index: number; timeMs: number; bid: number }>

/** Two symbols that wander, and now and then leap and fall back. */
const QUOTED: readonly Quote[] = (() => {
  const random = new Random(3)
  const bids = PAIRS.map(() => 110_000)
  return Array.from(
    { length: LAST_MINUTE * QUOTES },
    (_, k) => START + Math.floor((k * MINUTE) / QUOTES),
  ).flatMap(timeMs =>
    PAIRS.map((_, index): Quote => {
      const leap = random.uniform() < 0.002 ? 60 * random.gaussian() : 0
      bids[index] = (bids[index] ?? 0) * 0.9999 + 11 + 4 * random.gaussian() + leap
      return { index, timeMs, bid: Math.round(bids[index] ?? 0) }
    }),
  )
})()

/** A terminal that keeps the minutes of its quotes, and tells the running one again after a start, as the bridge does. */
class Terminal {
  readonly #ledger = memoryLedger()
  readonly #clock = setClock(START)
  readonly #ids = countedIds()
  #history: OutMessage[] = []
  #minutes: WireBar[][] = PAIRS.map(() => [])
  #present: Quote[] = []
  engine = this.#start()

  #start(): Engine {
    const bars = { write: () => undefined, read: () => [], newest: () => null, close: () => undefined }
    const link = { send: (_: unknown, message: OutMessage) => void this.#history.push(message) }
    const log = { write: () => undefined }
    const ports = { clock: this.#clock, ids: this.#ids, ledger: this.#ledger, bars, link, log }
    const settings = DeskSettings.parse({})
    const engine = new Engine(
      ports,
      { version: 'test', settings, drills: false, model: aModel({ b0: 0.4 }) },
      () => {},
    )
    engine.terminalUp(DESK, `session ${this.#ledger.head().events}`, aHello({ kind: 'demo' }))
    const broker = createBroker({
      symbols: PAIRS.map(pair => brokerSymbol(pair)),
      account: SimulatorStart.shape.account.parse(undefined),
      temper: BrokerTemper.parse({}),
      seed: 1,
    })
    engine.fact(DESK, { type: 'specs', body: broker.specs() })
    for (const message of this.#history.splice(0)) {
      if (message.type !== 'history') continue
      const { id, index } = message.body
      engine.bars(DESK, id, index, this.#minutes[index] ?? [], false)
    }
    for (const quote of this.#present) this.#tell(engine, quote)
    return engine
  }

  restart(): void {
    this.engine = this.#start()
  }

  quote(quote: Quote): void {
    const [first] = this.#present
    if (first && Math.floor(first.timeMs / MINUTE) < Math.floor(quote.timeMs / MINUTE)) this.#closeMinute()
    this.#present.push(quote)
    this.#tell(this.engine, quote)
  }

  #tell(engine: Engine, { index, timeMs, bid }: Quote): void {
    this.#clock.set(timeMs)
    engine.tickPoints(DESK, index, timeMs, bid, bid + SPREAD)
    engine.ticked(DESK)
  }

  #closeMinute(): void {
    PAIRS.forEach((_, index) => {
      const bids = this.#present.filter(quote => quote.index === index).map(({ bid }) => bid / 100_000)
      const [open, close] = [bids[0], bids.at(-1)]
      const [first] = this.#present
      if (open === undefined || close === undefined || !first) return
      const timeMs = (first.timeMs - (first.timeMs % MINUTE)) as EpochMs
      const [high, low] = [Math.max(...bids), Math.min(...bids)]
      this.#minutes[index]?.push({ timeMs, open, high, low, close, ticks: bids.length, spreadPoints: SPREAD })
    })
    this.#present = []
  }

  get ended(): readonly EventOf<'candidateEnded'>[] {
    const events = [...this.#ledger.all()].map(({ event }) => event)
    return events.filter((event): event is EventOf<'candidateEnded'> => event.kind === 'candidateEnded')
  }

  get levels() {
    return this.engine.desk.state.levels.get(DESK)
  }
}

/** Played to the end, with a restart after each of these quotes. */
function played(restarts: ReadonlySet<number>): Terminal {
  const terminal = new Terminal()
  QUOTED.forEach((quote, k) => {
    terminal.quote(quote)
    if (restarts.has(k)) terminal.restart()
  })
  return terminal
}

const PER_MINUTE = QUOTES * PAIRS.length
/** When every symbol has told its first quote of a minute: what that closes has been judged. */
const moments = fc
  .record({
    minute: fc.integer({ min: FIRST_RESTART, max: LAST_MINUTE - 1 }),
    quote: fc.integer({ min: PAIRS.length - 1, max: PER_MINUTE - 1 }),
  })
  .map(({ minute, quote }) => minute * PER_MINUTE + quote)

test('a desk that was restarted at any moments learns the same levels as one that never was', () => {
  const whole = played(new Set())
  expect(whole.ended.length).toBeGreaterThan(40)
  fc.assert(
    fc.property(fc.array(moments, { minLength: 1, maxLength: 6 }), restarts => {
      const restarted = played(new Set(restarts))
      expect(restarted.ended).toEqual(whole.ended)
      expect(restarted.levels).toEqual(whole.levels)
    }),
    { numRuns: 4 },
  )
})
