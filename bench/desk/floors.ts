/** What nobody can do without, each once before every shot, so that all wake from the same rest. */
import { fork } from 'node:child_process'
import { fsyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { Dealer, Router } from 'zeromq'
import { canonicalJson } from '../../engine/adapters/ledger/canonical-json.ts'
import { ONE_OF_EACH } from '../../engine/testkit/one-of-each.ts'
import { sqliteBinding, temporaryFolder } from '../lib/built-app.ts'
import { openTap } from './wire-tap.ts'

type Probe = () => Promise<void> | void
export const FLOORS = ['pingPong', 'commit', 'worker', 'write'] as const
export type Floor = (typeof FLOORS)[number]

/** As long as the record of an order. */
const RECORD = Buffer.from(canonicalJson(ONE_OF_EACH.orderRecorded))

export class Floors {
  readonly times: Record<Floor, number[]> = { pingPong: [], commit: [], worker: [], write: [] }
  readonly #probes: Record<Floor, Probe>

  private constructor(pingPong: Probe) {
    this.#probes = { pingPong, commit: fullCommit(), worker: workerRoundTrip(), write: syncedWrite() }
  }

  /** `program` is a bench that calls `echo` when it is started with `--echo`, and `tap` with `--tap`. */
  static async open(program: string): Promise<Floors> {
    return new Floors(await pingPong(program))
  }

  async measure(): Promise<void> {
    for (const name of FLOORS) {
      const started = performance.now()
      await this.#probes[name]()
      this.times[name].push(performance.now() - started)
    }
  }
}

/** Over the same kind of tap as the terminal's messages. */
async function pingPong(program: string): Promise<Probe> {
  const router = new Router({ linger: 0 })
  await router.bind('tcp://127.0.0.1:*')
  const tap = await openTap(program, () => undefined)
  tap.leadTo(Number(new URL(router.lastEndpoint ?? '').port))
  fork(program, ['--echo', `tcp://127.0.0.1:${tap.port}`])
  const [other] = await router.receive()
  return async () => {
    await router.send([other ?? '', RECORD])
    await router.receive()
  }
}

/** What the other process of the ping-pong does. */
export async function echo(endpoint: string): Promise<void> {
  const dealer = new Dealer({ linger: 0 })
  dealer.connect(endpoint)
  await dealer.send('ready')
  process.on('disconnect', () => process.exit())
  for await (const [message] of dealer) await dealer.send(message ?? '')
}

function fullCommit(): Probe {
  const binding = sqliteBinding()
  const file = path.join(temporaryFolder(), 'floor.db')
  const database = new Database(file, binding === null ? {} : { nativeBinding: binding })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE events (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO events (body) VALUES (?)')
  const text = RECORD.toString()
  return () => void insert.run(text)
}

function syncedWrite(): Probe {
  const file = openSync(path.join(temporaryFolder(), 'floor.bytes'), 'a')
  return () => {
    writeSync(file, RECORD)
    fsyncSync(file)
  }
}

function workerRoundTrip(): Probe {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); parentPort.on('message', m => parentPort.postMessage(m))`, { eval: true }) // prettier-ignore
  worker.unref()
  return () =>
    new Promise(resolve => {
      worker.once('message', () => resolve())
      worker.postMessage({ kind: 'frame', body: RECORD })
    })
}
