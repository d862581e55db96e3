import type { StoredEvent } from '../../contracts/events.ts'
import type { MissionStory, StoryStep } from '../../contracts/mission-log.ts'
import { decisionOf } from './mission-decision.ts'
import { stagesOf } from './mission-stages.ts'
import { stateOf } from './mission-state.ts'

/** The story that events with one mission's id tell, oldest first; null when the mission itself is not among them. */
export function missionStory(story: readonly StoredEvent[]): MissionStory | null {
  const events = story.map(({ event }) => event)
  const first = events.find(event => event.kind === 'missionIssued' || event.kind === 'missionRefused')
  if (first?.kind !== 'missionIssued' && first?.kind !== 'missionRefused') return null
  const { mission } = first
  return {
    mission,
    state: stateOf(events),
    refusals: first.kind === 'missionRefused' ? first.refusals : [],
    steps: story.map(stepOf),
    stages: stagesOf(story),
    decision: decisionOf(mission, events),
    trades: events.filter(event => event.kind === 'tradeClosed').map(({ trade }) => trade),
    excursion: events.findLast(event => event.kind === 'excursionMeasured') ?? null,
    ghost: events.findLast(event => event.kind === 'ghostEnded') ?? null,
  }
}

function stepOf({ seq, wallMs, event }: StoredEvent, at: number, story: readonly StoredEvent[]): StoryStep {
  const before = story[at - 1]
  return { seq, wallMs, afterMs: before ? wallMs - before.wallMs : null, event }
}
