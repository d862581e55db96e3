import { randomIds } from '../adapters/identity/index.ts'
import type { CommandAnswer } from '../contracts/commands.ts'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import { EpochMs, type Ulid } from '../contracts/primitives.ts'
import type { Answers, QueryAnswer, QueryKind } from '../contracts/queries.ts'
import { Settings } from '../contracts/settings.ts'
import type { SettingsAnswer, SettingsWish } from '../contracts/settings-desk.ts'
import type { TelegramNote } from '../contracts/telegram-chat.ts'
import type { DeskAbout } from '../contracts/telegram-port.ts'
import type { NoticeView, WarRoomView } from '../contracts/views.ts'
import type { QueryOf, ViewAnswer, WindowCommand } from '../contracts/window-bridge.ts'
import { eventOfNote } from '../app/telegram/telegram-desk.ts'
import type { DeskLine } from '../telegram/desk-line.ts'
import { aWarRoom } from './views.ts'

type Asked = Readonly<{ id: Ulid; command: WindowCommand }>
/** By the kind of the question. */
type Scripted = { [K in QueryKind]?: (query: QueryOf<K>) => Answers[K] }

/** A desk whose view and answers a test writes down; it stores what it is told to note, and tells it like the real one. */
export class ScriptedDesk implements DeskLine {
  shown: WarRoomView = aWarRoom()
  /** Instead of the view: the engine is down. */
  down: Extract<ViewAnswer, { is: 'failed' }> | null = null
  readonly commands: Asked[] = []
  readonly notes: TelegramNote[] = []
  readonly wishes: SettingsWish[] = []
  readonly answers: Scripted = {}
  /** What a command does and is answered; it may tell events first or later. */
  obeys: (asked: Asked) => CommandAnswer | Promise<CommandAnswer> = () => ({ is: 'done', text: 'Done.' })
  /** What a command would be answered that is only judged. */
  judges: (command: WindowCommand) => CommandAnswer = () => ({ is: 'done', text: 'It may be done.' })
  /** What becomes of a note; one that is written down is told as its event. */
  notesDown: (note: TelegramNote) => CommandAnswer | Promise<CommandAnswer> = () => ({
    is: 'done',
    text: 'Written down.',
  })
  /** What a wish would be answered that is only judged. */
  settles: (wish: SettingsWish) => SettingsAnswer = () => ({ is: 'done', text: 'These settings may hold.', revision: 1, changed: [], restart: [] }) // prettier-ignore
  settled: SettingsAnswer = { is: 'done', text: 'Changed.', revision: 2, changed: [], restart: [] }
  aboutIt: DeskAbout = {
    version: '1.2.3',
    startedMs: EpochMs.parse(0),
    engine: 'running',
    log: [],
    notices: [],
  }
  /** Everything that was stored, oldest first. */
  readonly ledger: StoredEvent[] = []
  readonly #ids = randomIds()
  readonly #told = new Set<(events: readonly StoredEvent[]) => void>()
  readonly #noticed = new Set<(notice: NoticeView) => void>()
  #seq = 0

  /** Stores and tells, at the computer's time of now. */
  tell(...events: readonly EngineEvent[]): readonly StoredEvent[] {
    const stored = this.tellNobody(...events)
    for (const take of this.#told) take(stored)
    return stored
  }

  /** Stores, and tells it as little as an engine that dies in that moment. */
  tellNobody(...events: readonly EngineEvent[]): readonly StoredEvent[] {
    const wallMs = EpochMs.parse(Date.now())
    const stored = events.map(event => ({ seq: (this.#seq += 1), wallMs, event, hash: '' }))
    this.ledger.push(...stored)
    return stored
  }

  notice(level: NoticeView['level'], text: string): void {
    for (const take of this.#noticed) take({ atMs: EpochMs.parse(Date.now()), level, text })
  }

  view(): Promise<ViewAnswer> {
    return Promise.resolve(this.down ?? { is: 'answer', value: this.shown })
  }

  nextId(): Ulid {
    return this.#ids.next(EpochMs.parse(Date.now()))
  }

  async command(command: WindowCommand, id = this.nextId()): Promise<CommandAnswer> {
    if ('judgeOnly' in command && command.judgeOnly === true) return this.judges(command)
    const asked = { id, command }
    this.commands.push(asked)
    return this.obeys(asked)
  }

  async note(note: TelegramNote): Promise<CommandAnswer> {
    this.notes.push(note)
    const answer = await this.notesDown(note)
    if (answer.is === 'done') this.tell(eventOfNote(note, EpochMs.parse(Date.now())))
    return answer
  }

  ask<K extends QueryKind>(query: QueryOf<K>): Promise<QueryAnswer<K>> {
    const answerTo: ((query: QueryOf<K>) => Answers[K]) | undefined = this.answers[query.kind as K]
    if (answerTo === undefined)
      return Promise.resolve({ is: 'failed', code: 'ARCHIVE_DOWN', text: 'The archive is not running.' })
    return Promise.resolve({ is: 'answer', value: answerTo(query) })
  }

  settings() {
    return Promise.resolve({ revision: 1, settings: Settings.parse({ version: 1 }) })
  }

  changeSettings(wish: SettingsWish): Promise<SettingsAnswer> {
    if (wish.judgeOnly === true) return Promise.resolve(this.settles(wish))
    this.wishes.push(wish)
    return Promise.resolve(this.settled)
  }

  about(): Promise<DeskAbout> {
    return Promise.resolve(this.aboutIt)
  }

  onTold(take: (events: readonly StoredEvent[]) => void): () => void {
    this.#told.add(take)
    return () => void this.#told.delete(take)
  }

  onNotice(take: (notice: NoticeView) => void): () => void {
    this.#noticed.add(take)
    return () => void this.#noticed.delete(take)
  }
}
