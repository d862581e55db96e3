/** Who is linked right now, with what a restarted engine has to hear again. */
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { Header, Hello } from '../../contracts/wire/index.ts'

export type LiveTerminal = Readonly<{
  terminal: TerminalId
  session: string
  hello: Hello
  sinceMs: EpochMs
  /** Sent once a session, and not asked for again by `sync`. */
  specs: Readonly<{ header: Header; body: Uint8Array }> | null
}>

export class LiveTerminals {
  readonly #live = new Map<TerminalId, LiveTerminal>()

  up(terminal: TerminalId, session: string, hello: Hello, sinceMs: EpochMs): void {
    this.#live.set(terminal, { terminal, session, hello, sinceMs, specs: null })
  }

  down(terminal: TerminalId): void {
    this.#live.delete(terminal)
  }

  /** Keeps a copy of `specs`: the body itself may be transferred away. */
  heard(terminal: TerminalId, header: Header, body: Uint8Array): void {
    const live = this.#live.get(terminal)
    if (live && header.t === 'specs') {
      this.#live.set(terminal, { ...live, specs: { header, body: new Uint8Array(body) } })
    }
  }

  all(): readonly LiveTerminal[] {
    return [...this.#live.values()]
  }
}
