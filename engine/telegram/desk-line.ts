/** What the bot may ask of the desk, wherever that runs. Calls never reject for an expected reason: the answer says so. */
import type { CommandAnswer } from '../contracts/commands.ts'
import type { StoredEvent } from '../contracts/events.ts'
import type { Ulid } from '../contracts/primitives.ts'
import type { QueryAnswer, QueryKind } from '../contracts/queries.ts'
import type { SettingsAnswer, SettingsNow, SettingsWish } from '../contracts/settings-desk.ts'
import type { TelegramNote } from '../contracts/telegram-chat.ts'
import type { DeskAbout } from '../contracts/telegram-port.ts'
import type { NoticeView } from '../contracts/views.ts'
import type { QueryOf, ViewAnswer, WindowCommand } from '../contracts/window-bridge.ts'

export interface DeskLine {
  view(): Promise<ViewAnswer>
  /** Known before it is asked, so that what is told of it is recognised. */
  nextId(): Ulid
  command(command: WindowCommand, id?: Ulid): Promise<CommandAnswer>
  /** Written into the ledger; resolves when it is on disk, or with why it is not. */
  note(note: TelegramNote): Promise<CommandAnswer>
  ask<K extends QueryKind>(query: QueryOf<K>): Promise<QueryAnswer<K>>
  settings(): Promise<SettingsNow>
  changeSettings(wish: SettingsWish): Promise<SettingsAnswer>
  about(): Promise<DeskAbout>
  /** Events of the engine, after they were stored. Returns its own removal. */
  onTold(take: (events: readonly StoredEvent[]) => void): () => void
  onNotice(take: (notice: NoticeView) => void): () => void
}
