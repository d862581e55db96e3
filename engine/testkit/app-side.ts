/** The app's end of a real link: takes what a terminal says, confirms it as an engine would, and can be deaf on purpose. */
import { vi } from 'vitest'
import { openTerminalLink, type TerminalLink } from '../host/terminal-link/terminal-link.ts'
import { EpochMs, type TerminalId, type Ulid } from '../contracts/primitives.ts'
import type {
  AppMessageType,
  BodyOf,
  Header,
  Hello,
  JsonMessageType,
  WireBar,
  WireTick,
} from '../contracts/wire/index.ts'
import { decodeBars, decodeBody, encodeBody, readTicks } from '../wire/index.ts'

type AppSideOptions = Readonly<{ pairingKey: Uint8Array; port?: number; beatMs?: number; confirms?: boolean }>

export type HeardFact<T extends JsonMessageType> = Readonly<{ header: Header; body: BodyOf<T> }>

export class AppSide {
  readonly heard: Readonly<{ header: Header; body: Uint8Array }>[] = []
  readonly ticks: WireTick[] = []
  readonly lines: string[] = []
  hello: Hello | null = null
  /** Of the link, also when it is closed: the next app may open there. */
  port = 0
  /** Whether what was heard counts as being on disk. */
  confirms: boolean
  #link: TerminalLink | null = null
  #terminal: TerminalId | null = null
  #session = ''
  #lastN = 0

  private constructor(confirms: boolean) {
    this.confirms = confirms
  }

  static async open({
    pairingKey,
    port = 0,
    beatMs = 200,
    confirms = true,
  }: AppSideOptions): Promise<AppSide> {
    const app = new AppSide(confirms)
    const link = await openTerminalLink({
      port,
      pairingKey,
      version: '0.1.0',
      beatMs,
      now: () => EpochMs.parse(Date.now()),
      listener: {
        terminalUp: (terminal, session, hello) => {
          app.#terminal = terminal
          app.#session = session
          app.hello = hello
          app.lines.push('up')
        },
        terminalDown: (_, reason) => app.lines.push(`down: ${reason}`),
        frame: (_, header, body) => app.#take(header, body),
        faulted: (_, code) => app.lines.push(`fault ${code}`),
      },
    })
    if (link.is === 'refused') throw new Error(link.text)
    app.#link = link
    app.port = link.port
    return app
  }

  get endpoint(): string {
    return `tcp://127.0.0.1:${this.port}`
  }

  send<T extends AppMessageType & JsonMessageType>(type: T, body: BodyOf<T>): void {
    if (!this.#link || !this.#terminal) throw new Error('no terminal is linked')
    this.#link.send(this.#terminal, type, encodeBody(type, body))
  }

  /** Says that everything heard so far is on disk. */
  confirm(): void {
    if (this.#terminal) this.#link?.committed(this.#terminal, this.#session, this.#lastN)
  }

  /** Everything of one type so far, opened. */
  all<T extends JsonMessageType>(type: T): HeardFact<T>[] {
    return this.heard.flatMap(({ header, body }) => {
      if (header.t !== type) return []
      const read = decodeBody(type, body)
      if (read.is === 'refused') throw new Error(read.text)
      return [{ header, body: read.body }]
    })
  }

  /** The first of one type that passes, waiting for it if need be. */
  async first<T extends JsonMessageType>(
    type: T,
    passes: (body: BodyOf<T>, header: Header) => boolean = () => true,
  ): Promise<HeardFact<T>> {
    return vi.waitFor(
      () => {
        const found = this.all(type).find(({ header, body }) => passes(body, header))
        if (!found)
          throw new Error(`no ${type} so far; heard ${this.heard.map(({ header }) => header.t).join(' ')}`)
        return found
      },
      { timeout: 30_000, interval: 5 },
    )
  }

  /** Bars that answer one request; null while more are on their way. */
  barsOf(request: Ulid): WireBar[] | null {
    const parts = this.heard.filter(({ header }) => header.t === 'bars' && header.rq === request)
    if (parts.length === 0 || parts.at(-1)?.header.more === 1) return null
    return parts.flatMap(({ body }) => {
      const read = decodeBars(body)
      if (read.is === 'refused') throw new Error(read.text)
      return read.bars
    })
  }

  forget(): void {
    this.heard.length = 0
    this.ticks.length = 0
  }

  async close(): Promise<void> {
    await this.#link?.close()
    this.#link = null
  }

  #take(header: Header, body: Uint8Array): void {
    this.#lastN = header.n
    if (header.t === 'ticks')
      readTicks(body, (index, timeMs, bid, ask, flags) => this.ticks.push({ index, timeMs, bid, ask, flags }))
    else this.heard.push({ header, body })
    if (this.confirms) this.confirm()
  }
}
