/** The host's line to the engine worker: terminals, commands and views go in, messages, views and told events come out. */
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { EngineConfig, FromEngine, ToEngine } from '../../contracts/engine-port.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { EpochMs, TerminalId, Ulid } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { NoticeView, ViewPatch } from '../../contracts/views.ts'
import type { DeskSettings } from '../../contracts/settings.ts'
import type { ViewAnswer } from '../../contracts/window-bridge.ts'
import type { Header, Hello } from '../../contracts/wire/index.ts'
import type { Log } from '../../ports/log.ts'
import type { LinksAnswer } from '../link-meter/link-desk.ts'
import type { RoadLink } from '../roads/road-link.ts'
import { Questions } from '../questions.ts'
import { Briefing } from './briefing.ts'
import { CommandDesk } from './command-desk.ts'
import { EmptyChair } from './empty-chair.ts'
import { LiveTerminals, type LiveTerminal } from './live-terminals.ts'
import { RESTART, type RestartPolicy } from './restart-policy.ts'
import { SupervisedWorker } from './supervised-worker.ts'
import type { WorkerHealth } from './worker-health.ts'

export type EngineLineOptions = Readonly<{
  file: string
  config: Omit<EngineConfig, 'settings'>
  /** As they are when an engine is started, which may be again. */
  settings(): DeskSettings
  log: Log
  now(): EpochMs
  nextId(): Ulid
  changed(health: WorkerHealth): void
  patched(patch: ViewPatch): void
  told(events: readonly StoredEvent[]): void
  notice(level: NoticeView['level'], text: string): void
  policy?: RestartPolicy
  /** A silence longer than this means that it hangs. */
  hungAfterMs?: number
}>

/** Room for the longest turn, a fold over a large ledger at its start excepted. */
const HUNG_AFTER_MS = 5_000
const READY_WITHIN_MS = 60_000

export class EngineLine {
  /** What every engine is told besides, this one and the next. */
  readonly briefing = new Briefing(message => void this.#worker.post(message))
  readonly #options: EngineLineOptions
  readonly #worker: SupervisedWorker<ToEngine, FromEngine>
  readonly #terminals = new LiveTerminals()
  readonly #commands: CommandDesk
  readonly #chair: EmptyChair
  readonly #links = new Questions<LinksAnswer>(() => this.#chair.down())
  readonly #snapshots = new Questions<ViewAnswer>(() => this.#chair.down())
  #link: RoadLink | null = null
  #headAtStart: number | null = null
  #hasBeenReady = false

  constructor(options: EngineLineOptions) {
    this.#options = options
    this.#chair = new EmptyChair({
      dataFolder: options.config.dataFolder,
      log: options.log,
      nextId: () => options.nextId(),
      health: () => this.#worker.health,
      link: () => this.#link,
      terminals: () => this.terminals.map(({ terminal }) => terminal),
    })
    this.#commands = new CommandDesk({
      post: command => this.#worker.post({ kind: 'command', command }),
      withoutEngine: command => this.#chair.answer(command),
    })
    const hungAfterMs = options.hungAfterMs ?? HUNG_AFTER_MS
    this.#worker = new SupervisedWorker<ToEngine, FromEngine>({
      name: 'The engine',
      file: options.file,
      get data(): EngineConfig {
        return { ...options.config, settings: options.settings() }
      },
      policy: options.policy ?? RESTART,
      readyWithinMs: READY_WITHIN_MS,
      pulse: { everyMs: hungAfterMs / 5, hungAfterMs, ping: n => ({ kind: 'ping', n }) },
      stopMessage: { kind: 'stop' },
      log: options.log,
      message: message => this.#hear(message as FromEngine),
      changed: health => this.#changed(health),
    })
  }

  get health(): WorkerHealth {
    return this.#worker.health
  }

  get terminals(): readonly LiveTerminal[] {
    return this.#terminals.all()
  }

  /** How many events there were before this start of the program told its first; null: no engine has been ready yet. */
  get headAtStart(): number | null {
    return this.#hasBeenReady ? this.#headAtStart : null
  }

  /** Resolves when it is running, or will not be. */
  start(): Promise<WorkerHealth> {
    return this.#worker.start()
  }

  stop(withinMs: number): Promise<void> {
    return this.#worker.stop(withinMs)
  }

  /** It starts again, and reconciles before it may fire. */
  restart(why: string): void {
    this.#worker.restart(why)
  }

  /** The roads to the terminals, once they are open. */
  use(link: RoadLink): void {
    this.#link = link
  }

  terminalUp(terminal: TerminalId, session: string, hello: Hello, road: Road): void {
    this.#terminals.up({ terminal, session, hello, road, sinceMs: this.#options.now() })
    this.#worker.post({ kind: 'terminalUp', terminal, session, hello, road })
  }

  terminalDown(terminal: TerminalId, reason: string): void {
    this.#terminals.down(terminal)
    this.#worker.post({ kind: 'terminalDown', terminal, reason })
  }

  /** While there is no engine, messages are dropped unconfirmed: facts among them come again in the next session. */
  frame(terminal: TerminalId, header: Header, body: Uint8Array): void {
    const receivedMs = this.#options.now()
    this.#worker.post({ kind: 'frame', terminal, header, body, receivedMs }, [body.buffer as ArrayBuffer])
  }

  faulted(terminal: TerminalId, code: string, text: string, count: number): void {
    this.#worker.post({ kind: 'linkFaulted', terminal, code, text, count })
  }

  watch(on: boolean): void {
    this.briefing.watch(on)
  }

  snapshot(): Promise<ViewAnswer> {
    return this.#snapshots.ask(ask => this.#worker.post({ kind: 'snapshot', ask }))
  }

  /** What it knows of the links. */
  links(): Promise<LinksAnswer> {
    return this.#links.ask(ask => this.#worker.post({ kind: 'links', ask }))
  }

  command(command: Command): Promise<CommandAnswer> {
    return this.#commands.take(command)
  }

  #hear(message: FromEngine): void {
    switch (message.kind) {
      case 'send':
        return this.#send(message)
      case 'committed':
        return this.#link?.committed(message.terminal, message.session, message.n)
      case 'answer':
        return this.#commands.answered(message.id, message.answer)
      case 'snapshot':
        return this.#snapshots.answered(message.ask, { is: 'answer', value: message.view })
      case 'links':
        return this.#links.answered(message.ask, { is: 'answer', value: message.links })
      case 'patch':
        return this.#options.patched(message.patch)
      case 'told':
        this.#lowerHead(message.events)
        return this.#options.told(message.events)
      case 'notice':
        return this.#options.notice(message.level, message.text)
      case 'log':
        return this.#options.log.write(message.level, message.text, message.data)
      case 'ready':
        this.#headAtStart ??= message.events
        this.#hasBeenReady = true
        return
      case 'failed':
      case 'pong':
      case 'stopped':
        return
    }
  }

  /** What an engine stores before it is ready, such as that another ledger took its place, is news; and it is not told in its order. */
  #lowerHead(told: readonly StoredEvent[]): void {
    if (this.#hasBeenReady) return
    this.#headAtStart = Math.min(this.#headAtStart ?? Infinity, ...told.map(({ seq }) => seq - 1))
  }

  /** A terminal that is not linked is no fault: its order becomes unknown, and the engine asks when it is back. */
  #send({ terminal, type, body }: Extract<FromEngine, { kind: 'send' }>): void {
    const sent = this.#link?.send(terminal, type, body)
    if (sent?.is === 'refused') this.faulted(terminal, sent.code, `${type} was not sent: ${sent.text}`, 1)
  }

  #changed(health: WorkerHealth): void {
    if (health.is === 'running') this.#introduce()
    else if (health.is !== 'starting') this.#lost()
    this.#options.changed(health)
  }

  /** A new engine meets every terminal anew, so that it reconciles before it may fire. */
  #introduce(): void {
    void this.#chair.pauseFirst(command => this.#commands.take(command))
    this.briefing.again()
    this.#link?.renewAll('the engine was started again')
  }

  /** Nobody waits for an answer that can't come. The sessions stay, so that everything can still be closed. */
  #lost(): void {
    this.#snapshots.lost()
    this.#links.lost()
    this.#commands.lost()
  }
}
