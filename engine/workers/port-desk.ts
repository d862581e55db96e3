/** The desk as the bot's thread has it: each question goes over the port, and comes back by its number. */
import { randomIds } from '../adapters/identity/index.ts'
import type { CommandAnswer } from '../contracts/commands.ts'
import type { StoredEvent } from '../contracts/events.ts'
import { EpochMs, type Ulid } from '../contracts/primitives.ts'
import type { QueryAnswer, QueryKind } from '../contracts/queries.ts'
import type { SettingsAnswer, SettingsNow, SettingsWish } from '../contracts/settings-desk.ts'
import type { TelegramNote } from '../contracts/telegram-chat.ts'
import type { DeskAbout, DeskAsked, DeskCall, DeskCalls, DeskGets } from '../contracts/telegram-port.ts'
import type { NoticeView } from '../contracts/views.ts'
import type { QueryOf, ViewAnswer, WindowCommand } from '../contracts/window-bridge.ts'
import type { DeskLine } from '../telegram/desk-line.ts'

export type PostCall = (call: number, asked: DeskAsked) => void

export class PortDesk implements DeskLine {
  readonly #post: PostCall
  readonly #ids = randomIds()
  readonly #waiting = new Map<number, (value: DeskGets) => void>()
  readonly #toldTakers = new Set<(events: readonly StoredEvent[]) => void>()
  readonly #noticeTakers = new Set<(notice: NoticeView) => void>()
  #calls = 0

  constructor(post: PostCall) {
    this.#post = post
  }

  /** One that nobody waits for is dropped. */
  answered(call: number, value: DeskGets): void {
    const resolve = this.#waiting.get(call)
    this.#waiting.delete(call)
    resolve?.(value)
  }

  told(events: readonly StoredEvent[]): void {
    for (const take of this.#toldTakers) take(events)
  }

  noticed(notice: NoticeView): void {
    for (const take of this.#noticeTakers) take(notice)
  }

  view(): Promise<ViewAnswer> {
    return this.#call<'view'>({ name: 'view', asks: null })
  }

  nextId(): Ulid {
    return this.#ids.next(EpochMs.parse(Date.now()))
  }

  command(command: WindowCommand, id = this.nextId()): Promise<CommandAnswer> {
    return this.#call<'command'>({ name: 'command', asks: { id, command } })
  }

  note(note: TelegramNote): Promise<CommandAnswer> {
    return this.command({ kind: 'telegram', telegram: note })
  }

  ask<K extends QueryKind>(query: QueryOf<K>): Promise<QueryAnswer<K>> {
    // The archive answers every question in the question's own kind.
    return this.#call<'ask'>({ name: 'ask', asks: query }) as Promise<QueryAnswer<K>>
  }

  settings(): Promise<SettingsNow> {
    return this.#call<'settings'>({ name: 'settings', asks: null })
  }

  changeSettings(wish: SettingsWish): Promise<SettingsAnswer> {
    return this.#call<'changeSettings'>({ name: 'changeSettings', asks: wish })
  }

  about(): Promise<DeskAbout> {
    return this.#call<'about'>({ name: 'about', asks: null })
  }

  onTold(take: (events: readonly StoredEvent[]) => void): () => void {
    this.#toldTakers.add(take)
    return () => void this.#toldTakers.delete(take)
  }

  onNotice(take: (notice: NoticeView) => void): () => void {
    this.#noticeTakers.add(take)
    return () => void this.#noticeTakers.delete(take)
  }

  #call<C extends DeskCall>(asked: Extract<DeskAsked, { name: C }>): Promise<DeskCalls[C]['gets']> {
    const call = (this.#calls += 1)
    // The host answers every call in the call's own shape.
    const answer = new Promise<DeskGets>(resolve => this.#waiting.set(call, resolve))
    this.#post(call, asked)
    return answer as Promise<DeskCalls[C]['gets']>
  }
}
