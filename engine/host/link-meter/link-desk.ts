/** Every terminal's meter, and the report that a person asks for: what the host has counted beside what the engine knows. */
import type { DeskLink, DeskLinks, LinkReport, Stranger } from '../../contracts/link-report.ts'
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import { PROTOCOL_VERSION, type AppMessageType, type Hello } from '../../contracts/wire/index.ts'
import type { CallFailed } from '../../contracts/window-bridge.ts'
import type { Redactor } from '../log/redactor.ts'
import type { RoadLink, Sent } from '../roads/road-link.ts'
import type { LinkListener } from '../terminal-link/switchboard.ts'
import { LinkMeter, type Moment } from './link-meter.ts'

export type LinksAnswer = Readonly<{ is: 'answer'; value: DeskLinks }> | CallFailed

export type LinkDeskOptions = Readonly<{
  now(): EpochMs
  redactor: Redactor
  /** Of this computer: a path names its user. */
  folders: readonly string[]
  /** What the engine knows. */
  ask(): Promise<LinksAnswer>
}>

export class LinkDesk {
  readonly #options: LinkDeskOptions
  readonly #meters = new Map<TerminalId, LinkMeter>()
  /** By code. */
  readonly #strangers = new Map<string, Stranger>()

  readonly #moment = (): Moment => ({ nowMs: this.#options.now(), steadyMs: performance.now() })

  constructor(options: LinkDeskOptions) {
    this.#options = options
  }

  /** A road's listener that counts first, and passes everything on. */
  metered(road: Road, listener: LinkListener): LinkListener {
    return {
      terminalUp: (terminal, session, hello) => {
        const at = this.#moment()
        const meter = this.#meters.get(terminal) ?? this.#newMeter(terminal, hello, road, at)
        this.#meters.set(terminal, meter)
        meter.up(hello, road, at)
        listener.terminalUp(terminal, session, hello)
      },
      terminalDown: (terminal, reason) => {
        this.#meters.get(terminal)?.down(reason, this.#moment())
        listener.terminalDown(terminal, reason)
      },
      frame: (terminal, header, body) => {
        this.#meters.get(terminal)?.heard(header, body, this.#moment)
        listener.frame(terminal, header, body)
      },
      counted: (terminal, code) => this.#count(terminal, code),
      faulted: (terminal, code, text, count) => {
        this.#faulted(terminal, code, text)
        listener.faulted(terminal, code, text, count)
      },
    }
  }

  /** The roads, with everything counted that leaves by them. */
  meteredRoads(roads: RoadLink): RoadLink {
    return {
      send: (terminal, type, body) => this.#counted(terminal, type, body, roads.send(terminal, type, body)),
      committed: (terminal, session, n) => {
        this.#meters.get(terminal)?.stored(session, n, performance.now())
        roads.committed(terminal, session, n)
      },
      renewAll: reason => roads.renewAll(reason),
    }
  }

  async report(facts: Pick<LinkReport, 'version' | 'port' | 'portTaken'>): Promise<LinkReport> {
    const answer = await this.#options.ask()
    const known = answer.is === 'answer' ? this.#hidden(answer.value) : null
    const nowMs = this.#options.now()
    const deskOf = (terminal: string): DeskLink | null =>
      known?.terminals.find(({ link }) => link.terminal === terminal) ?? null
    return {
      ...facts,
      atMs: nowMs,
      protocol: PROTOCOL_VERSION,
      noEngine: answer.is === 'failed' ? answer.text : null,
      computer: known?.computer ?? null,
      terminals: [...this.#meters].map(([terminal, meter]) => ({
        traffic: meter.traffic(nowMs),
        desk: deskOf(terminal),
      })),
      strangers: [...this.#strangers.values()],
    }
  }

  /** It is made to be copied and sent to somebody. */
  #hidden(links: DeskLinks): DeskLinks {
    return this.#options.redactor.hideInside(links) as DeskLinks
  }

  #counted(terminal: TerminalId, type: AppMessageType, body: Uint8Array, sent: Sent): Sent {
    if (sent.is === 'queued') this.#meters.get(terminal)?.said(type, body, this.#moment())
    return sent
  }

  #count(terminal: TerminalId | null, code: string): void {
    if (terminal !== null) return this.#meters.get(terminal)?.countFault(code)
    const known = this.#strangers.get(code)
    const atMs = this.#options.now()
    this.#strangers.set(code, { code, text: known?.text ?? '', count: (known?.count ?? 0) + 1, atMs })
  }

  #faulted(terminal: TerminalId | null, code: string, text: string): void {
    if (terminal !== null) return this.#meters.get(terminal)?.faulted(code, text, this.#moment())
    const known = this.#strangers.get(code)
    if (known) this.#strangers.set(code, { ...known, text: this.#hide(text) })
  }

  #newMeter(terminal: TerminalId, hello: Hello, road: Road, at: Moment): LinkMeter {
    return new LinkMeter(terminal, hello, road, at, text => this.#hide(text))
  }

  #hide(text: string): string {
    const { redactor, folders } = this.#options
    return folders.reduce((left, folder) => left.replaceAll(folder, '[folder]'), redactor.hide(text))
  }
}
