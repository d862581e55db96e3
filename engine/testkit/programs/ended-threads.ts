/** Ends threads of its own while they are busy with the ledger, as a hung engine is ended, and says the code of each. */
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { openLedger } from '../../adapters/ledger/index.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { aPause } from '../events.ts'

/** Enough that some are met inside SQLite, and not between two of its calls. */
const THREADS = 6
const BUSY_MS = 100

if (isMainThread) {
  for (let n = 0; n < THREADS; n++) console.log(await endedThread(process.argv.slice(2)))
} else {
  const [file = '', binding = '', work = ''] = workerData as readonly string[]
  keepBusy(file, binding, work)
}

async function endedThread(task: readonly string[]): Promise<number> {
  const thread = new Worker(import.meta.filename, { workerData: task })
  await once(thread, 'message')
  await setTimeout(BUSY_MS)
  return thread.terminate()
}

function keepBusy(file: string, binding: string, work: string): never {
  const ledger = openLedger({ file, binding: binding === '' ? null : binding })
  parentPort?.postMessage('busy')
  for (;;) {
    if (work === 'append') ledger.append([aPause()], EpochMs.parse(1_000))
    else Array.from(ledger.all())
  }
}
