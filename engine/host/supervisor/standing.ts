import type { WorkerHealth } from './worker-health.ts'

/** How a worker stands, and whoever waits for its start. */
export class Standing {
  readonly #changed: (health: WorkerHealth) => void
  #health: WorkerHealth = { is: 'stopped' }
  #settled: ((health: WorkerHealth) => void) | null = null

  constructor(changed: (health: WorkerHealth) => void) {
    this.#changed = changed
  }

  get health(): WorkerHealth {
    return this.#health
  }

  /** Resolves at the next `settle`. */
  settled(): Promise<WorkerHealth> {
    return new Promise(resolve => (this.#settled = resolve))
  }

  become(health: WorkerHealth): void {
    this.#health = health
    this.#changed(health)
    if (health.is !== 'starting' && health.is !== 'waiting') this.settle()
  }

  /** Whoever waits for the start is told how it stands now. */
  settle(): void {
    this.#settled?.(this.#health)
    this.#settled = null
  }
}
