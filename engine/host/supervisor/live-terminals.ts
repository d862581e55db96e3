import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { Hello } from '../../contracts/wire/index.ts'

export type LiveTerminal = Readonly<{
  terminal: TerminalId
  session: string
  hello: Hello
  road: Road
  sinceMs: EpochMs
}>

/** Who is linked right now, whether or not there is an engine to tell. */
export class LiveTerminals {
  readonly #live = new Map<TerminalId, LiveTerminal>()

  up(live: LiveTerminal): void {
    this.#live.set(live.terminal, live)
  }

  down(terminal: TerminalId): void {
    this.#live.delete(terminal)
  }

  all(): readonly LiveTerminal[] {
    return [...this.#live.values()]
  }
}
