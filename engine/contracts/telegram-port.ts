/** The messages between the host and the thread of the bot. Both ends are ours and of one build: types, not schemas. */
import type { CommandAnswer } from './commands.ts'
import type { StoredEvent } from './events.ts'
import type { EpochMs, Ulid } from './primitives.ts'
import type { Query, QueryAnswer } from './queries.ts'
import type { SettingsAnswer, SettingsNow, SettingsWish } from './settings-desk.ts'
import type { BotView, TelegramSettings, TelegramWish } from './telegram.ts'
import type { NoticeView } from './views.ts'
import type { Done, ViewAnswer, WindowCommand } from './window-bridge.ts'

/** What the desk is and how it runs, beside its view. */
export type DeskAbout = Readonly<{
  version: string
  startedMs: EpochMs
  /** `running`, or a sentence of what is wrong with the engine. */
  engine: string
  /** The newest lines of the log, without secrets; newest last. */
  log: readonly Readonly<{ atMs: EpochMs; level: string; text: string }>[]
  notices: readonly NoticeView[]
}>

/** One question of the bot, and its answer's shape. */
export type DeskCalls = {
  view: { asks: null; gets: ViewAnswer }
  /** Parsed by the host, because a person has typed its words, and carried out as the bot's. */
  command: { asks: Readonly<{ id: Ulid; command: WindowCommand }>; gets: CommandAnswer }
  ask: { asks: Query; gets: QueryAnswer }
  settings: { asks: null; gets: SettingsNow }
  changeSettings: { asks: SettingsWish; gets: SettingsAnswer }
  about: { asks: null; gets: DeskAbout }
}
export type DeskCall = keyof DeskCalls
export type DeskAsked = { [C in DeskCall]: Readonly<{ name: C; asks: DeskCalls[C]['asks'] }> }[DeskCall]
export type DeskGets = DeskCalls[DeskCall]['gets']

export type TelegramTokens = Readonly<{ bot: string | null; voice: string | null }>

export type TelegramConfig = Readonly<{ settings: TelegramSettings; tokens: TelegramTokens }>

export type ToTelegram =
  | { kind: 'told'; events: readonly StoredEvent[] }
  | { kind: 'notice'; notice: NoticeView }
  | { kind: 'answer'; call: number; value: DeskGets }
  /** Other settings or tokens hold from now on. */
  | { kind: 'config'; config: TelegramConfig }
  | { kind: 'wish'; wish: TelegramWish; call: number }
  | { kind: 'ping'; n: number }
  | { kind: 'stop' }

export type FromTelegram =
  | { kind: 'ready' }
  | { kind: 'call'; call: number; asked: DeskAsked }
  | { kind: 'wished'; call: number; done: Done }
  /** Each time that it has changed. */
  | { kind: 'view'; view: BotView }
  | { kind: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; text: string; data?: Record<string, unknown> }
  | { kind: 'pong'; n: number }
  | { kind: 'stopped' }
