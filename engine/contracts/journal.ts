/** The field notebook: what a trader says about a trade, a mission or a day. */
import { z } from 'zod'
import type { ClosedTrade } from './mission.ts'
import type { Pair } from './pairs.ts'
import { AccountKind, Ulid, type EpochMs, type Side } from './primitives.ts'
import type { Session } from './vocabulary.ts'

export const Emotion = z.enum([
  'calm',
  'confident',
  'bored',
  'hurried',
  'anxious',
  'angry',
  'greedy',
  'tired',
])
export type Emotion = z.infer<typeof Emotion>

/** What went against the plan; none is a good trade, whatever it earned. */
export const Mistake = z.enum([
  'none', 'lateEntry', 'earlyExit', 'movedStop', 'movedTarget', 'tooLarge', 'revenge', 'chased', 'againstNews', 'notMyPlan',
]) // prettier-ignore
export type Mistake = z.infer<typeof Mistake>

/** A trader's own word for what the market did. */
export const Pattern = z.string().trim().min(1).max(40)

export const JournalText = z.object({
  text: z.string().trim().max(4_000),
  /** One sentence that comes back before a similar mission; empty: none. */
  lesson: z.string().trim().max(500),
  emotions: z.array(Emotion).max(4),
  mistakes: z.array(Mistake).max(5),
  patterns: z.array(Pattern).max(8),
})
export type JournalText = z.infer<typeof JournalText>

/** Notes of one kind of account, newest first. `search`: words that must all be in it, whatever their case and accents; empty: all. */
export const JournalPageQuery = z.object({
  kind: z.literal('journalPage'),
  account: AccountKind,
  search: z.string().max(200),
  beforeSeq: z.number().int().positive().nullable(),
  limit: z.number().int().min(1).max(500),
})
export type JournalPageQuery = z.infer<typeof JournalPageQuery>
/** What was learnt in earlier trades that are like this mission. */
export const LessonsBeforeQuery = z.object({ kind: z.literal('lessonsBefore'), mission: Ulid })
/** Of the last twenty closed trades, those that nobody has debriefed, and the others. */
export const DebriefsDueQuery = z.object({ kind: z.literal('debriefsDue'), account: AccountKind })

/** The chart of a closed trade, with its entry, stop, target and exit. */
export const TradePictureQuery = z.object({ kind: z.literal('tradePicture'), order: Ulid })
export type TradePicture =
  Readonly<{ is: 'chart'; image: Uint8Array }> | Readonly<{ is: 'unknown'; text: string }>

/** What a note is about, as far as the record knows it. `r` and `reason` null: the trade is open, or there was none. */
export type NoteSubject = Readonly<{
  pair: Pair
  side: Side
  setup: string | null
  session: Session | null
  r: number | null
  reason: ClosedTrade['reason'] | null
  closedMs: EpochMs | null
}>

/** A note as it stands now. */
export type JournalEntry = JournalText &
  Readonly<{
    entry: Ulid
    /** Of the event that wrote it first. */
    seq: number
    account: AccountKind
    order: Ulid | null
    mission: Ulid | null
    /** On the computer's clock. */
    writtenMs: EpochMs
    /** Null: never changed. */
    changedMs: EpochMs | null
    about: NoteSubject | null
    /** What the debrief said; null: there was none. */
    keptPlan: boolean | null
  }>

/** `total`: of all that match. */
export type JournalPage = Readonly<{
  entries: readonly JournalEntry[]
  nextBeforeSeq: number | null
  total: number
}>

/** Why an earlier trade is like a mission, the closest first. */
export const Likeness = z.enum(['setupAndPair', 'setup', 'pairAndSession'])
export type Likeness = z.infer<typeof Likeness>

/** At most three, the most alike first, and of those the newest. */
export type LessonsBefore = Readonly<{
  lessons: readonly Readonly<{
    entry: Ulid
    lesson: string
    like: Likeness
    writtenMs: EpochMs
    about: NoteSubject
  }>[]
}>

/** Newest first; `done`: the orders of the others among the last twenty. */
export type DebriefsDue = Readonly<{ trades: readonly ClosedTrade[]; done: readonly Ulid[] }>
