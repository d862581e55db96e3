/** Looks at this computer again and again: tells the engine what it sees, and may have MetaTrader started again. */
import type { ComputerFacts, MetaTraderSeen } from '../../contracts/terminal-state.ts'
import type { ProcessList } from './process-list.ts'
import type { TerminalStarter } from './terminal-starter.ts'

export type WatchdogOptions = Readonly<{
  look: ProcessList
  everyMs: number
  /** What does not change while the host runs. */
  computer: Omit<ComputerFacts, 'metaTrader'>
  /** Only what is news is told. */
  tell(facts: ComputerFacts): void
  /** Null: nothing is ever started on this system. */
  starter: TerminalStarter | null
}>

export class Watchdog {
  readonly #options: WatchdogOptions
  #told: MetaTraderSeen | null = null
  #timer: NodeJS.Timeout | null = null
  #isStopped = false

  constructor(options: WatchdogOptions) {
    this.#options = options
  }

  start(): void {
    void this.#watch()
  }

  stop(): void {
    this.#isStopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  /** The next look waits for this one: a slow system is not asked twice at once. */
  async #watch(): Promise<void> {
    const { look, everyMs, computer, tell, starter } = this.#options
    const metaTrader = await look()
    if (this.#isStopped) return
    if (metaTrader !== this.#told) tell({ ...computer, metaTrader })
    this.#told = metaTrader
    await starter?.saw(metaTrader)
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#watch(), everyMs)
  }
}
