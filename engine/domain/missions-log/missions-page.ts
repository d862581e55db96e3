import type { StoredEvent } from '../../contracts/events.ts'
import type {
  MissionEntry,
  MissionFilter,
  MissionsPage,
  MissionsPageQuery,
} from '../../contracts/mission-log.ts'
import type { Ulid } from '../../contracts/primitives.ts'
import { missionStory } from './mission-story.ts'

/** Where missions and their stories are found. */
export type MissionSource = Readonly<{
  /** At most `most` missions of one kind before event `before`, newest first. */
  missionsBefore: (kind: MissionKind, before: number, most: number) => readonly StoredEvent[]
  /** Everything that carries the id of one mission, oldest first; with `after` only what came after that event. */
  storyEvents: (mission: Ulid, after?: number) => readonly StoredEvent[]
}>
export type MissionKind = 'missionIssued' | 'missionRefused'

/** Missions that are looked through for one page, at most: a filter that few of them pass must not stop every other question. */
const MOST_READ = 120

/** A page of the log. What does not pass the filter is passed over, and the page says where to go on. */
export function missionsPage(source: MissionSource, query: MissionsPageQuery): MissionsPage {
  const { account, filter, limit } = query
  const missions: MissionEntry[] = []
  let before = query.beforeSeq ?? Number.MAX_SAFE_INTEGER
  for (let left = MOST_READ; left > 0;) {
    const most = Math.min(left, limit - missions.length)
    const read = newestFirst(source, filter, before, most)
    for (const stored of read) {
      const entry = isOf(stored, account, filter) ? entryOf(source, stored) : null
      if (entry && isInState(entry, filter)) missions.push(entry)
    }
    if (read.length < most) return { missions, nextBeforeSeq: null }
    before = read.at(-1)?.seq ?? before
    if (missions.length === limit) break
    left -= read.length
  }
  const isAll = newestFirst(source, filter, before, 1).length === 0
  return { missions, nextBeforeSeq: isAll ? null : before }
}

const KINDS: readonly MissionKind[] = ['missionIssued', 'missionRefused']

/** Only one that was refused by its setup's judge was not issued; an order that came to nothing may make an issued one refused, too. */
function newestFirst(
  source: MissionSource,
  { state }: MissionFilter,
  before: number,
  most: number,
): readonly StoredEvent[] {
  const kinds = state === null || state === 'refused' ? KINDS : KINDS.slice(0, 1)
  return kinds
    .flatMap(kind => source.missionsBefore(kind, before, most))
    .toSorted((a, b) => b.seq - a.seq)
    .slice(0, most)
}

function isOf({ event }: StoredEvent, account: string, { pair, setup }: MissionFilter): boolean {
  if (event.kind !== 'missionIssued' && event.kind !== 'missionRefused') return false
  const { mission } = event
  return (
    !mission.test &&
    mission.kind === account &&
    (pair === null || mission.pair === pair) &&
    (setup === null || mission.setup === setup)
  )
}

const isInState = (entry: MissionEntry, { state }: MissionFilter): boolean =>
  state === null || state === 'issued' || entry.state === state

function entryOf(source: MissionSource, stored: StoredEvent): MissionEntry | null {
  const { event, seq } = stored
  if (event.kind !== 'missionIssued' && event.kind !== 'missionRefused') return null
  const story = missionStory([stored, ...source.storyEvents(event.mission.id, seq)])
  if (!story) return null
  const { id, pair, digits, setup, signal, side, quality, drill, entry, stop, target } = event.mission
  const { expectedR, issuedMs } = event.mission
  const plan = {
    id,
    pair,
    digits,
    setup,
    signal,
    side,
    quality,
    drill,
    entry,
    stop,
    target,
    expectedR,
    issuedMs,
  }
  const denied = story.steps.findLast(step => step.event.kind === 'fireDenied')?.event
  const denials = denied?.kind === 'fireDenied' ? denied.denials : []
  return {
    seq,
    ...plan,
    state: story.state,
    why: [...story.refusals, ...denials].map(({ code }) => code),
    r: story.trades.length === 0 ? null : story.trades.reduce((sum, { r }) => sum + r, 0),
    ghostR: story.ghost?.r ?? null,
  }
}
