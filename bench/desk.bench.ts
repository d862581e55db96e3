/**
 * From the trader's command to the terminal's verdict, with the real host, engine worker, ledger and a simulated terminal
 * of zero latency in a process of its own. Floor of the same run: one ping-pong over bare ZeroMQ, one commit with synchronous
 * FULL, and one round trip to a worker thread, each once before every shot, so that all wake from the same rest.
 */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { Dealer, Router } from 'zeromq'
import { randomIds } from '../engine/adapters/identity/index.ts'
import type { EpochMs, Mission, StoredEvent } from '../engine/contracts/index.ts'
import { createHost, nodeSpawner, type Host } from '../engine/host/index.ts'
import { option, program, sqliteBinding, temporaryFolder } from './lib/built-app.ts'
import { quantile, report } from './lib/figures.ts'
import { gateDecisions } from './lib/gate-decisions.ts'
import { marketOfJumps } from './lib/market-of-jumps.ts'

const MESSAGE = Buffer.alloc(500, 'x')
/** As in the War Room, simulated time is at 1× while a shot is fired; this is how long it takes to get there. */
const SETTLE_MS = 100
const SPEED = option('speed', 20_000)
const TIMEOUT_MS = 180_000
const ids = randomIds()
const nextId = () => ids.next(Date.now() as EpochMs)

type Probe = () => Promise<void> | void
const FLOORS = ['pingPong', 'commit', 'worker'] as const
type Floor = (typeof FLOORS)[number]

async function pingPong(): Promise<Probe> {
  const router = new Router({ linger: 0 })
  await router.bind('tcp://127.0.0.1:*')
  fork(import.meta.filename, ['--echo', router.lastEndpoint ?? ''])
  const [echo] = await router.receive()
  return async () => {
    await router.send([echo ?? '', MESSAGE])
    await router.receive()
  }
}

function fullCommit(): Probe {
  const binding = sqliteBinding()
  const file = path.join(temporaryFolder(), 'floor.db')
  const database = new Database(file, binding === null ? {} : { nativeBinding: binding })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE events (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO events (body) VALUES (?)')
  const text = MESSAGE.toString()
  return () => void insert.run(text)
}

function workerRoundTrip(): Probe {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); parentPort.on('message', m => parentPort.postMessage(m))`, { eval: true }) // prettier-ignore
  worker.unref()
  return () =>
    new Promise(resolve => {
      worker.once('message', () => resolve())
      worker.postMessage({ kind: 'frame', body: MESSAGE })
    })
}

async function time(probe: Probe): Promise<number> {
  const started = performance.now()
  await probe()
  return performance.now() - started
}

/** Fires at a mission soon after it is told, and closes what it opened as soon as it is filled. */
class Gunner {
  readonly answers: number[] = []
  readonly verdicts: number[] = []
  readonly #host: Host
  readonly #before: () => Promise<void>
  #firedAt = 0

  /** `before` is awaited just before each shot. */
  constructor(host: Host, before: () => Promise<void>) {
    this.#host = host
    this.#before = before
    host.onTold(events => events.forEach(stored => this.#hear(stored)))
  }

  #hear({ event }: StoredEvent): void {
    if (event.kind === 'missionIssued') void this.#aim(event.mission)
    if (event.kind === 'orderAnswered' && this.#firedAt > 0) {
      this.verdicts.push(performance.now() - this.#firedAt)
      this.#firedAt = 0
      this.#run(SPEED)
    }
    if (event.kind === 'dealDone' && event.deal.entry === 'in') {
      const { terminal, deal } = event
      setTimeout(() => {
        void this.#host.command({
          kind: 'closePosition',
          id: nextId(),
          origin: 'cli',
          terminal,
          position: deal.position,
        })
      }, 20)
    }
  }

  #run(speed: number): void {
    this.#host.simulate({ kind: 'speed', speed })
  }

  async #aim(mission: Mission): Promise<void> {
    this.#run(1)
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS))
    await this.#before()
    await this.#fire(mission)
  }

  async #fire({ id }: Mission): Promise<void> {
    this.#firedAt = performance.now()
    const firedAt = this.#firedAt
    const answer = await this.#host.command({ kind: 'fireMission', id: nextId(), origin: 'cli', mission: id })
    if (answer.is === 'done') {
      this.answers.push(performance.now() - firedAt)
      return
    }
    this.#firedAt = 0
    this.#run(SPEED)
  }
}

async function start(files: string[]): Promise<Host> {
  const host = await createHost({
    dataFolder: temporaryFolder(),
    version: 'bench',
    paths: {
      engineWorker: program('engine.worker.js'),
      archiveWorker: program('archive.worker.js'),
      terminalSim: program('terminal-sim.js'),
    },
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: {
      source: { kind: 'files', files },
      speed: SPEED,
      stateFile: null,
      broker: {
        latencyMs: 0,
        slippagePoints: 0,
        commissionPerLot: 0,
        stopLevel: 0,
        freezeLevel: 0,
        script: [],
      },
    },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  return host
}

async function measure(): Promise<void> {
  const wanted = option('shots', 60)
  const folder = temporaryFolder()
  const files = marketOfJumps(60).map(({ name, text }) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  })
  const probes: Record<Floor, Probe> = {
    pingPong: await pingPong(),
    commit: fullCommit(),
    worker: workerRoundTrip(),
  }
  const floors: Record<Floor, number[]> = { pingPong: [], commit: [], worker: [] }
  const host = await start(files)
  const gunner = new Gunner(host, async () => {
    for (const name of FLOORS) floors[name].push(await time(probes[name]))
  })
  const deadline = Date.now() + TIMEOUT_MS
  while (gunner.verdicts.length < wanted && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await host.stop()
  const decisions = gateDecisions()
  const p50 = quantile(gunner.verdicts, 0.5)
  const parts = Object.values(floors).map(samples => quantile(samples, 0.5))
  const floor = parts.reduce((sum, part) => sum + part, 0)
  report('desk', [
    {
      name: 'shots fired and answered',
      value: gunner.verdicts.length,
      unit: 'shots',
      bound: { atLeast: Math.min(20, wanted) },
    },
    { name: 'gate decision, p50', value: quantile(decisions, 0.5), unit: 'ms' },
    {
      name: 'gate decision after 5,000 trades, p99',
      value: quantile(decisions, 0.99),
      unit: 'ms',
      bound: { atMost: 0.2 },
    },
    { name: 'fire to recorded and sent, p50', value: quantile(gunner.answers, 0.5), unit: 'ms' },
    { name: 'fire to verdict, p50', value: p50, unit: 'ms' },
    { name: 'fire to verdict, p99', value: quantile(gunner.verdicts, 0.99), unit: 'ms' },
    { name: 'bare ZeroMQ ping-pong, p50', value: parts[0] ?? Number.NaN, unit: 'ms' },
    { name: 'one FULL commit, p50', value: parts[1] ?? Number.NaN, unit: 'ms' },
    { name: 'one worker round trip, p50', value: parts[2] ?? Number.NaN, unit: 'ms' },
    {
      name: 'fire to verdict ÷ the sum of the three, p50',
      value: p50 / floor,
      unit: '×',
      bound: { atMost: 3 },
    },
  ])
}

async function echo(endpoint: string): Promise<void> {
  const dealer = new Dealer({ linger: 0 })
  dealer.connect(endpoint)
  await dealer.send('ready')
  process.on('disconnect', () => process.exit())
  for await (const [message] of dealer) await dealer.send(message ?? '')
}

const endpoint = process.argv[process.argv.indexOf('--echo') + 1]
if (process.argv.includes('--echo') && endpoint !== undefined) await echo(endpoint)
else {
  await measure()
  process.exit()
}
