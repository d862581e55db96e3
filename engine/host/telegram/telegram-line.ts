/** Telegram as the host has it: the tokens that are kept, and a bot that runs while there is one and it is switched on. */
import type { StoredEvent } from '../../contracts/events.ts'
import type { DeskAsked, DeskGets } from '../../contracts/telegram-port.ts'
import type { BotId } from '../../contracts/telegram-chat.ts'
import {
  botOf,
  type BotView,
  type TelegramSettings,
  type TelegramView,
  type TelegramWish,
} from '../../contracts/telegram.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { CallFailed, Done } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import type { SecretRefusal } from '../../ports/secrets.ts'
import type { HostOptions } from '../host-api.ts'
import { Listeners } from '../listeners.ts'
import type { Redactor } from '../log/redactor.ts'
import { noSecrets } from '../secrets/no-secrets.ts'
import type { WorkerHealth } from '../supervisor/worker-health.ts'
import { BotThread } from './bot-thread.ts'
import { TokenShelf } from './token-shelf.ts'
import { WITHOUT_BOT, unreadToken } from './without-bot.ts'

export type TelegramLineOptions = Readonly<{
  plan: NonNullable<HostOptions['telegram']> | null
  /** As they hold now. */
  settings(): TelegramSettings
  answer(asked: DeskAsked): Promise<DeskGets>
  log: Log
  redactor: Redactor
  notice(level: NoticeView['level'], text: string): void
}>

/** A bot that is switched off says what it has told, and goes. */
const OFF_WITHIN_MS = 2_000

export class TelegramLine {
  readonly #options: TelegramLineOptions
  readonly #shelf: TokenShelf
  readonly #thread: BotThread
  readonly #listeners = new Listeners<TelegramView>()
  #bot: BotView | null = null
  /** The bot whose thread runs. */
  #running: BotId | null = null
  #isLoaded = false
  #isStopped = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: TelegramLineOptions) {
    this.#options = options
    const { plan, log, redactor } = options
    const secrets = plan?.secrets ?? noSecrets('This desk was started without a place for secrets.')
    this.#shelf = new TokenShelf(secrets, token => redactor.add(token))
    this.#thread = new BotThread({
      file: plan?.worker ?? '',
      config: () => ({ settings: options.settings(), tokens: this.#shelf.tokens }),
      answer: asked => options.answer(asked),
      log,
      changed: (health, bot) => this.#changed(health, bot),
    })
  }

  get view(): TelegramView {
    return {
      ...this.#standing(),
      token: this.#shelf.stateOf('bot'),
      voiceToken: this.#shelf.stateOf('voice'),
      secrets: this.#shelf.how,
    }
  }

  onView(take: (view: TelegramView) => void): () => void {
    return this.#listeners.add(take)
  }

  start(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#shelf.load()
      this.#isLoaded = true
      if (this.#shelf.problem !== null) this.#options.notice('warn', this.#shelf.problem)
      await this.#follow()
    })
  }

  /** Other settings hold. */
  configure(): Promise<void> {
    return this.#inTurn(() => this.#follow())
  }

  told(events: readonly StoredEvent[]): void {
    this.#thread.told(events)
  }

  noticed(notice: NoticeView): void {
    this.#thread.noticed(notice)
  }

  async wish(wish: TelegramWish): Promise<Done> {
    switch (wish.wish) {
      case 'keepToken':
        this.#shelf.hide(wish.token)
        return this.#inTurn(() => this.#keep(wish))
      case 'forgetToken':
        return this.#inTurn(() => this.#shelve(() => this.#shelf.forget(wish.voice ? 'voice' : 'bot')))
      default:
        return this.#thread.health.is === 'stopped' ? this.#noBot() : this.#thread.wish(wish)
    }
  }

  /** For good. */
  async stop(withinMs: number): Promise<void> {
    this.#isStopped = true
    await this.#thread.stop(withinMs)
  }

  /** While a bot runs it asks Telegram first: a token with a slip in it would take the place of one that works. */
  async #keep(wish: Extract<TelegramWish, { wish: 'keepToken' }>): Promise<Done> {
    const which = wish.voice ? 'voice' : 'bot'
    const isAnother = this.#shelf.tokens[which] !== wish.token
    if (isAnother && this.#isThere) {
      const known = await this.#thread.wish(wish)
      if (known.is === 'failed') return known
    }
    return this.#shelve(() => this.#shelf.keep(which, wish.token))
  }

  async #shelve(act: () => Promise<SecretRefusal | null>): Promise<Done> {
    const refusal = await act()
    if (refusal !== null) return failed('SECRETS', refusal.text)
    await this.#follow()
    return { is: 'done' }
  }

  /** One after the other, trial of a token and all, so that the last wish is what holds. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** A bot runs, and goes by what holds now; or none does. */
  async #follow(): Promise<void> {
    if (this.#isStopped) return
    const { bot } = this.#shelf.tokens
    const wanted = bot !== null && this.#options.settings().on ? botOf(bot) : null
    // Another bot knows nothing of the messages of this one: it begins with what the ledger says.
    if (this.#running !== wanted && this.#isThere) await this.#thread.stop(OFF_WITHIN_MS)
    this.#running = wanted
    if (wanted !== null && this.#isThere) this.#thread.configure()
    else if (wanted !== null) void this.#thread.start()
    this.#tell()
  }

  get #isThere(): boolean {
    return this.#thread.health.is !== 'stopped'
  }

  #changed(health: WorkerHealth, bot: BotView | null): void {
    // What one that was told to end still says of itself is over.
    this.#bot = health.is === 'stopped' ? null : bot
    if ('text' in health) this.#options.notice('warn', health.text)
    this.#tell()
  }

  #tell(): void {
    this.#listeners.tell(this.view)
  }

  #standing(): BotView {
    const { health } = this.#thread
    if (this.#bot !== null) return this.#bot
    if (health.is === 'waiting' || health.is === 'failed') return WITHOUT_BOT.broken
    if (health.is !== 'stopped' || !this.#isLoaded) return WITHOUT_BOT.connecting
    const { problem, tokens } = this.#shelf
    if (tokens.bot === null) return problem === null ? WITHOUT_BOT.noToken : unreadToken(problem)
    return this.#options.settings().on ? WITHOUT_BOT.connecting : WITHOUT_BOT.off
  }

  #noBot(): CallFailed {
    const { text, nextStep } = this.#standing()
    return failed('NO_BOT', nextStep === null ? text : `${text} ${nextStep}`)
  }
}

const failed = (code: string, text: string): CallFailed => ({ is: 'failed', code, text })
