/** Composition root of the engine worker: real ports, the engine, and the messages of contracts/engine-port. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { localTime, randomIds, systemClock } from '../adapters/identity/index.ts'
import { checkpointPlace, openLedger } from '../adapters/ledger/index.ts'
import { openMarketStore } from '../adapters/market-store/index.ts'
import { StoreFault } from '../ports/index.ts'
import type { EngineEvent } from '../contracts/events.ts'
import type { EngineConfig, FromEngine, ToEngine } from '../contracts/engine-port.ts'
import { deskDispatches } from './desk-dispatches.ts'
import { recall } from './desk-keeper.ts'
import { cannotBeTrusted, recovered } from './recovered.ts'
import { deskModel } from './desk-model.ts'
import { BEAT_EVERY_MS, EngineService } from './engine-service.ts'

const port = parentPort
if (!port) throw new Error('engine.worker runs as a worker thread')
const post = (message: FromEngine): void => port.postMessage(message)
const warn = (text: string): void => post({ kind: 'log', level: 'warn', text })

function open(config: EngineConfig, first: readonly EngineEvent[]): EngineService {
  const database = (name: string) => ({ file: join(config.dataFolder, name), binding: config.sqliteBinding })
  const ledger = openLedger(database('ledger.db'))
  try {
    const told = ledger.append(first, systemClock.now())
    return new EngineService({
      config,
      clock: systemClock,
      ids: randomIds(),
      ledger,
      remembered: recall(checkpointPlace(config, import.meta.dirname), ledger) ?? undefined,
      told,
      bars: openMarketStore(database('market.db')),
      localTime,
      dispatches: deskDispatches(config.dataFolder, warn),
      model: deskModel(config.dataFolder, config.models, warn),
      post,
      later: work => void setImmediate(() => guarded(work)),
    })
  } catch (cause) {
    ledger.close()
    throw cause
  }
}

/** A ledger that cannot be trusted is put aside once; what takes its place must do. */
function openOrRecover(config: EngineConfig): EngineService {
  try {
    return open(config, [])
  } catch (cause) {
    if (!cannotBeTrusted(cause)) throw cause
    const { dataFolder, sqliteBinding: binding } = config
    return open(config, recovered({ dataFolder, binding, nowMs: systemClock.now() }, cause))
  }
}

/** A store that cannot do its duty ends the worker with one sentence; nothing of the broken turn has left the house. */
function guarded<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    // Thrown, it ends the thread, and the next one puts the ledger aside when it starts.
    if (!(error instanceof StoreFault) || cannotBeTrusted(error)) throw error
    post({ kind: 'failed', code: error.code, text: error.message })
    port?.close()
    return undefined
  }
}

const service = guarded(() => openOrRecover(workerData as EngineConfig))
if (service) {
  const beats = setInterval(() => guarded(() => service.beat()), BEAT_EVERY_MS)
  port.on('message', (message: ToEngine) => {
    guarded(() => service.take(message))
    if (message.kind !== 'stop') return
    clearInterval(beats)
    port.close()
  })
}
