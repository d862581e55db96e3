/**
 * One worker thread that is kept alive:
 *
 *              ready                       stop
 *   starting ─────────► running ───────────────────────► stopped
 *    ▲    │                │                                ▲
 *    │    ├── died, hung ◄─┘                                │ stop
 *    │    ▼                                                 │
 *   waiting ──────────────────────────────────────────────┤
 *         │ too many failures in a row, or it said `failed` │
 *         └────────────────────────────────────► failed ────┘
 *
 * It says `ready` or `failed` first, answers `stop` with `stopped`, and, where it has a pulse, `ping` with `pong`.
 */
import { Worker, type Transferable } from 'node:worker_threads'
import type { Log } from '../../ports/log.ts'
import { endThread } from './end-thread.ts'
import { againAfterMs, judgeDeath, type RestartPolicy } from './restart-policy.ts'
import { isVital, type Vital, type WorkerHealth } from './worker-health.ts'

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
  pulse: Readonly<{ everyMs: number; hungAfterMs: number; ping(n: number): To }> | null
  stopMessage: To
  log: Log
  message(message: From): void
  /** Every change, in order; `waiting` and `failed` mean that what it was working on is lost. */
  changed(health: WorkerHealth): void
}>

/** A disk that is busy holds a write for seconds. */
const GONE_WITHIN_MS = 10_000

export class SupervisedWorker<To, From extends { kind: string }> {
  readonly #plan: WorkerPlan<To, From | Vital>
  #health: WorkerHealth = { is: 'stopped' }
  #worker: Worker | null = null
  /** Whether the thread before is gone, once that is known. */
  #leaving: Promise<boolean> = Promise.resolve(true)
  #failures = 0
  #readyAtMs: number | null = null
  #heardAtMs = 0
  #timer: NodeJS.Timeout | null = null
  #stopHeard: (() => void) | null = null
  #settled: ((health: WorkerHealth) => void) | null = null

  constructor(plan: WorkerPlan<To, From | Vital>) {
    this.#plan = plan
  }

  get health(): WorkerHealth {
    return this.#health
  }

  /** Resolves when it is `running`, or will not be by itself: `failed`, `stopped`, or `waiting` for the machine. */
  start(): Promise<WorkerHealth> {
    const settled = new Promise<WorkerHealth>(resolve => (this.#settled = resolve))
    void this.#spawnAlone()
    return settled
  }

  /** Two threads never work on the same files: the one before, which may be in the middle of a write, goes first. */
  async #spawnAlone(): Promise<void> {
    const before = this.#health
    const isGone = await this.#leaving
    if (this.#health !== before) return
    if (!isGone)
      this.#plan.log.write('warn', `${this.#plan.name} did not end when it was told to: another one starts`)
    this.#spawn()
  }

  #spawn(): void {
    const { file, data } = this.#plan
    const worker = new Worker(file, { workerData: data, name: this.#plan.name })
    this.#worker = worker
    this.#readyAtMs = null
    this.#become({ is: 'starting' })
    worker.on('message', (message: From | Vital) => this.#worker === worker && this.#hear(message))
    let why: string | null = null
    worker.on('error', error => {
      this.#plan.log.write('error', `${this.#plan.name} threw`, { error })
      why = error.message
    })
    // What it said before it threw is still delivered before `exit`.
    worker.on('exit', code => this.#died(worker, why ?? `it ended with code ${code}`))
    this.#awaitReady(worker)
  }

  /** Counted from the last word that it said: one that tells how far it is with a long start is not hung. */
  #awaitReady(worker: Worker): void {
    const { readyWithinMs } = this.#plan
    this.#later(readyWithinMs, () =>
      this.#replace(worker, `it was not ready after ${readyWithinMs / 1_000} s`),
    )
  }

  /** False when it is not running; the message is then not kept. */
  post(message: To, transfer: readonly Transferable[] = []): boolean {
    if (this.#health.is !== 'running' || !this.#worker) return false
    this.#worker.postMessage(message, transfer)
    return true
  }

  /** Asks it to finish, waits for `stopped` up to `withinMs`, and ends it either way. */
  async stop(withinMs: number): Promise<void> {
    const worker = this.#worker
    const wasRunning = this.#health.is === 'running'
    this.#clearTimer()
    this.#become({ is: 'stopped' })
    if (worker && wasRunning) {
      worker.postMessage(this.#plan.stopMessage)
      await this.#stoppedWithin(withinMs)
    }
    this.#worker = null
    await worker?.terminate()
  }

  /** Ends it as it is and starts another: what it remembers cannot be trusted any more. */
  restart(why: string): void {
    if (this.#worker) this.#replace(this.#worker, why)
  }

  #stoppedWithin(withinMs: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, withinMs)
      this.#stopHeard = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #hear(message: From | Vital): void {
    this.#heardAtMs = performance.now()
    if (isVital(message)) this.#hearVital(message)
    else if (this.#health.is === 'starting' && this.#worker) this.#awaitReady(this.#worker)
    this.#plan.message(message)
  }

  #hearVital(message: Vital): void {
    switch (message.kind) {
      case 'ready':
        this.#readyAtMs = performance.now()
        this.#become({ is: 'running' })
        return this.#beat(1)
      case 'failed':
        return this.#failed(message.code, message.text)
      case 'stopped':
        return this.#stopHeard?.()
      case 'pong':
        return
    }
  }

  /** One ping at a time; anything it says shows that it lives. */
  #beat(n: number): void {
    const { pulse } = this.#plan
    const worker = this.#worker
    if (!pulse || !worker || this.#health.is !== 'running') return this.#clearTimer()
    const silentMs = performance.now() - this.#heardAtMs
    if (silentMs > pulse.hungAfterMs) {
      return this.#replace(worker, `it has not answered for ${Math.round(silentMs / 100) / 10} s`)
    }
    worker.postMessage(pulse.ping(n))
    // Judged after what is waiting to be read: a busy moment of ours is no silence of the worker's.
    this.#later(pulse.everyMs, () => setImmediate(() => this.#beat(n + 1)))
  }

  #replace(worker: Worker, why: string): void {
    this.#end(worker)
    this.#died(worker, why)
  }

  #died(worker: Worker, why: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    if (this.#health.is === 'stopped') return this.#stopHeard?.()
    const { name, policy } = this.#plan
    const livedMs = this.#readyAtMs === null ? 0 : performance.now() - this.#readyAtMs
    const verdict = judgeDeath(this.#failures, livedMs, policy)
    this.#failures = verdict.failures
    if (verdict.is === 'giveUp') {
      return this.#giveUp(
        'GAVE_UP',
        `${name} failed ${verdict.failures} times in a row (${why}). Restart BITTEN.`,
      )
    }
    this.#become({ is: 'waiting', text: `${name} stopped and is being started again (${why}).` })
    this.#later(verdict.afterMs, () => void this.#spawnAlone())
  }

  /** What the machine is short of comes back: a full disk is tried again, and whoever waits for the start is told meanwhile. */
  #failed(code: string, text: string): void {
    const afterMs = againAfterMs(code)
    if (afterMs === null) return this.#giveUp(code, text)
    const worker = this.#worker
    this.#worker = null
    this.#become({ is: 'waiting', code, text })
    this.#settle()
    this.#later(afterMs, () => void this.#spawnAlone())
    this.#end(worker)
  }

  #giveUp(code: string, text: string): void {
    const worker = this.#worker
    this.#worker = null
    this.#clearTimer()
    this.#become({ is: 'failed', code, text })
    this.#stopHeard?.()
    this.#end(worker)
  }

  #end(worker: Worker | null): void {
    if (worker) this.#leaving = endThread(worker, this.#plan.goneWithinMs ?? GONE_WITHIN_MS)
  }

  #become(health: WorkerHealth): void {
    this.#health = health
    this.#plan.changed(health)
    if (health.is !== 'starting' && health.is !== 'waiting') this.#settle()
  }

  #settle(): void {
    this.#settled?.(this.#health)
    this.#settled = null
  }

  /** There is one thing to wait for at a time: readiness, the next ping, or the next start. */
  #later(ms: number, work: () => void): void {
    this.#clearTimer()
    this.#timer = setTimeout(work, ms)
  }

  #clearTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
