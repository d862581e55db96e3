/** The host's line to the engine worker: terminals, commands and views go in, messages, views and told events come out. */
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { EngineConfig, FromEngine, ToEngine } from '../../contracts/engine-port.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { EpochMs, TerminalId, Ulid } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { ComputerFacts } from '../../contracts/terminal-state.ts'
import type { NoticeView, ViewPatch } from '../../contracts/views.ts'
import type { DeskSettings } from '../../contracts/settings.ts'
import type { CallFailed, ViewAnswer } from '../../contracts/window-bridge.ts'
import type { Calendar, Header, Hello } from '../../contracts/wire/index.ts'
import type { Log } from '../../ports/log.ts'
import type { RoadLink } from '../roads/road-link.ts'
import { WaitingRoom } from '../waiting-room.ts'
import { CommandDesk } from './command-desk.ts'
import { flattenWithoutEngine } from './emergency.ts'
import { LiveTerminals, type LiveTerminal } from './live-terminals.ts'
import { OwedPause } from './owed-pause.ts'
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
  readonly #options: EngineLineOptions
  readonly #worker: SupervisedWorker<ToEngine, FromEngine>
  readonly #terminals = new LiveTerminals()
  readonly #commands: CommandDesk
  readonly #owedPause: OwedPause
  readonly #snapshots = new WaitingRoom<number, ViewAnswer>()
  #link: RoadLink | null = null
  #asked = 0
  #watched = false
  #calendars: readonly Calendar[] = []
  #computer: ComputerFacts | null = null

  constructor(options: EngineLineOptions) {
    this.#options = options
    this.#owedPause = new OwedPause(options.config.dataFolder, options.log)
    this.#commands = new CommandDesk({
      post: command => this.#worker.post({ kind: 'command', command }),
      withoutEngine: command => this.#withoutEngine(command),
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
    this.#watched = on
    this.#worker.post({ kind: 'watch', on })
  }

  /** What the trader's files know; a new engine is told again. */
  tellCalendars(calendars: readonly Calendar[]): void {
    this.#calendars = calendars
    this.#worker.post({ kind: 'calendars', calendars })
  }

  /** What was seen of this computer; a new engine is told again. */
  tellComputer(facts: ComputerFacts): void {
    this.#computer = facts
    this.#worker.post({ kind: 'computer', facts })
  }

  async snapshot(): Promise<ViewAnswer> {
    const ask = (this.#asked += 1)
    const answer = this.#snapshots.wait(ask)
    if (!this.#worker.post({ kind: 'snapshot', ask })) this.#snapshots.answer(ask, this.#down())
    return answer
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
        return this.#snapshots.answer(message.ask, { is: 'answer', value: message.view })
      case 'patch':
        return this.#options.patched(message.patch)
      case 'told':
        return this.#options.told(message.events)
      case 'notice':
        return this.#options.notice(message.level, message.text)
      case 'log':
        return this.#options.log.write(message.level, message.text, message.data)
      case 'ready':
      case 'failed':
      case 'pong':
      case 'stopped':
        return
    }
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
    void this.#pauseFirst()
    this.#worker.post({ kind: 'watch', on: this.#watched })
    this.#worker.post({ kind: 'calendars', calendars: this.#calendars })
    if (this.#computer) this.#worker.post({ kind: 'computer', facts: this.#computer })
    this.#link?.renewAll('the engine was started again')
  }

  /** Commands are obeyed in the order in which they are given, so it is paused before any terminal could be fired at. */
  async #pauseFirst(): Promise<void> {
    const { origin } = this.#owedPause
    if (origin === null) return
    const answer = await this.#commands.take({ kind: 'pause', id: this.#options.nextId(), origin })
    if (answer.is === 'done') this.#owedPause.paid()
  }

  /** Nobody waits for an answer that can't come. The sessions stay, so that everything can still be closed. */
  #lost(): void {
    this.#snapshots.empty(() => this.#down())
    this.#commands.lost()
  }

  #withoutEngine(command: Command): CommandAnswer {
    if (command.kind === 'flattenAll' && this.#link && this.health.is !== 'stopped') {
      const live = this.terminals.map(({ terminal }) => terminal)
      const answer = flattenWithoutEngine(command, this.#options.nextId(), live, this.#link)
      this.#owedPause.owe(command.origin)
      return answer
    }
    const { code, text } = this.#down()
    return { is: 'refused', code, text }
  }

  #down(): CallFailed {
    const { health } = this
    const text = 'text' in health ? health.text : `The engine is ${health.is}.`
    return { is: 'failed', code: 'code' in health ? health.code : 'ENGINE_DOWN', text }
  }
}
