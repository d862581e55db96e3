/** Which terminal is on which road. A terminal is on one at a time, so no order can reach it twice. */
import type { TerminalId } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { AppMessageType } from '../../contracts/wire/index.ts'
import type { LinkListener } from '../terminal-link/switchboard.ts'
import type { RoadLink, Sent } from './road-link.ts'

export class RoadMap implements RoadLink {
  readonly #links = new Map<Road, RoadLink>()
  readonly #roads = new Map<TerminalId, Road>()

  open(road: Road, link: RoadLink): void {
    this.#links.set(road, link)
  }

  /** The road that this terminal is on right now. */
  roadOf(terminal: TerminalId): Road | null {
    return this.#roads.get(terminal) ?? null
  }

  /** For the road itself: what it tells is passed on, and who came and went is remembered. */
  watched(road: Road, listener: LinkListener): LinkListener {
    return {
      terminalUp: (terminal, session, hello) => {
        this.#roads.set(terminal, road)
        listener.terminalUp(terminal, session, hello)
      },
      terminalDown: (terminal, reason) => {
        this.#roads.delete(terminal)
        listener.terminalDown(terminal, reason)
      },
      frame: (terminal, header, body) => listener.frame(terminal, header, body),
      counted: (terminal, code) => listener.counted?.(terminal, code),
      faulted: (terminal, code, text, count) => listener.faulted(terminal, code, text, count),
    }
  }

  send(terminal: TerminalId, type: AppMessageType, body: Uint8Array): Sent {
    return this.#linkOf(terminal)?.send(terminal, type, body) ?? { is: 'down' }
  }

  committed(terminal: TerminalId, session: string, n: number): void {
    this.#linkOf(terminal)?.committed(terminal, session, n)
  }

  renewAll(reason: string): void {
    for (const link of this.#links.values()) link.renewAll(reason)
  }

  #linkOf(terminal: TerminalId): RoadLink | undefined {
    const road = this.#roads.get(terminal)
    return road && this.#links.get(road)
  }
}
