import type { MessagePort } from 'node:worker_threads'
import { foldForecasts } from '../../lab/walk-forward/fold-forecasts.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import type { FromMember, Part, PartName, Parts } from './crew-messages.ts'
import { backtestPart, gatherPart, pairPart, randomPart } from './parts.ts'
import { receiveGathered } from './sent-rows.ts'

/** Does one part after another, for as long as somebody asks. */
export function serveCrew(port: MessagePort): void {
  const tell = (message: FromMember): void => port.postMessage(message, [...buffersOf(message)])
  port.on('message', (part: Part) => {
    carryOut(part)
      .then(done => tell({ is: 'done', done }))
      .catch((cause: unknown) => {
        if (cause instanceof StoreFault) return tell({ is: 'failed', code: cause.code, text: cause.message })
        const error = cause instanceof Error ? cause : new Error(String(cause))
        tell({ is: 'broke', text: error.message, stack: error.stack ?? '' })
      })
  })
}

/** Columns are handed over, not copied: a member has no more use for what it has made. */
function buffersOf(value: unknown): Set<ArrayBuffer> {
  if (typeof value !== 'object' || value === null) return new Set()
  if (!ArrayBuffer.isView(value)) return new Set(Object.values(value).flatMap(part => [...buffersOf(part)]))
  return new Set(value.buffer instanceof ArrayBuffer ? [value.buffer] : [])
}

async function carryOut(part: Part): Promise<Parts[PartName]['done']> {
  switch (part.part) {
    case 'backtest':
      return backtestPart(part)
    case 'pair':
      return pairPart(part.data, part.pair, part.files)
    case 'gather':
      return gatherPart(part.pairs)
    case 'fold':
      return foldForecasts(receiveGathered(part.gathered), part.fold)
    case 'random':
      return randomPart(part.data, part.task)
  }
}
