import { DeskSettings } from '../contracts/settings.ts'
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '../adapters/ledger/index.ts'
import type { EpochMs, TerminalId, Ulid } from '../contracts/index.ts'
import type { EngineConfig, FromEngine, ToEngine } from '../contracts/engine-port.ts'
import type { BodyOf, Header, JsonMessageType, TerminalMessageType } from '../contracts/wire/index.ts'
import { aHello, DESK } from '../testkit/desk-harness.ts'
import { bundleProgram } from '../testkit/bundle-program.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { decodeBody, encodeBars, encodeBody, encodeTicks } from '../wire/index.ts'

const SESSION = 'session-1'
let program: string
beforeAll(async () => {
  program = await bundleProgram('engine/workers/engine.worker.ts')
}, 60_000)

type Heard<K extends FromEngine['kind']> = Extract<FromEngine, { kind: K }>

/** The real worker with real files, and this test in the place of the host. */
class WorkerUnderTest {
  readonly worker: Worker
  readonly heard: FromEngine[] = []
  #n = 0

  constructor(dataFolder: string) {
    const config: EngineConfig = {
      version: 'test',
      dataFolder,
      sqliteBinding: sqliteBinding(),
      settings: DeskSettings.parse({}),
      models: null,
    }
    this.worker = new Worker(program, { workerData: config })
    this.worker.on('message', (message: FromEngine) => this.heard.push(message))
  }

  say(message: ToEngine): this {
    this.worker.postMessage(message)
    return this
  }

  #frame(type: TerminalMessageType, body: Uint8Array, more: Partial<Header> = {}): this {
    const header: Header = { v: 1, t: type, s: SESSION, n: ++this.#n, a: 0, ms: Date.now(), ...more }
    return this.say({ kind: 'frame', terminal: DESK, header, body, receivedMs: Date.now() as EpochMs })
  }

  frame<T extends JsonMessageType & TerminalMessageType>(type: T, body: BodyOf<T>): this {
    return this.#frame(type, encodeBody(type, body))
  }

  ticks(...ticks: Parameters<typeof encodeTicks>): this {
    return this.#frame('ticks', encodeTicks(...ticks))
  }

  /** A message of an answer to a history request, and the number that it has; without bars, the whole answer. */
  bars(request: Ulid, bars: Parameters<typeof encodeBars>[0] = [], more: Partial<Header> = {}): number {
    this.#frame('bars', encodeBars(bars), { rq: request, i: 0, tf: 1, ...more })
    return this.#n
  }

  raw(type: TerminalMessageType, text: string): this {
    return this.#frame(type, Buffer.from(text))
  }

  async next<K extends FromEngine['kind']>(
    kind: K,
    fits: (message: Heard<K>) => boolean = () => true,
  ): Promise<Heard<K>> {
    for (;;) {
      const at = this.heard.findIndex(message => message.kind === kind && fits(message as Heard<K>))
      if (at >= 0) return this.heard.splice(at, 1)[0] as Heard<K>
      await once(this.worker, 'message')
    }
  }

  async stop(): Promise<void> {
    this.say({ kind: 'stop' })
    await this.next('stopped')
    await this.worker.terminate()
  }
}

const SPEC = {
  index: 0, name: 'EURUSD', pair: 'EURUSD', digits: 5, tickSize: 0.00001, tickValue: 1, contract: 100_000, lotMin: 0.01, lotMax: 100,
  lotStep: 0.01, stopLevel: 0, freezeLevel: 0, commissionPerLot: 7,
} as const // prettier-ignore

const account = { currency: 'USD', balance: 1_000_000, equity: 1_000_000, margin: 0, freeMargin: 1_000_000, leverage: 100, kind: 'simulated', tradeAllowed: true } as BodyOf<'account'> // prettier-ignore

/** Bars of one message. */
const PART = 4_000
/** Three weeks of the clock; the last of them are of today. */
const MINUTES = Array.from({ length: 7 * PART }, (_, at) => {
  const timeMs = Math.floor(Date.now() / 60_000 - 7 * PART + at) * 60_000
  const price = Math.round(110_000 + 40 * Math.sin(timeMs / 420_000)) / 100_000
  return {
    timeMs: timeMs as EpochMs,
    open: price,
    high: price,
    low: price,
    close: price,
    ticks: 9,
    spreadPoints: 6,
  }
})

async function linked(worker: WorkerUnderTest): Promise<void> {
  await worker.next('ready')
  worker.say({ kind: 'terminalUp', terminal: DESK, session: SESSION, hello: aHello({ takes: [] }) })
  worker
    .frame('specs', { symbols: [SPEC] })
    .frame('account', account)
    .frame('positions', { positions: [] })
  const asked = await worker.next('send', ({ type }) => type === 'sync')
  const sync = decodeBody('sync', asked.body)
  if (sync.is !== 'body') throw new Error(sync.text)
  worker.frame('synced', { id: sync.body.id })
  await worker.next('told', ({ events }) => events.some(({ event }) => event.kind === 'armed'))
}

describe('the engine worker', () => {
  it('asks a new terminal for history and for its orders, arms, and reports what is on disk', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await linked(worker)
    const history = await worker.next('send', ({ type }) => type === 'history')
    expect(decodeBody('history', history.body)).toMatchObject({ body: { index: 0, tf: 1, fromMs: 0 } })
    expect(await worker.next('committed', ({ n }) => n === 4)).toMatchObject({
      terminal: DESK,
      session: SESSION,
    })
    await worker.stop()
  })

  it('shows a price that was sent as a packed tick, once the history that it waits for has been answered', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await linked(worker)
    worker.ticks([{ index: 0, timeMs: Date.now(), bid: 1.10234, ask: 1.1024, flags: 0 }])
    const request = await worker.next('send', ({ type }) => type === 'history')
    const history = decodeBody('history', request.body)
    if (history.is !== 'body') throw new Error(history.text)
    const told = worker.bars(history.body.id)
    await worker.next('committed', ({ n }) => n === told)
    worker.say({ kind: 'snapshot', ask: 1 })
    const { view } = await worker.next('snapshot')
    expect(view.links[0]).toMatchObject({ armed: true, ticks: 1 })
    expect(view.prices.EURUSD).toMatchObject({
      bid: '1.10234',
      ask: '1.10240',
      spreadPips: 0.6,
      normPips: null,
    })
    await worker.stop()
  })

  it('takes an order to pause while weeks of minutes wait to be read, and reads them all', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await linked(worker)
    const request = await worker.next('send', ({ type }) => type === 'history')
    const history = decodeBody('history', request.body)
    if (history.is !== 'body') throw new Error(history.text)
    const { id } = history.body
    const parts = Array.from({ length: MINUTES.length / PART }, (_, k) => MINUTES.slice(k * PART, (k + 1) * PART)) // prettier-ignore
    const numbers = parts.map(bars => worker.bars(id, bars, { more: 1 }))
    const last = worker.bars(id)
    worker.say({ kind: 'command', command: { kind: 'pause', id, origin: 'window' } })
    await worker.next('committed', ({ n }) => n === last)
    const isTold = (message: FromEngine) => message.kind === 'answer' || (message.kind === 'committed' && message.n === numbers.at(-1)) // prettier-ignore
    expect(worker.heard.filter(isTold).map(({ kind }) => kind)).toEqual(['answer', 'committed'])
    const committed = worker.heard.filter(message => message.kind === 'committed').map(({ n }) => n)
    expect(committed.slice(-numbers.length)).toEqual(numbers)
    worker.say({ kind: 'snapshot', ask: 1 })
    const { view } = await worker.next('snapshot')
    expect(view.regimes.EURUSD).toMatchObject({ missing: null })
    await worker.stop()
  })

  it('ends while minutes wait to be read, and says nothing of them', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await linked(worker)
    const request = await worker.next('send', ({ type }) => type === 'history')
    const history = decodeBody('history', request.body)
    if (history.is !== 'body') throw new Error(history.text)
    const number = worker.bars(history.body.id, MINUTES.slice(0, PART))
    await worker.stop()
    expect(worker.heard.filter(({ kind }) => kind === 'failed')).toEqual([])
    expect(worker.heard.some(message => message.kind === 'committed' && message.n === number)).toBe(false)
  })

  it('counts bytes that make no sense and goes on', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await linked(worker)
    worker
      .raw('account', '{"currency":7}')
      .raw('ticks', 'thirty-one bytes are not a tick.')
      .raw('positions', '{')
    for (const code of ['BODY_FIELD', 'RECORD_LENGTH', 'BODY_TEXT']) {
      const { events } = await worker.next('told', told => told.events[0]?.event.kind === 'linkFaulted')
      expect(events[0]?.event).toMatchObject({
        kind: 'linkFaulted',
        code,
        text: expect.stringMatching(/./) as string,
      })
    }
    await worker.stop()
  })

  it('goes on with the same hash chain after kill and restart', async () => {
    const folder = temporaryFolder()
    for (let life = 1; life <= 3; life++) {
      const worker = new WorkerUnderTest(folder)
      await linked(worker)
      await worker.worker.terminate()
    }
    const { events } = verifyLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
    expect(events).toBe(9)
  })

  it('refuses a ledger of a newer version with one sentence, and stores nothing', async () => {
    const folder = temporaryFolder()
    await new WorkerUnderTest(folder).stop()
    const binding = sqliteBinding()
    const file = path.join(folder, 'ledger.db')
    const database = new Database(file, binding === null ? {} : { nativeBinding: binding })
    database.pragma('user_version = 9999')
    database.close()
    const failed = await new WorkerUnderTest(folder).next('failed')
    expect(failed.code).toBe('NEWER_SCHEMA')
    expect(failed.text).toContain(file)
    expect(failed.text).not.toContain('\n')
  })

  it('answers a command about a mission that it does not know', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await worker.next('ready')
    const id = '01ARYZ6S410000000000000000' as never
    worker.say({ kind: 'command', command: { kind: 'fireMission', id, origin: 'window', mission: id } })
    expect((await worker.next('answer')).answer).toMatchObject({ is: 'refused', code: 'UNKNOWN_MISSION' })
    worker.say({ kind: 'ping', n: 5 })
    expect((await worker.next('pong')).n).toBe(5)
    await worker.stop()
  })

  it('sends patches only while somebody looks', async () => {
    const worker = new WorkerUnderTest(temporaryFolder())
    await linked(worker)
    await new Promise(resolve => setTimeout(resolve, 400))
    expect(worker.heard.filter(({ kind }) => kind === 'patch')).toEqual([])
    worker.say({ kind: 'watch', on: true })
    const { patch } = await worker.next('patch')
    expect(patch.links?.[0]?.terminal).toBe(DESK satisfies TerminalId)
    await worker.stop()
  })
})
