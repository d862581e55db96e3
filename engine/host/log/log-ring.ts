import type { EpochMs } from '../../contracts/primitives.ts'
import type { Log } from '../../ports/log.ts'

export type LogLine = Readonly<{ atMs: EpochMs; level: string; text: string }>

const KEPT = 200

/** A log that also remembers its newest lines, without what was written beside them. */
export class LogRing implements Log {
  readonly #log: Log
  readonly #now: () => EpochMs
  readonly #lines: LogLine[] = []

  /** Remembers what it is given as it is: secrets are hidden before. */
  constructor(log: Log, now: () => EpochMs) {
    this.#log = log
    this.#now = now
  }

  /** Newest last. */
  get newest(): readonly LogLine[] {
    return [...this.#lines]
  }

  write(...[level, text, data]: Parameters<Log['write']>): void {
    this.#lines.push({ atMs: this.#now(), level, text })
    if (this.#lines.length > KEPT) this.#lines.shift()
    this.#log.write(level, text, data)
  }
}
