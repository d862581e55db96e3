import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'

/** Ends a thread. False when it was still there after `withinMs`: a call to the system, such as a write, is not cut short. */
export async function endThread(worker: Worker, withinMs: number): Promise<boolean> {
  const waiting = new AbortController()
  const late = sleep(withinMs, false, { signal: waiting.signal }).catch(() => false)
  const isGone = await Promise.race([worker.terminate().then(() => true), late])
  waiting.abort()
  return isGone
}
