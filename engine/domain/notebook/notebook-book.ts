import type { EventOf, StoredEvent } from '../../contracts/events.ts'
import type {
  DebriefsDue,
  JournalEntry,
  JournalPage,
  JournalPageQuery,
  LessonsBefore,
} from '../../contracts/journal.ts'
import type { ClosedTrade } from '../../contracts/mission.ts'
import type { AccountKind, EpochMs, Ulid } from '../../contracts/primitives.ts'
import { folded, named, wordsOf } from './folded.ts'
import { lessonsLike } from './lessons-like.ts'
import { Subjects } from './subjects.ts'

type Asked = Omit<JournalPageQuery, 'kind'>
type Note = Omit<JournalEntry, 'about' | 'keptPlan'>
type Kept = { note: Note; own: string }

/** The notebook as it stands: each note with what it says now, and what became of what it is about. */
export class NotebookBook {
  readonly #subjects = new Subjects()
  readonly #notes = new Map<Ulid, Kept>()
  /** By account, in the order in which they were written first. */
  readonly #pages = new Map<AccountKind, Kept[]>()
  readonly #debriefs = new Map<Ulid, boolean>()

  take(stored: StoredEvent): void {
    this.#subjects.take(stored)
    const { event } = stored
    if (event.kind === 'journalWritten') this.#written(event, stored)
    if (event.kind === 'tradeDebriefed') this.#debriefs.set(event.order, event.keptPlan)
  }

  page({ account, search, beforeSeq, limit }: Asked): JournalPage {
    const words = wordsOf(search)
    const notes = this.#pages.get(account) ?? []
    const found = notes.filter(kept => words.length === 0 || this.#has(kept, words))
    const before = beforeSeq === null ? found : found.filter(({ note }) => note.seq < beforeSeq)
    const entries = before.slice(-limit).toReversed().map(kept => this.#entry(kept)) // prettier-ignore
    const more = before.length > limit
    return { entries, nextBeforeSeq: more ? (entries.at(-1)?.seq ?? null) : null, total: found.length }
  }

  /** Of the mission's own kind of account, its own notes left out. */
  lessonsBefore(mission: Ulid): LessonsBefore {
    const now = this.#subjects.mission(mission)
    if (now === null) return { lessons: [] }
    const notes = (this.#pages.get(now.kind) ?? []).filter(
      ({ note }) => note.lesson !== '' && note.mission !== mission,
    )
    return { lessons: lessonsLike(now, notes.toReversed().map(kept => this.#entry(kept))) } // prettier-ignore
  }

  debriefsDue(account: AccountKind): DebriefsDue {
    const trades = this.#subjects.recentTrades(account)
    const done = trades.map(({ order }) => order).filter(order => this.#debriefs.has(order))
    return { trades: trades.filter(({ order }) => !this.#debriefs.has(order)), done }
  }

  /** A closed trade of this order; null: none is known. */
  trade(order: Ulid): ClosedTrade | null {
    return this.#subjects.trade(order)
  }

  #written(event: EventOf<'journalWritten'>, { seq, wallMs }: StoredEvent): void {
    const known = this.#notes.get(event.entry)
    const note = noteOf(event, known?.note ?? null, seq, wallMs)
    const kept = known ?? this.#newNote(note)
    kept.note = note
    kept.own = ownWords(note)
  }

  #newNote(note: Note): Kept {
    const kept = { note, own: '' }
    const page = this.#pages.get(note.account) ?? []
    page.push(kept)
    this.#pages.set(note.account, page)
    this.#notes.set(note.entry, kept)
    return kept
  }

  /** What a note is about may be known later than its words, so that it is looked up. */
  #has({ note, own }: Kept, words: readonly string[]): boolean {
    const about = this.#subjects.about(note.order, note.mission)
    const all = about === null ? own : `${own} ${folded(`${about.pair} ${about.setup ?? ''} ${about.side}`)}`
    return words.every(word => all.includes(word))
  }

  #entry({ note }: Kept): JournalEntry {
    const keptPlan = note.order === null ? null : (this.#debriefs.get(note.order) ?? null)
    return { ...note, about: this.#subjects.about(note.order, note.mission), keptPlan }
  }
}

function noteOf(
  { entry, account, order, mission, text, lesson, emotions, mistakes, patterns }: EventOf<'journalWritten'>,
  before: Note | null,
  seq: number,
  wallMs: EpochMs,
): Note {
  const said = { text, lesson, emotions, mistakes, patterns }
  if (before !== null) return { ...before, order, mission, ...said, changedMs: wallMs }
  return { entry, seq, account, order, mission, ...said, writtenMs: wallMs, changedMs: null }
}

const ownWords = ({ text, lesson, patterns, emotions, mistakes }: Note): string =>
  folded([text, lesson, ...patterns, ...emotions.map(named), ...mistakes.map(named)].join(' '))
