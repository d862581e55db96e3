import type { Api } from 'grammy'
import type { Alert, AlertPlace } from '../contracts/alerts.ts'
import type { EpochMs } from '../contracts/primitives.ts'
import type { BotId, ChatId } from '../contracts/telegram-chat.ts'
import type { TelegramConfig } from '../contracts/telegram-port.ts'
import { botOf, type BotView, type TelegramWish } from '../contracts/telegram.ts'
import type { Done } from '../contracts/window-bridge.ts'
import type { Log } from '../ports/log.ts'
import { carryOut } from './bot-wishes.ts'
import { botView } from './bot-view.ts'
import { Changes } from './changes.ts'
import { offeredTo } from './commands/offered-to.ts'
import { OwnShots } from './commands/own-shots.ts'
import { TableRouter } from './commands/table-router.ts'
import { COMMANDS } from './commands/table.ts'
import { acknowledge } from './connection/acknowledge.ts'
import { Connection, type ConnectionConfig } from './connection/connection.ts'
import { tryToken } from './connection/try-token.ts'
import { Delivery } from './delivery/delivery.ts'
import { GrammyMessenger } from './delivery/grammy-messenger.ts'
import { rateLimited } from './delivery/rate-limited.ts'
import type { DeskLine } from './desk-line.ts'
import { Currencies } from './feed/currencies.ts'
import { Telling } from './feed/telling.ts'
import { heardIn } from './hearing/heard.ts'
import { InHand } from './hearing/in-hand.ts'
import { lastWords } from './hearing/last-words.ts'
import { Listener } from './hearing/listener.ts'
import { ChatMenus } from './pairing/chat-menus.ts'
import { OneTimeCode } from './pairing/one-time-code.ts'
import { Reception } from './pairing/reception.ts'
import { Roster } from './pairing/roster.ts'
import { Strangers } from './pairing/strangers.ts'
import type { Reply } from './reply.ts'
import { signedNotes } from './signed-notes.ts'
import { alertReply } from './texts/alert-reply.ts'
import { findSpeaker, type Speaker } from './voice/speaker.ts'
import { VoiceNotes } from './voice/voice-notes.ts'

export type BotParts = Readonly<{
  desk: DeskLine
  config: TelegramConfig
  /** On the computer's clock. */
  now(): EpochMs
  log: Log
  /** Each time that something of it has changed. */
  changed(view: BotView): void
  /** How long a poll waits for something to come, s. */
  pollSeconds?: number
  /** What speaks on this computer. */
  findSpeaker?: (stop: AbortSignal) => Promise<Speaker | null>
}>

/** How long a message may keep the next one of its chat waiting, and how many may run at once. */
const GRACE_MS = 250
const MOST_IN_HAND = 200

/** The Telegram bot: hears its chats, obeys those that are paired, and tells them what happens at the desk. */
export class TelegramBot {
  readonly #parts: BotParts
  readonly #code: OneTimeCode
  readonly #roster = new Roster()
  readonly #strangers = new Strangers()
  readonly #changes: Changes
  readonly #connection: Connection
  readonly #delivery: Delivery
  readonly #listener: Listener
  readonly #inHand = new InHand({
    handle: heard => this.#listener.handle(heard),
    graceMs: GRACE_MS,
    most: MOST_IN_HAND,
  })
  readonly #menus: ChatMenus
  readonly #telling: Telling
  readonly #voice: VoiceNotes
  #config: TelegramConfig
  #api: Api | null = null

  constructor(from: BotParts) {
    const { desk, config, now, log } = (this.#parts = from)
    this.#config = config
    const changed = () => this.#changes.happened()
    this.#code = new OneTimeCode(now)
    this.#changes = new Changes(() => from.changed(this.#view()))
    const currencies = new Currencies({
      desk,
      now,
      ofRecord: at => this.#telling.currencyOf(at),
      learned: () => this.#delivery.release(),
    })
    const currency = (at: AlertPlace | null) => currencies.of(at)
    const reply = (alert: Alert, chat: ChatId) => {
      const said = alertReply(alert, { nowMs: now(), currency: currency(alert.at) })
      return offeredTo(this.#roster.get(chat)?.role ?? 'spotter', COMMANDS, said)
    }
    const shots = new OwnShots((chat, isToldThere) => this.#delivery.shotAnswered(chat, isToldThere))
    const isAnswered = (alert: Alert, chat: ChatId) => shots.mayTell(alert, chat)
    const firstTold = (alert: Alert, chat: ChatId) => this.#voice.told(alert, chat)
    const bot = () => this.#bot
    const notes = signedNotes(desk, bot)
    const parts = { desk: notes, bot, reply, firstTold, isAnswered, currency, now, log, changed }
    const delivery = (this.#delivery = new Delivery(parts, config.settings))
    this.#voice = new VoiceNotes(config, {
      find: from.findSpeaker ?? findSpeaker,
      api: () => this.#api,
      sentBeside: (chat, message) => delivery.sentBeside(chat, message),
      currency: ({ at }) => currency(at),
      now,
      log,
      changed,
    })
    const botName = () => this.#connection.me?.username ?? null
    const tell = (chat: number, said: Reply) => void delivery.answer(chat, said)
    const voice = () => this.#voice.text
    const router = new TableRouter({ desk, now, commands: COMMANDS, log, tell, shots, voice, botName })
    const shared = { desk, roster: this.#roster, router, delivery, now, log, changed }
    this.#listener = new Listener({
      ...shared,
      desk: notes,
      strangers: this.#strangers,
      code: this.#code,
      acknowledge: (query, toast) => void acknowledge(this.#api, log, query, toast),
      botName,
    })
    this.#connection = new Connection({
      config: wayOf(config),
      now,
      log,
      room: () => this.#inHand.room,
      take: (updates, how) => this.#inHand.take(updates.map(update => heardIn(update, how))),
      changed: () => this.#connectionChanged(),
      ...(from.pollSeconds === undefined ? {} : { pollSeconds: from.pollSeconds }),
    })
    this.#menus = new ChatMenus(COMMANDS, log)
    const reception = new Reception({ ...shared, menus: this.#menus, api: () => this.#api })
    this.#telling = new Telling({ ...shared, reception, currencies, ready: () => this.#connection.start() })
  }

  /** Reads the ledger, then connects when there is a token. What is wrong stands in the view. */
  start(): void {
    this.#changes.happened()
    this.#telling.start()
    void this.#voice.start()
  }

  /** Other settings or tokens hold from now on; what waits to be told still is. */
  configure(config: TelegramConfig): void {
    this.#config = config
    this.#delivery.configure(config.settings)
    this.#voice.configure(config)
    this.#connection.configure(wayOf(config))
    this.#changes.happened()
  }

  /** The host keeps and forgets tokens, which comes here as another config; `keepToken` asks whether Telegram knows it. */
  async wish(wish: TelegramWish): Promise<Done> {
    const done = await carryOut(
      {
        desk: this.#parts.desk,
        connection: this.#connection,
        delivery: this.#delivery,
        code: this.#code,
        roster: this.#roster,
        tryToken: (token, voice) => this.#tryToken(token, voice),
      },
      wish,
    )
    const { open } = this.#code
    if (open) this.#changes.happensIn(open.expiresMs - this.#parts.now())
    this.#parts.changed(this.#view())
    return done
  }

  get #bot(): BotId | null {
    const { bot } = this.#config.tokens
    return bot === null ? null : botOf(bot)
  }

  #tryToken(token: string, voice: boolean): Promise<Done> {
    const { settings, tokens } = this.#config
    const isKept = (voice ? tokens.voice : tokens.bot) !== null
    return tryToken({ ...settings, token }, isKept ? 'The one before stays.' : 'It is not kept.')
  }

  /** Confirms what it has heard, answers it, and ends. Nothing is told after it. */
  async stop(): Promise<void> {
    this.#telling.stop()
    this.#voice.stop()
    const deaf = this.#connection.stop()
    await lastWords(deaf, this.#inHand, this.#listener, this.#delivery)
    await this.#delivery.stop()
    await deaf
    this.#changes.end()
  }

  #connectionChanged(): void {
    const { api } = this.#connection
    if (api !== this.#api) {
      this.#api = api
      this.#delivery.connect(api && new GrammyMessenger(rateLimited(api), { log: this.#parts.log }))
      if (api) void this.#menus.offer(api, this.#roster.all())
    }
    this.#changes.happened()
  }

  #view(): BotView {
    return botView({
      link: this.#connection.link,
      isReady: this.#telling.isReady,
      bot: this.#connection.me,
      chats: this.#roster.all(),
      lines: this.#delivery.states(),
      isShut: chat => this.#listener.isShut(chat),
      code: this.#code.open,
      strangers: this.#strangers.view(),
      voice: this.#voice.text,
    })
  }
}

const wayOf = ({ settings, tokens }: TelegramConfig): ConnectionConfig => ({
  on: settings.on,
  token: tokens.bot,
  apiRoot: settings.apiRoot,
  proxy: settings.proxy,
})
