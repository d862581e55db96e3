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
import type { Transferable, Worker } from 'node:worker_threads'
import { endThread } from './end-thread.ts'
import { Heartbeat } from './heartbeat.ts'
import { LastWord } from './last-word.ts'
import { OneTimer } from './one-timer.ts'
import { openThread } from './open-thread.ts'
import { againAfterMs, judgeDeath } from './restart-policy.ts'
import { Standing } from './standing.ts'
import { isVital, type Vital, type WorkerHealth } from './worker-health.ts'
import type { WorkerPlan } from './worker-plan.ts'

/** A disk that is busy holds a write for seconds. */
const GONE_WITHIN_MS = 10_000

export class SupervisedWorker<To, From extends { kind: string }> {
  readonly #plan: WorkerPlan<To, From | Vital>
  readonly #standing: Standing
  #worker: Worker | null = null
  /** Whether the thread before is gone, once that is known. */
  #leaving: Promise<boolean> = Promise.resolve(true)
  #failures = 0
  #readyAtMs: number | null = null
  /** For readiness, the next ping, or the next start. */
  readonly #timer = new OneTimer()
  readonly #heartbeat: Heartbeat<To> | null
  readonly #lastWord = new LastWord()

  constructor(plan: WorkerPlan<To, From | Vital>) {
    this.#plan = plan
    this.#standing = new Standing(health => plan.changed(health))
    this.#heartbeat = plan.pulse && new Heartbeat(plan.pulse, this.#timer)
  }

  get health(): WorkerHealth {
    return this.#standing.health
  }

  /** Resolves when it is `running`, or will not be by itself: `failed`, `stopped`, or `waiting` for the machine. */
  start(): Promise<WorkerHealth> {
    const settled = this.#standing.settled()
    void this.#spawnAlone()
    return settled
  }

  /** Two threads never work on the same files: the one before, which may be in the middle of a write, goes first. */
  async #spawnAlone(): Promise<void> {
    const before = this.health
    const isGone = await this.#leaving
    if (this.health !== before) return
    if (!isGone)
      this.#plan.log.write('warn', `${this.#plan.name} did not end when it was told to: another one starts`)
    this.#spawn()
  }

  #spawn(): void {
    const worker = openThread<From | Vital>(
      this.#plan,
      (from, message) => this.#worker === from && this.#hear(message),
      (from, why) => this.#died(from, why),
    )
    this.#worker = worker
    this.#readyAtMs = null
    this.#standing.become({ is: 'starting' })
    this.#awaitReady(worker)
  }

  /** Counted from the last word that it said: one that tells how far it is with a long start is not hung. */
  #awaitReady(worker: Worker): void {
    const { readyWithinMs } = this.#plan
    this.#timer.set(readyWithinMs, () =>
      this.#replace(worker, `it was not ready after ${readyWithinMs / 1_000} s`),
    )
  }

  /** False when it is not running; the message is then not kept. */
  post(message: To, transfer: readonly Transferable[] = []): boolean {
    if (this.health.is !== 'running' || !this.#worker) return false
    this.#worker.postMessage(message, transfer)
    return true
  }

  /** To one that has asked, and may have been told to finish meanwhile: it still gets its answer. */
  answer(message: To): void {
    this.#worker?.postMessage(message)
  }

  /** Asks it to finish, waits for `stopped` up to `withinMs`, and ends it either way. */
  async stop(withinMs: number): Promise<void> {
    const worker = this.#worker
    const wasRunning = this.health.is === 'running'
    this.#timer.clear()
    this.#standing.become({ is: 'stopped' })
    if (worker && wasRunning) {
      worker.postMessage(this.#plan.stopMessage)
      await this.#lastWord.within(withinMs)
    }
    this.#worker = null
    await worker?.terminate()
  }

  /** Ends it as it is and starts another: what it remembers cannot be trusted any more. */
  restart(why: string): void {
    if (this.#worker) this.#replace(this.#worker, why)
  }

  #hear(message: From | Vital): void {
    this.#heartbeat?.heard()
    if (isVital(message)) this.#hearVital(message)
    else if (this.health.is === 'starting' && this.#worker) this.#awaitReady(this.#worker)
    this.#plan.message(message)
  }

  #hearVital(message: Vital): void {
    switch (message.kind) {
      case 'ready':
        this.#readyAtMs = performance.now()
        this.#standing.become({ is: 'running' })
        return this.#watch()
      case 'failed':
        return this.#failed(message.code, message.text)
      case 'stopped':
        return this.#lastWord.heard()
      case 'pong':
        return
    }
  }

  #watch(): void {
    const worker = this.#worker
    this.#timer.clear()
    if (!worker || this.health.is !== 'running') return
    this.#heartbeat?.watch({
      isOn: () => this.#worker === worker && this.health.is === 'running',
      post: message => worker.postMessage(message),
      hung: why => this.#replace(worker, why),
    })
  }

  #replace(worker: Worker, why: string): void {
    this.#end(worker)
    this.#died(worker, why)
  }

  #died(worker: Worker, why: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    if (this.health.is === 'stopped') return this.#lastWord.heard()
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
    this.#standing.become({ is: 'waiting', text: `${name} stopped and is being started again (${why}).` })
    this.#timer.set(verdict.afterMs, () => void this.#spawnAlone())
  }

  /** What the machine is short of comes back: a full disk is tried again, and whoever waits for the start is told meanwhile. */
  #failed(code: string, text: string): void {
    const afterMs = againAfterMs(code)
    if (afterMs === null) return this.#giveUp(code, text)
    const worker = this.#worker
    this.#worker = null
    this.#standing.become({ is: 'waiting', code, text })
    this.#standing.settle()
    this.#timer.set(afterMs, () => void this.#spawnAlone())
    this.#end(worker)
  }

  #giveUp(code: string, text: string): void {
    const worker = this.#worker
    this.#worker = null
    this.#timer.clear()
    this.#standing.become({ is: 'failed', code, text })
    this.#lastWord.heard()
    this.#end(worker)
  }

  #end(worker: Worker | null): void {
    if (worker) this.#leaving = endThread(worker, this.#plan.goneWithinMs ?? GONE_WITHIN_MS)
  }
}
