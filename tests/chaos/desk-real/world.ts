/** One trader's world of real processes: the app on its SQLite files, the terminal on its own, ZeroMQ between them. */
import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { randomIds } from '../../../engine/adapters/identity/index.ts'
import { openLedger } from '../../../engine/adapters/ledger/index.ts'
import { unpacked } from '../../../engine/adapters/ledger/packing/pack.ts'
import { brokerSymbol, createBroker } from '../../../engine/broker-sim/index.ts'
import { Random } from '../../../engine/broker-sim/random.ts'
import {
  EpochMs,
  SimulatorStart,
  TerminalId,
  type Command,
  type Mission,
  type SimulatorFault,
  type ToSimulator,
  type WarRoomView,
} from '../../../engine/contracts/index.ts'
import type { SimulatorState } from '../../../engine/contracts/simulator-state.ts'
import { formatPairingKey } from '../../../engine/wire/index.ts'
import type { DeskPrograms } from '../../../engine/testkit/bundle-program.ts'
import { judge, type LedgerRow, type RankName } from '../desk/checker/index.ts'
import { earlierLife, missionsAt, TERMINAL } from '../desk/missions.ts'
import { DeskProcess } from '../desk-process.ts'
import { room } from '../real/patience.ts'

export type Stage = Readonly<{
  programs: DeskPrograms
  binding: string | null
  folder: string
  close(): void
}>

/** A Tuesday morning in London. */
const START_MS = Date.UTC(2026, 0, 6, 9)
const SPEED = 20
const BID = 110_000
const SPREAD = 6
const MINUTE_MS = 60_000
const TICK_MS = 500
/** Of the simulated account: its login stands on it. */
const ACCOUNT_NUMBER = 1
const KEY = Uint8Array.from({ length: 32 }, (_, at) => (at * 11 + 5) & 255)
const RANK: RankName = 'COMMANDER'
/** As long as an order is valid, in market time. */
const TRAVEL_MS = 6_000 * SPEED
const LOOK_EVERY_MS = 40

type Ask = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'origin'> : never) : never

export class RealWorld {
  readonly #stage: Stage
  readonly #folder: string
  readonly #ids = randomIds()
  readonly #start: SimulatorStart
  readonly missions: readonly Mission[]
  #desk: DeskProcess | null = null
  #terminal: ChildProcess | null = null
  lives = 0

  constructor(stage: Stage, folder: string, port: number, seed: number) {
    this.#stage = stage
    this.#folder = folder
    mkdirSync(path.join(folder, 'data'), { recursive: true })
    writeFileSync(path.join(folder, 'data/pairing.key'), `${formatPairingKey(KEY)}\n`)
    writeFileSync(
      path.join(folder, 'data/settings.json'),
      JSON.stringify({ version: 1, port, riskPct: 1, noCalendar: 'warn' }),
    )
    this.#start = SimulatorStart.parse({
      endpoint: `tcp://127.0.0.1:${port}`,
      pairingKey: formatPairingKey(KEY),
      uuid: TERMINAL,
      source: { kind: 'files', files: [writeMarket(folder, seed)] },
      speed: SPEED,
      stateFile: path.join(folder, 'account.json'),
      orderLog: path.join(folder, 'orders.jsonl'),
    })
    this.missions = this.#prepare(seed)
  }

  /** An account that the ledger knows already, and missions at the price that it begins with. */
  #prepare(seed: number): readonly Mission[] {
    const symbols = [brokerSymbol('EURUSD')]
    const broker = createBroker({ symbols, account: this.#start.account, temper: this.#start.broker, seed })
    broker.onTick(0, START_MS, BID, BID + SPREAD)
    const { source, account } = this.#start
    const state: SimulatorState = {
      version: 1,
      number: ACCOUNT_NUMBER,
      source,
      account,
      broker: broker.state(),
      unwrittenMs: 0,
      facts: [],
    }
    writeFileSync(path.join(this.#folder, 'account.json'), JSON.stringify(state))
    const wish = {
      kind: 'simulated',
      rank: RANK,
      startMs: START_MS,
      loginHash: LOGIN_HASH,
      server: 'simulated',
    } as const
    const missions = missionsAt(wish, BID, SPREAD)
    const ledger = openLedger(this.#database)
    ledger.append(earlierLife(wish, missions), EpochMs.parse(Date.now()))
    ledger.close()
    return missions
  }

  get #database() {
    return { file: path.join(this.#folder, 'data/ledger.db'), binding: this.#stage.binding }
  }

  get desk(): DeskProcess {
    if (!this.#desk) throw new Error('The app was never started.')
    return this.#desk
  }

  get isTerminalAlive(): boolean {
    return this.#terminal !== null && this.#terminal.exitCode === null && this.#terminal.signalCode === null
  }

  async startDesk(): Promise<void> {
    const { programs, binding } = this.#stage
    this.lives += 1
    const start = {
      dataFolder: path.join(this.#folder, 'data'),
      sqliteBinding: binding,
      paths: programs.paths,
    }
    this.#desk = new DeskProcess(programs.desk, start)
    await this.#desk.ready()
  }

  startTerminal(): void {
    this.lives += 1
    const child = fork(this.#stage.programs.paths.terminalSim, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('error', () => undefined)
    this.#terminal = child
    child.send({ kind: 'start', start: this.#start } satisfies ToSimulator)
  }

  /** What the terminal does wrong with its next order; it dies by its own hand. */
  fault(fault: SimulatorFault): void {
    this.#terminal?.send({ kind: 'fault', fault } satisfies ToSimulator)
  }

  ask(ask: Ask): Command {
    return { ...ask, id: this.#ids.next(EpochMs.parse(Date.now())), origin: 'cli' } as Command
  }

  /** Looks at the room until it is as wanted; the last look when that is too late. */
  room(isWanted: (view: WarRoomView) => boolean, withinMs: number): Promise<WarRoomView> {
    return room(() => this.desk, isWanted, withinMs, LOOK_EVERY_MS)
  }

  /** What is wrong at this moment, both being alive. */
  async faults(): Promise<string[]> {
    const link = (await this.desk.view()).links[0]
    const terms = {
      rank: RANK,
      riskPct: 1,
      travelMs: TRAVEL_MS,
      announcements: [],
      closes: {},
      attended: [],
      wantedBack: [],
    }
    const faults = judge({ log: this.log(), ledger: this.#rows(), terms })
    return link?.armed === true ? faults : [...faults, `NOT ARMED: ${link?.problem ?? 'nothing is linked'}`]
  }

  /** What the broker wrote down. */
  log(): unknown[] {
    const file = path.join(this.#folder, 'orders.jsonl')
    if (!existsSync(file)) return []
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as unknown)
  }

  #rows(): LedgerRow[] {
    const { file, binding } = this.#database
    const database = new Database(file, {
      readonly: true,
      ...(binding !== null && { nativeBinding: binding }),
    })
    try {
      const rows = database
        .prepare('SELECT seq, wall_ms AS wallMs, body, packed, hash FROM event ORDER BY seq')
        .all() as (LedgerRow & { packed: Uint8Array | null })[]
      return rows.map(row => ({ ...row, body: unpacked(row) ?? '' }))
    } finally {
      database.close()
    }
  }

  /** Everything is killed, and its folder goes. */
  async end(): Promise<void> {
    this.#terminal?.kill('SIGKILL')
    await this.#desk?.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** A market of one hour without a past: a seeded walk, as a day file of LEAN. */
function writeMarket(folder: string, seed: number): string {
  const random = new Random(seed)
  const dayMs = Date.UTC(2026, 0, 6)
  let bid = BID
  const rows = Array.from({ length: (60 * MINUTE_MS) / TICK_MS }, (_, at) => {
    bid += random.below(3) - 1
    const ms = START_MS - MINUTE_MS + at * TICK_MS - dayMs
    return `${ms},${(bid / 1e5).toFixed(5)},${((bid + SPREAD) / 1e5).toFixed(5)}`
  })
  const file = path.join(folder, '20260106_eurusd_tick_quote.csv')
  writeFileSync(file, rows.join('\n'))
  return file
}

const LOGIN_HASH = createHash('sha256').update(`${TerminalId.parse(TERMINAL)} ${ACCOUNT_NUMBER}`).digest().subarray(0, 16).toString('hex') // prettier-ignore
