import type { Log } from '../../ports/log.ts'
import type { Pulse } from './heartbeat.ts'
import type { RestartPolicy } from './restart-policy.ts'
import type { WorkerHealth } from './worker-health.ts'

/** What a worker is made from, and who is told what becomes of it. */
export type WorkerPlan<To, From> = Readonly<{
  /** For sentences: "the engine". */
  name: string
  file: string
  data: unknown
  policy: RestartPolicy
  /** How long the thread before is waited for until another one is started beside it; ten seconds where nothing is said. */
  goneWithinMs?: number
  /** A worker that has not said `ready` by then is taken for hung. */
  readyWithinMs: number
  /** Null for a worker that has no `ping`. */
  pulse: Pulse<To> | null
  stopMessage: To
  log: Log
  message(message: From): void
  /** Every change, in order; `waiting` and `failed` mean that what it was working on is lost. */
  changed(health: WorkerHealth): void
}>
