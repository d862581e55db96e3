import type { ToEngine } from '../../contracts/engine-port.ts'
import type { ComputerFacts } from '../../contracts/terminal-state.ts'
import type { TerminalId } from '../../contracts/primitives.ts'
import type { Calendar } from '../../contracts/wire/index.ts'

/** What an engine cannot know from its ledger: told when it changes, and all of it again to a new engine. */
export class Briefing {
  readonly #post: (message: ToEngine) => void
  #watched = false
  #calendars: readonly Calendar[] = []
  #computer: ComputerFacts | null = null
  #shown: TerminalId | null = null

  /** `post` drops what it is given while there is no engine. */
  constructor(post: (message: ToEngine) => void) {
    this.#post = post
  }

  watch(on: boolean): void {
    this.#watched = on
    this.#post({ kind: 'watch', on })
  }

  /** What the trader's files know. */
  calendars(calendars: readonly Calendar[]): void {
    this.#calendars = calendars
    this.#post({ kind: 'calendars', calendars })
  }

  /** What was seen of this computer. */
  computer(facts: ComputerFacts): void {
    this.#computer = facts
    this.#post({ kind: 'computer', facts })
  }

  /** Whose account the windows show; kept while the terminal is away. */
  show(terminal: TerminalId): void {
    this.#shown = terminal
    this.#post({ kind: 'show', terminal })
  }

  again(): void {
    if (this.#shown) this.show(this.#shown)
    this.watch(this.#watched)
    this.calendars(this.#calendars)
    if (this.#computer) this.computer(this.#computer)
  }
}
