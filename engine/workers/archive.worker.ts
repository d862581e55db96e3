/** Composition root of the archive: a thread that reads the ledger for the screens and never writes it. */
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openArchive, type Archive } from '../adapters/ledger/index.ts'
import type { ArchiveConfig, FromArchive, ToArchive } from '../contracts/engine-port.ts'
import { unreachable } from '../contracts/primitives.ts'
import { Query, type QueryAnswer } from '../contracts/queries.ts'
import { StoreFault } from '../ports/store-fault.ts'

/** A slower answer is worth a line in the log. */
const SLOW_MS = 25

const config = workerData as ArchiveConfig
const host = parentPort
if (host === null) throw new Error('archive.worker runs as a worker thread of the host')
const tell = (message: FromArchive) => host.postMessage(message)

try {
  serve(openArchive({ file: path.join(config.dataFolder, 'ledger.db'), binding: config.sqliteBinding }))
} catch (cause) {
  tell({ kind: 'failed', ...complaintOf(cause) })
  host.close()
}

function serve(archive: Archive): void {
  host?.on('message', (message: ToArchive) => {
    switch (message.kind) {
      case 'ask':
        return tell({ kind: 'answer', ask: message.ask, answer: timed(archive, message.query) })
      case 'stop':
        archive.close()
        tell({ kind: 'stopped' })
        return host.close()
      default:
        return unreachable(message)
    }
  })
  tell({ kind: 'ready' })
}

function timed(archive: Archive, asked: unknown): QueryAnswer {
  const query = Query.safeParse(asked)
  if (!query.success)
    return { is: 'failed', code: 'BAD_QUERY', text: 'The archive was asked what it does not know' }
  const start = performance.now()
  try {
    return { is: 'answer', value: archive.answer(query.data) }
  } catch (cause) {
    return { is: 'failed', ...complaintOf(cause) }
  } finally {
    const tookMs = Math.round(performance.now() - start)
    if (tookMs > SLOW_MS)
      tell({ kind: 'log', level: 'warn', text: 'slow query', data: { query: query.data, tookMs } })
  }
}

/** Only faults of the file are answers; anything else is a bug and ends the thread, which the host sees. */
function complaintOf(cause: unknown): { code: string; text: string } {
  if (cause instanceof StoreFault) return { code: cause.code, text: cause.message }
  throw cause
}
