/** The thread of the bot: what is asked of it, and the answers to what it asks. */
import type { StoredEvent } from '../../contracts/events.ts'
import type {
  DeskAsked,
  DeskGets,
  FromTelegram,
  TelegramConfig,
  ToTelegram,
} from '../../contracts/telegram-port.ts'
import type { BotView, TelegramWish } from '../../contracts/telegram.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { Done } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import { Questions } from '../questions.ts'
import type { RestartPolicy } from '../supervisor/restart-policy.ts'
import { SupervisedWorker } from '../supervisor/supervised-worker.ts'
import type { WorkerHealth } from '../supervisor/worker-health.ts'

export type BotThreadOptions = Readonly<{
  file: string
  /** As it is when a thread is started, which may be again. */
  config(): TelegramConfig
  answer(asked: DeskAsked): Promise<DeskGets>
  log: Log
  /** It stands otherwise; `bot` null: it has not said how, or there is none. */
  changed(health: WorkerHealth, bot: BotView | null): void
  /** A silence longer than this means that it hangs. */
  hungAfterMs?: number
}>

const READY_WITHIN_MS = 60_000
/** It waits for Telegram, draws pictures and speaks, and is still never silent for so long. */
const HUNG_AFTER_MS = 20_000
/** Tried for ever: nobody restarts a desk that trades for the sake of its messages. */
const RESTART_BOT: RestartPolicy = {
  steadyMs: 30_000,
  tries: Number.POSITIVE_INFINITY,
  firstDelayMs: 200,
  maxDelayMs: 60_000,
}

const DOWN = {
  is: 'failed',
  code: 'BOT_DOWN',
  text: 'The bot is not running: try again in a moment.',
} as const

export class BotThread {
  readonly #options: BotThreadOptions
  readonly #worker: SupervisedWorker<ToTelegram, FromTelegram>
  readonly #wishes = new Questions<Done>(() => DOWN)
  #bot: BotView | null = null
  /** What the thread goes by, as text. */
  #given = ''
  /** For a thread that is being started. */
  #early: ToTelegram[] = []
  /** Threads so far: the calls of one that is gone are not answered to the next, which counts from 1 again. */
  #lives = 0

  constructor(options: BotThreadOptions) {
    this.#options = options
    const birth = () => this.#birth()
    const { hungAfterMs = HUNG_AFTER_MS } = options
    this.#worker = new SupervisedWorker<ToTelegram, FromTelegram>({
      name: 'The Telegram bot',
      file: options.file,
      get data(): TelegramConfig {
        return birth()
      },
      policy: RESTART_BOT,
      readyWithinMs: READY_WITHIN_MS,
      pulse: { everyMs: hungAfterMs / 5, hungAfterMs, ping: n => ({ kind: 'ping', n }) },
      stopMessage: { kind: 'stop' },
      log: options.log,
      message: message => this.#hear(message as FromTelegram),
      changed: health => this.#changed(health),
    })
  }

  get health(): WorkerHealth {
    return this.#worker.health
  }

  /** Resolves when it is running, or will not be. */
  start(): Promise<WorkerHealth> {
    return this.#worker.start()
  }

  async stop(withinMs: number): Promise<void> {
    await this.#worker.stop(withinMs)
  }

  /** Goes by what holds now. One that is being started hears it when it is ready. */
  configure(): void {
    const config = this.#options.config()
    const text = JSON.stringify(config)
    if (text !== this.#given && this.#worker.post({ kind: 'config', config })) this.#given = text
  }

  /** What is told before the thread is ready is on disk already, and in the record that it asks for then. */
  told(events: readonly StoredEvent[]): void {
    this.#worker.post({ kind: 'told', events })
  }

  noticed(notice: NoticeView): void {
    this.#worker.post({ kind: 'notice', notice })
  }

  wish(wish: TelegramWish): Promise<Done> {
    return this.#wishes.ask(call => this.#postOrKeep({ kind: 'wish', wish, call }))
  }

  #postOrKeep(message: ToTelegram): boolean {
    if (this.#worker.post(message)) return true
    if (this.health.is !== 'starting') return false
    this.#early.push(message)
    return true
  }

  #birth(): TelegramConfig {
    const config = this.#options.config()
    this.#given = JSON.stringify(config)
    this.#lives += 1
    return config
  }

  #hear(message: FromTelegram): void {
    switch (message.kind) {
      case 'call':
        return void this.#answer(message.call, message.asked)
      case 'wished':
        return this.#wishes.answered(message.call, message.done)
      case 'view':
        this.#bot = message.view
        return this.#options.changed(this.health, this.#bot)
      case 'log':
        return this.#options.log.write(message.level, message.text, message.data)
      case 'ready':
      case 'pong':
      case 'stopped':
        return
    }
  }

  async #answer(call: number, asked: DeskAsked): Promise<void> {
    const life = this.#lives
    const value = await this.#options.answer(asked)
    if (life === this.#lives) this.#worker.answer({ kind: 'answer', call, value })
  }

  #changed(health: WorkerHealth): void {
    if (health.is !== 'running') this.#bot = null
    if (health.is === 'running') {
      this.configure()
      this.#early.forEach(message => this.#worker.post(message))
    }
    if (health.is !== 'starting') this.#early = []
    if (health.is !== 'running' && health.is !== 'starting') this.#wishes.lost()
    this.#options.changed(health, this.#bot)
  }
}
