import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FromArchive, ToArchive } from '../../engine/contracts/engine-port.ts'
import type { Query } from '../../engine/contracts/queries.ts'
import { program, sqliteBinding } from '../lib/built-app.ts'
import { quantile, type Figure } from '../lib/figures.ts'

const COSTS: Query = { kind: 'executionCosts', account: 'simulated' }
const OTHER: Query = { kind: 'tradesPage', account: 'simulated', beforeSeq: null, limit: 50 }

/** As a hasty reader turns pages. */
const ASK_EVERY_MS = 20

/** How long the built archive takes to say what orders have cost, and how long another question waits meanwhile. */
export async function costsOf(dataFolder: string, name: string): Promise<Figure[]> {
  const archive = new Asked(dataFolder)
  await archive.ready
  const others: number[] = []
  const first = archive.took(COSTS)
  let isDone = false
  void first.finally(() => (isDone = true))
  while (!isDone) {
    others.push(await archive.took(OTHER))
    await sleep(ASK_EVERY_MS)
  }
  const again = await archive.took(COSTS)
  await archive.stop()
  return [
    { name: `${name} events: costs, asked first`, value: await first, unit: 'ms' },
    { name: `${name} events: costs, asked again`, value: again, unit: 'ms' },
    { name: `${name} events: another question meanwhile, p50`, value: quantile(others, 0.5), unit: 'ms' },
    {
      name: `${name} events: another question meanwhile, the slowest`,
      value: Math.max(...others),
      unit: 'ms',
      bound: { atMost: 250 },
    },
  ]
}

class Asked {
  readonly #worker: Worker
  readonly #waiting = new Map<number, () => void>()
  readonly ready: Promise<void>
  #asked = 0

  constructor(dataFolder: string) {
    const config = { version: 'bench', dataFolder, sqliteBinding: sqliteBinding() }
    this.#worker = new Worker(program('archive.worker.js'), { workerData: config })
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('error', reject)
      this.#worker.on('message', (message: FromArchive) => {
        if (message.kind === 'ready') resolve()
        if (message.kind === 'answer') this.#waiting.get(message.ask)?.()
      })
    })
  }

  /** Milliseconds from the question to its answer. */
  took(query: Query): Promise<number> {
    const started = performance.now()
    const ask = ++this.#asked
    return new Promise(resolve => {
      this.#waiting.set(ask, () => resolve(performance.now() - started))
      this.#worker.postMessage({ kind: 'ask', ask, query } satisfies ToArchive)
    })
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
