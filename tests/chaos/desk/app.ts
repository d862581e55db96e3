/** The app of a run: a host without sockets and threads, and in it the real engine service on the disk of the run. */
import type { Command, CommandAnswer, EngineEvent, WarRoomView } from '../../../engine/contracts/index.ts'
import type { FromEngine, ToEngine } from '../../../engine/contracts/engine-port.ts'
import type { DeskSettings } from '../../../engine/contracts/settings.ts'
import type { AppMessageType, Calendar, Hello } from '../../../engine/contracts/wire/index.ts'
import { flattenWithoutEngine } from '../../../engine/host/supervisor/emergency.ts'
import { LedgerFault, type Clock, type Ids, type Ledger } from '../../../engine/ports/index.ts'
import { dispatchesOf } from '../../../engine/testkit/dispatches.ts'
import { EngineService } from '../../../engine/workers/engine-service.ts'
import type { Step } from './cells.ts'
import type { Disk, DiskHooks } from './disk.ts'
import type { Journey } from './journey.ts'
import { TERMINAL } from './missions.ts'
import type { ToApp } from './road.ts'

class AppDied extends Error {}

export type AppOptions = Readonly<{
  disk: Disk
  clock: Clock
  ids: Ids
  hello: Hello
  settings: DeskSettings
  /** What the trader's files know. */
  calendars: readonly Calendar[]
  journey: Journey
  isKept(): boolean
  /** How a test breaks the build. */
  wrap(ledger: Ledger): Ledger
  out(session: string, type: AppMessageType, body: Uint8Array): void
  /** The sessions end, and the terminal says hello again. */
  renewed(): void
}>

/** A worker that hangs is replaced when it has not answered for so long. */
const HUNG_AFTER_MS = 5_000
const RESTART_MS = 200

const AFTER_STORED: Readonly<Partial<Record<EngineEvent['kind'], Step>>> = {
  cancelRequested: 'taken back',
  cancelAnswered: 'cancel back',
  orderRecorded: 'committed',
  modifyRequested: 'managed',
  closeRequested: 'close requested',
  tradeClosed: 'closed',
  flattenRequested: 'flatten',
}

export class App {
  readonly #options: AppOptions
  #service: EngineService | null = null
  #mailbox: ToEngine[] = []
  #isInTurn = false
  #session: string | null = null
  #sessions = 0
  #committed = 0
  /** The frame that the engine is working on brought the deal of a fill. */
  #isFill = false
  #hangsUntilMs: number | null = null
  #startsAtMs: number | null = null
  #answers = new Map<string, CommandAnswer>()
  #view: WarRoomView | null = null
  isUp = false
  #owedPause: Command['origin'] | null = null
  /** What ended a life, when it was not an accident of the run. */
  readonly crashes: string[] = []

  constructor(options: AppOptions) {
    this.#options = options
  }

  get session(): string | null {
    return this.#session
  }

  get hasEngine(): boolean {
    return this.#service !== null && this.#hangsUntilMs === null
  }

  get committed(): number {
    return this.#committed
  }

  start(): void {
    this.isUp = true
    this.#startWorker()
  }

  #startWorker(): void {
    const { disk, clock, ids, settings, wrap } = this.#options
    this.#startsAtMs = null
    this.#living(() => {
      this.#service = new EngineService({
        config: { version: 'chaos', dataFolder: '', sqliteBinding: null, settings, models: null },
        clock,
        ids,
        ledger: wrap(disk.open(this.#hooks())),
        bars: { write: () => undefined, read: () => [], newest: () => null, close: () => undefined },
        dispatches: dispatchesOf('chaos'),
        model: { noModel: 'none in the chaos' },
        post: message => this.#hear(message),
      })
    })
    if (!this.#service) return
    this.#post({ kind: 'calendars', calendars: this.#options.calendars })
    if (this.#owedPause) this.#payPause(this.#owedPause)
    this.#options.renewed()
  }

  /** The host's own file outlives it: an engine that has not said that it is paused is told again by the next. */
  #payPause(origin: Command['origin']): void {
    const { clock, ids } = this.#options
    const answer = this.command({ kind: 'pause', id: ids.next(clock.now()), origin })
    if (answer?.is === 'done') this.#owedPause = null
  }

  /** The process is gone, and everything with it that was not on the disk. */
  killHost(): void {
    this.isUp = false
    this.#session = null
    this.#startsAtMs = null
    this.#endWorker()
  }

  /** The worker alone: the host lives, keeps its sessions, and starts another one. */
  killWorker(): void {
    this.#startsAtMs = this.#options.clock.now() + RESTART_MS
    this.#endWorker()
  }

  #endWorker(): void {
    this.#service = null
    this.#hangsUntilMs = null
    this.#mailbox = []
    if (this.#isInTurn) throw new AppDied('killed')
  }

  hang(): void {
    if (this.#service) this.#hangsUntilMs = this.#options.clock.now() + HUNG_AFTER_MS
  }

  /** A terminal says hello; the session that it is given, or null when nobody is there. */
  greet(): string | null {
    if (!this.isUp) return null
    this.#sessions += 1
    this.#session = `session-${String(this.#sessions).padStart(8, '0')}`
    this.#committed = 0
    this.#post({ kind: 'terminalUp', terminal: TERMINAL, session: this.#session, hello: this.#options.hello })
    return this.#session
  }

  lostLink(): void {
    if (this.#session === null) return
    this.#session = null
    this.#post({ kind: 'terminalDown', terminal: TERMINAL, reason: 'it was cut' })
  }

  frame({ header, body }: ToApp): void {
    if (header.s !== this.#session) return
    const { clock } = this.#options
    this.#post({ kind: 'frame', terminal: TERMINAL, header, body, receivedMs: clock.now() })
  }

  /** Several times a second. */
  beat(nowMs: number): void {
    if (this.#hangsUntilMs !== null && nowMs >= this.#hangsUntilMs) this.killWorker()
    if (this.isUp && this.#startsAtMs !== null && nowMs >= this.#startsAtMs) this.#startWorker()
    if (this.hasEngine) this.#living(() => this.#service?.beat())
    this.#drain()
  }

  /** The answer, or null when nobody was there to give one. */
  command(command: Command): CommandAnswer | null {
    if (!this.isUp) return null
    if (!this.#service && command.kind === 'flattenAll') return this.#flattenDirectly(command)
    this.#post({ kind: 'command', command })
    const answer = this.#answers.get(command.id) ?? null
    this.#answers.delete(command.id)
    return answer
  }

  #flattenDirectly(command: Extract<Command, { kind: 'flattenAll' }>): CommandAnswer {
    const link = {
      send: (_: unknown, type: AppMessageType, body: Uint8Array) => {
        if (this.#session === null) return { is: 'down' } as const
        this.#options.out(this.#session, type, body)
        return { is: 'queued' } as const
      },
    }
    this.#owedPause = command.origin
    const { clock, ids } = this.#options
    const haltId = ids.next(clock.now())
    return flattenWithoutEngine(command, haltId, this.#session === null ? [] : [TERMINAL], link)
  }

  view(): WarRoomView | null {
    this.#view = null
    this.#post({ kind: 'snapshot', ask: 1 })
    return this.#view
  }

  #post(message: ToEngine): void {
    if (!this.#service) return
    this.#mailbox.push(message)
    this.#drain()
  }

  #drain(): void {
    while (!this.#isInTurn && this.hasEngine && this.#mailbox.length > 0) {
      const message = this.#mailbox.shift()
      if (message) this.#living(() => this.#take(message))
    }
  }

  #take(message: ToEngine): void {
    const { journey } = this.#options
    const type = message.kind === 'frame' ? message.header.t : null
    this.#isFill = type === 'deal'
    if (type === 'verdict') journey.reach('verdict back')
    if (type === 'deal') journey.reach('deal back')
    this.#service?.take(message)
  }

  /** One turn; a kill goes through it, and a store that cannot do its duty ends the worker with its own word. */
  #living(work: () => void): void {
    this.#isInTurn = true
    try {
      work()
    } catch (error) {
      this.#isInTurn = false
      if (error instanceof LedgerFault) {
        if (error.code !== 'DISK_FULL') this.crashes.push(`${error.code}: ${error.message}`)
        this.killWorker()
      } else if (!(error instanceof AppDied)) throw error
    }
    this.#isInTurn = false
  }

  #hooks(): DiskHooks {
    const { journey, isKept } = this.#options
    const has = (events: readonly EngineEvent[], kind: EngineEvent['kind']) =>
      events.some(event => event.kind === kind)
    return {
      isKept,
      before: events => has(events, 'orderRecorded') && journey.reach('judged'),
      during: events => has(events, 'orderRecorded') && journey.reach('recorded'),
      after: events => {
        for (const event of events) {
          const step = AFTER_STORED[event.kind]
          if (step) journey.reach(step)
          if (event.kind === 'orderAnswered' && event.is === 'placed') journey.reach('waiting')
        }
        if (events.some(event => event.kind === 'dealDone' && event.deal.entry === 'in'))
          journey.reach('filled')
      },
    }
  }

  #hear(message: FromEngine): void {
    const { journey, out } = this.#options
    switch (message.kind) {
      case 'send':
        if (this.#session !== null) out(this.#session, message.type, message.body)
        if (message.type === 'fire' || message.type === 'place') journey.reach('sent')
        return
      case 'told':
        if (message.events.some(({ event }) => event.kind === 'orderRecorded')) journey.reach('told')
        return
      case 'committed':
        if (message.session === this.#session) this.#committed = Math.max(this.#committed, message.n)
        if (this.#isFill) journey.reach('acknowledged')
        return
      case 'answer':
        this.#answers.set(message.id, message.answer)
        return
      case 'snapshot':
        this.#view = message.view
        return
      default:
        return
    }
  }
}
