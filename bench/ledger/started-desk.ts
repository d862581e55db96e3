import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { EngineConfig, FromArchive, FromEngine, ToEngine } from '../../engine/contracts/engine-port.ts'
import type { EpochMs } from '../../engine/contracts/index.ts'
import { DeskSettings } from '../../engine/contracts/settings.ts'
import type { BodyOf, JsonMessageType, TerminalMessageType } from '../../engine/contracts/wire/index.ts'
import { aHello, DESK } from '../../engine/testkit/desk-harness.ts'
import { checkpointPlace, openLedgerReader, readCheckpoint } from '../../engine/adapters/ledger/index.ts'
import { decodeBody, encodeBody } from '../../engine/wire/index.ts'
import { program, sqliteBinding } from '../lib/built-app.ts'

export type Start = Readonly<{ readyMs: number; armedMs: number }>

const configOf = (dataFolder: string): EngineConfig => ({
  version: 'bench',
  dataFolder,
  sqliteBinding: sqliteBinding(),
  settings: DeskSettings.parse({}),
  models: null,
})

const SPECS: BodyOf<'specs'> = {
  symbols: [
    {
      index: 0, name: 'EURUSD', pair: 'EURUSD', digits: 5, tickSize: 0.00001, tickValue: 1, contract: 100_000, lotMin: 0.01,
      lotMax: 100, lotStep: 0.01, stopLevel: 0, freezeLevel: 0, commissionPerLot: 7,
    },
  ],
} // prettier-ignore

const ACCOUNT = {
  currency: 'USD', balance: 1_000_000, equity: 1_000_000, margin: 0, freeMargin: 1_000_000, leverage: 100, kind: 'simulated',
  tradeAllowed: true,
} as BodyOf<'account'> // prettier-ignore

/** Starts the built engine worker on the folder: until it is ready, and from a terminal's hello until it is armed. */
export async function startDesk(dataFolder: string): Promise<Start> {
  const started = performance.now()
  const worker = new Worker(program('engine.worker.js'), { workerData: configOf(dataFolder) })
  const desk = new Told<FromEngine>(worker)
  await desk.next(message => message.kind === 'ready')
  const readyMs = performance.now() - started
  const hello = performance.now()
  greet(worker)
  const asked = await desk.next(message => message.kind === 'send' && message.type === 'sync')
  if (asked.kind !== 'send') throw new Error('no sync was sent')
  const sync = decodeBody('sync', asked.body)
  if (sync.is !== 'body') throw new Error(sync.text)
  frame(worker, 'synced', { id: sync.body.id })
  await desk.next(({ ...message }) => message.kind === 'told' && message.events.some(isArmed))
  const armedMs = performance.now() - hello
  worker.postMessage({ kind: 'stop' } satisfies ToEngine)
  await desk.next(message => message.kind === 'stopped')
  await worker.terminate()
  return { readyMs, armedMs }
}

const LOOK_EVERY_MS = 500
/** As the keeper counts: what is younger is read at the start. */
const NEAR = 2_000

/** True when the checkpoint stands at the end of the ledger; on the way there are others. */
function isKept(dataFolder: string): boolean {
  const programs = path.dirname(program('archive.worker.js'))
  const { file, build } = checkpointPlace(configOf(dataFolder), programs)
  const ledger = openLedgerReader({ file: path.join(dataFolder, 'ledger.db'), binding: sqliteBinding() })
  try {
    const checkpoint = readCheckpoint(file, build, seq => ledger.hashAt(seq))
    return 'head' in checkpoint && ledger.head().events - checkpoint.head.events < NEAR
  } finally {
    ledger.close()
  }
}

/** Lets the built archive worker keep a checkpoint of the whole ledger. */
export async function keepCheckpoint(dataFolder: string): Promise<void> {
  const { settings: _, models: __, ...config } = configOf(dataFolder)
  const worker = new Worker(program('archive.worker.js'), { workerData: config })
  const archive = new Told<FromArchive>(worker)
  while (!isKept(dataFolder)) await sleep(LOOK_EVERY_MS)
  worker.postMessage({ kind: 'stop' })
  await archive.next(message => message.kind === 'stopped')
  await worker.terminate()
}

const isArmed = ({ event }: { event: { kind: string } }): boolean => event.kind === 'armed'

function greet(worker: Worker): void {
  const up: ToEngine = { kind: 'terminalUp', terminal: DESK, session: 'bench', hello: aHello() }
  worker.postMessage(up)
  frame(worker, 'specs', SPECS)
  frame(worker, 'account', ACCOUNT)
  frame(worker, 'positions', { positions: [] })
  frame(worker, 'orders', { orders: [] })
}

let sent = 0
function frame<T extends JsonMessageType & TerminalMessageType>(worker: Worker, t: T, body: BodyOf<T>): void {
  const now = Date.now()
  const message: ToEngine = {
    kind: 'frame',
    terminal: DESK,
    header: { v: 1, t, s: 'bench', n: ++sent, a: 0, ms: now },
    body: encodeBody(t, body),
    receivedMs: now as EpochMs,
  }
  worker.postMessage(message)
}

/** What a worker says, one after another. A worker that fails ends the bench with its sentence. */
class Told<Message extends { kind: string }> {
  readonly #heard: Message[] = []
  #wake: () => void = () => undefined
  #fault: Error | null = null

  constructor(worker: Worker) {
    worker.on('message', (message: Message) => {
      if (message.kind === 'failed') this.#fault = new Error(JSON.stringify(message))
      this.#heard.push(message)
      this.#wake()
    })
    worker.on('error', error => {
      this.#fault = error
      this.#wake()
    })
  }

  async next(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      if (this.#fault) throw this.#fault
      const message = this.#heard.shift()
      if (message === undefined) await new Promise<void>(resolve => (this.#wake = resolve))
      else if (fits(message)) return message
    }
  }
}
