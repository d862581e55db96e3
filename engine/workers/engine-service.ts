import type { Remembered } from '../app/desk.ts'
import { Engine } from '../app/engine.ts'
import { deskLinks } from '../app/terminals/link-report.ts'
import { TerminalWatch } from '../app/terminals/terminal-watch.ts'
import { ViewFeed } from '../app/view/view-feed.ts'
import { decodeMessage, encodeMessage, readTicks } from '../adapters/terminal-messages/index.ts'
import { unreachable, type StoredEvent } from '../contracts/index.ts'
import type { ModelFile } from '../contracts/model.ts'
import type { EngineConfig, FromEngine, ToEngine } from '../contracts/engine-port.ts'
import type { BarStore, Clock, Dispatches, Ids, Ledger, LocalTime, TerminalLink } from '../ports/index.ts'
import { HistorySlices } from './history-slices.ts'
import { Rehearsal } from './rehearsal.ts'

/** Prices go out with every beat, the rest at most four times a second. */
export const BEAT_EVERY_MS = 100
const REST_EVERY = 2.5

export type EngineParts = Readonly<{
  config: EngineConfig
  clock: Clock
  ids: Ids
  ledger: Ledger
  bars: BarStore
  /** Absent: there is no squad. */
  dispatches?: Dispatches | undefined
  /** Absent: no report is ever due. */
  localTime?: LocalTime | undefined
  model: ModelFile | Readonly<{ noModel: string }>
  /** The desk up to an event of the ledger, so that only what came after it is read. */
  remembered?: Remembered | undefined
  /** What was stored before the engine was there to tell it. */
  told?: readonly StoredEvent[]
  post: (message: FromEngine) => void
  /** Does something in a later turn, after what has come by then; without it at once. */
  later?: (work: () => void) => void
}>

type Frame = Extract<ToEngine, { kind: 'frame' }>

/** The engine behind its port: bytes in, views and messages out. */
export class EngineService {
  readonly #parts: EngineParts
  readonly #engine: Engine
  readonly #feed: ViewFeed
  readonly #watch: TerminalWatch
  readonly #rehearsal: Rehearsal
  readonly #history: HistorySlices
  #beats = 0
  #watched = false

  constructor(parts: EngineParts) {
    this.#parts = parts
    const { clock, ids, ledger, bars, dispatches, localTime, config, post } = parts
    const link: TerminalLink = {
      send: (terminal, message) =>
        post({ kind: 'send', terminal, type: message.type, body: encodeMessage(message) }),
    }
    const log = {
      write: (level: 'debug' | 'info' | 'warn' | 'error', text: string) => post({ kind: 'log', level, text }),
    }
    this.#engine = new Engine(
      { clock, ids, ledger, link, bars, log, dispatches, localTime },
      {
        version: config.version,
        settings: config.settings,
        drills: true,
        model: parts.model,
      },
      events => this.#tell(events),
      parts.remembered,
    )
    this.#feed = new ViewFeed(this.#engine.desk)
    this.#watch = new TerminalWatch(this.#engine.desk)
    this.#rehearsal = new Rehearsal(this.#engine.desk)
    this.#history = new HistorySlices({
      read: (slice, isLast) => this.#frame(slice, isLast),
      later: parts.later ?? (work => work()),
    })
    this.#tell(parts.told ?? [])
    const head = ledger.head()
    post({ kind: 'ready', events: head.events, headHash: head.hash })
  }

  #tell(events: readonly StoredEvent[]): void {
    if (events.length === 0) return
    this.#parts.post({ kind: 'told', events })
    this.#feed?.onTold(events)
  }

  take(message: ToEngine): void {
    const { post, ledger, bars } = this.#parts
    const engine = this.#engine
    switch (message.kind) {
      case 'terminalUp':
        return engine.terminalUp(message.terminal, message.session, message.hello, message.road)
      case 'terminalDown':
        return engine.terminalDown(message.terminal, message.reason)
      case 'frame':
        return message.header.t === 'bars' ? this.#history.add(message) : this.#frame(message)
      case 'linkFaulted':
        return engine.linkFaulted(message.terminal, message.code, message.text, message.count)
      case 'calendars':
        engine.calendars(message.calendars)
        return
      case 'computer':
        return engine.computer(message.facts)
      case 'command':
        return post({ kind: 'answer', id: message.command.id, answer: engine.command(message.command) })
      case 'snapshot':
        return post({ kind: 'snapshot', ask: message.ask, view: this.#feed.snapshot() })
      case 'links':
        return post({ kind: 'links', ask: message.ask, links: deskLinks(this.#engine.desk) })
      case 'show':
        return this.#feed.show(message.terminal)
      case 'watch':
        this.#watched = message.on
        return
      case 'ping':
        return post({ kind: 'pong', n: message.n })
      case 'stop':
        this.#history.drop()
        engine.stop()
        bars.close()
        ledger.close()
        return post({ kind: 'stopped' })
      default:
        unreachable(message)
    }
  }

  #frame({ terminal, header, body, receivedMs }: Frame, isWhole = true): void {
    const engine = this.#engine
    if (header.t === 'beat') engine.heard(terminal, header.ms, receivedMs)
    const decoded = decodeMessage(header, body)
    switch (decoded.is) {
      case 'ticks': {
        const read = readTicks(body, (index, timeMs, bid, ask) =>
          engine.tick(terminal, index, timeMs, bid, ask),
        )
        engine.ticked(terminal)
        if (read.is === 'refused') engine.unreadable(terminal, read.code, read.text)
        else if (read.first)
          engine.badTicks(
            terminal,
            Object.values(read.faults).reduce((sum, count) => sum + count, 0),
          )
        if (read.is === 'read') this.#history.keepPace(read.taken)
        break
      }
      case 'fact':
        engine.fact(terminal, decoded.fact)
        break
      case 'bars':
        engine.bars(terminal, decoded.part.request, decoded.part.index, decoded.part.bars, decoded.part.more)
        break
      case 'said':
        this.#parts.post({ kind: 'log', level: decoded.level, text: decoded.text, data: { terminal } })
        break
      case 'refused':
        engine.unreadable(terminal, decoded.code, decoded.text)
        break
      case 'busy':
        engine.busy(terminal, decoded.ms)
        break
      case 'nothing':
        break
      default:
        unreachable(decoded)
    }
    if (isWhole && header.s !== undefined)
      this.#parts.post({ kind: 'committed', terminal, session: header.s, n: header.n })
  }

  /** Time has passed: to be called every `BEAT_EVERY_MS`. */
  beat(): void {
    this.#beats++
    this.#engine.wake()
    this.#rehearsal.onBeat()
    for (const saying of this.#watch.look()) this.#parts.post({ kind: 'notice', ...saying })
    if (!this.#watched) return
    const patch = this.#beats % REST_EVERY < 1 ? this.#feed.patch() : this.#feed.pricePatch()
    if (patch) this.#parts.post({ kind: 'patch', patch })
  }
}
