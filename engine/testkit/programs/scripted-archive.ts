/** An archive worker that knows nothing: it answers with the question, and dies of `equityCurve`. */
import { parentPort } from 'node:worker_threads'
import type { FromArchive, ToArchive } from '../../contracts/engine-port.ts'
import type { LedgerSummary } from '../../contracts/queries.ts'

const host = parentPort
if (!host) throw new Error('scripted-archive runs as a worker thread')
const post = (message: FromArchive): void => host.postMessage(message)

host.on('message', (message: ToArchive) => {
  if (message.kind === 'stop') return post({ kind: 'stopped' })
  if (message.query.kind === 'equityCurve') throw new Error('died of equityCurve')
  const value: LedgerSummary = {
    events: 7,
    trades: 0,
    hasOrders: false,
    headHash: message.query.kind,
    firstMs: null,
    lastMs: null,
  }
  return post({ kind: 'answer', ask: message.ask, answer: { is: 'answer', value } })
})
post({ kind: 'ready' })
