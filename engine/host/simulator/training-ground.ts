/**
 * Owns the simulated terminal: a process of its own, started again when it dies. It is steered here; it trades over
 * ZeroMQ like any terminal, and nothing of that passes through this file.
 */
import type { SimulationControl } from '../../contracts/commands.ts'
import { FromSimulator, type SimulatorStart, type ToSimulator } from '../../contracts/simulator.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { Done } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import type { ChildLink, ProcessSpawner } from '../../ports/process-spawner.ts'
import { againAfterMs, judgeDeath, RESTART, type RestartPolicy } from '../supervisor/restart-policy.ts'

export type TrainingGroundOptions = Readonly<{
  file: string
  start: SimulatorStart
  spawner: ProcessSpawner
  log: Log
  /** What a person should know. */
  notice(level: NoticeView['level'], text: string): void
  policy?: RestartPolicy
}>

export class TrainingGround {
  readonly #options: TrainingGroundOptions
  #child: ChildLink | null = null
  #startedAtMs = 0
  #failures = 0
  #restart: NodeJS.Timeout | null = null
  /** Set while it is being stopped: called when it has gone. */
  #gone: (() => void) | null = null
  /** The code with which this run of it said that it can't work. */
  #refused: string | null = null
  /** What a person was told of that; null once it works. */
  #told: string | null = null

  constructor(options: TrainingGroundOptions) {
    this.#options = options
  }

  start(): void {
    const { spawner, file, start } = this.#options
    this.#startedAtMs = performance.now()
    this.#refused = null
    this.#child = spawner.spawn(file, {
      message: message => this.#hear(message),
      exited: (code, lastWords) => this.#exited(code, lastWords),
    })
    this.#send({ kind: 'start', start })
  }

  control(control: SimulationControl): Done {
    if (!this.#child)
      return { is: 'failed', code: 'NO_SIMULATOR', text: 'The training ground is not running.' }
    this.#send({ kind: 'control', control })
    return { is: 'done' }
  }

  /** It says goodbye to the engine and writes its state; after `withinMs` it is ended. */
  async stop(withinMs: number): Promise<void> {
    if (this.#restart) clearTimeout(this.#restart)
    const child = this.#child
    if (!child) return
    const gone = new Promise<void>(resolve => (this.#gone = resolve))
    this.#send({ kind: 'stop' })
    const cap = setTimeout(() => child.kill(), withinMs)
    await gone
    clearTimeout(cap)
  }

  #send(message: ToSimulator): void {
    this.#child?.send(message)
  }

  #hear(message: unknown): void {
    const { log, notice } = this.#options
    const read = FromSimulator.safeParse(message)
    if (!read.success) return log.write('warn', 'the simulated terminal said something unknown', { message })
    switch (read.data.kind) {
      case 'linked':
        this.#works()
        return log.write('info', 'the simulated terminal is linked', { session: read.data.session })
      case 'unlinked':
        return log.write('info', 'the simulated terminal is not linked', { reason: read.data.reason })
      case 'ended':
        return notice('info', read.data.text)
      case 'failed':
        return this.#cannotWork(read.data.code, read.data.text)
      case 'stopped':
        return
    }
  }

  #exited(code: number | null, lastWords = ''): void {
    this.#child = null
    if (lastWords !== '') this.#options.log.write('error', 'last words of the training ground', { lastWords })
    if (this.#gone) return this.#gone()
    const { policy = RESTART, notice } = this.#options
    if (this.#refused !== null) return this.#startIn(againAfterMs(this.#refused, policy))
    const verdict = judgeDeath(this.#failures, performance.now() - this.#startedAtMs, policy)
    this.#failures = verdict.failures
    const why = code === null ? 'it was ended' : `it ended with code ${code}`
    if (verdict.is === 'giveUp') {
      return notice(
        'error',
        `The training ground failed ${verdict.failures} times in a row (${why}). Restart BITTEN.`,
      )
    }
    notice('warn', `The training ground stopped and is being started again (${why}).`)
    this.#startIn(verdict.afterMs)
  }

  /** `null`: not before a person has done something. */
  #startIn(afterMs: number | null): void {
    if (afterMs !== null) this.#restart = setTimeout(() => this.start(), afterMs)
  }

  #cannotWork(code: string, text: string): void {
    this.#refused = code
    // A disk that stays full is told of once, not at every try.
    if (text !== this.#told) this.#options.notice('error', text)
    this.#told = text
  }

  #works(): void {
    if (this.#told !== null) this.#options.notice('info', 'The training ground is back.')
    this.#told = null
  }
}
