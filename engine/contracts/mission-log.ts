/** The log of missions: every one with its whole story, found in the ledger and kept nowhere else. */
import { z } from 'zod'
import type { EngineEvent, EventOf } from './events.ts'
import type { ClosedTrade, Mission } from './mission.ts'
import { AccountKind, Ulid, type EpochMs } from './primitives.ts'
import { Pair } from './pairs.ts'
import { MissionState, type Freshness, type Refusal } from './vocabulary.ts'

/** What is looked for; null: any. */
export const MissionFilter = z.object({
  /** `issued`: everything that was issued, whatever became of it. */
  state: z.union([MissionState, z.literal('issued')]).nullable(),
  pair: Pair.nullable(),
  setup: z.string().nullable(),
})
export type MissionFilter = z.infer<typeof MissionFilter>

/** Newest first. */
export const MissionsPageQuery = z.object({
  kind: z.literal('missionsPage'),
  account: AccountKind,
  beforeSeq: z.number().int().positive().nullable(),
  limit: z.number().int().min(1).max(200),
  filter: MissionFilter,
})
export type MissionsPageQuery = z.infer<typeof MissionsPageQuery>

export const MissionStoryQuery = z.object({ kind: z.literal('missionStory'), mission: Ulid })

/** One line of the log. */
export type MissionEntry = Readonly<
  Pick<
    Mission,
    | 'id'
    | 'pair'
    | 'digits'
    | 'setup'
    | 'signal'
    | 'side'
    | 'quality'
    | 'drill'
    | 'entry'
    | 'stop'
    | 'target'
    | 'expectedR'
    | 'issuedMs'
  > & {
    seq: number
    state: MissionState
    /** Codes of what refused it, or of its last denial. */
    why: readonly string[]
    /** Of its trade, when it was closed. */
    r: number | null
    /** Of its ghost: what not taking it has missed or been spared. Never a result. */
    ghostR: number | null
  }
>

/** `nextBeforeSeq` null: there are no older ones. A page with a filter may be short, and even empty, while there are. */
export type MissionsPage = Readonly<{ missions: readonly MissionEntry[]; nextBeforeSeq: number | null }>

/** One event of a story, in the order of the ledger. */
export type StoryStep = Readonly<{
  seq: number
  /** By the computer's clock when it was stored. */
  wallMs: EpochMs
  /** Since the step before; null: the first. A clock that was set back gives less than nothing, which is told as it is. */
  afterMs: number | null
  event: EngineEvent
}>

/** From a mission to its trade, each step that a person or a machine may be slow at. */
export const STORY_STAGES = [
  'issuedToDecided', 'recordedToSent', 'sentToAnswered', 'answeredToFilled', 'filledToClosed',
] as const // prettier-ignore
export type StoryStage = (typeof STORY_STAGES)[number]

/** Who decided, and how much of the mission's time was left then by the market's clock, 0 to 1. */
export type MissionDecision = Readonly<{
  what: 'fired' | 'placed' | 'declined' | 'expired' | 'refused'
  /** The origin of the command; `engine`, `clock` or `person` where the event names none. */
  by: string
  /** As the desk judged it; older ledgers do not say. */
  freshness: Freshness | null
  atMs: EpochMs
  leftShare: number
}>

/** Everything that carries the id of one mission. */
export type MissionStory = Readonly<{
  mission: Mission
  state: MissionState
  refusals: readonly Refusal[]
  steps: readonly StoryStep[]
  /** Milliseconds by the computer's clock, of the stages that were gone through. */
  stages: readonly Readonly<{ stage: StoryStage; ms: number }>[]
  /** Null: nobody has decided yet. */
  decision: MissionDecision | null
  /** More than one: a part was filled after the first was closed. */
  trades: readonly ClosedTrade[]
  excursion: EventOf<'excursionMeasured'> | null
  ghost: EventOf<'ghostEnded'> | null
}>

/** `story` null: the ledger knows no such mission. */
export type MissionStoryAnswer = Readonly<{ story: MissionStory | null }>
