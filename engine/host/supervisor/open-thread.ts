import { Worker } from 'node:worker_threads'
import type { Log } from '../../ports/log.ts'

export type ThreadPlan = Readonly<{ name: string; file: string; data: unknown; log: Log }>

/** A thread, whose words and whose end are told; what it said before it threw is still told before its end. */
export function openThread<Message>(
  { name, file, data, log }: ThreadPlan,
  heard: (worker: Worker, message: Message) => void,
  ended: (worker: Worker, why: string) => void,
): Worker {
  const worker = new Worker(file, { workerData: data, name })
  let why: string | null = null
  worker.on('message', (message: Message) => heard(worker, message))
  worker.on('error', error => {
    log.write('error', `${name} threw`, { error })
    why = error.message
  })
  worker.on('exit', code => ended(worker, why ?? `it ended with code ${code}`))
  return worker
}
